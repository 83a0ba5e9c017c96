"""`Inserter`: puts fake quantization between an operation and its consumers."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.quantize import common, quant_ops

_FAKE = {"FakeQuantWithMinMaxVars", "FakeQuantWithMinMaxArgs", "FakeQuantWithMinMaxVarsPerChannel"}
_PASS_THROUGH = {"Reshape", "Identity"}


class Inserter:
    """The settings that all insertions share."""

    def __init__(
        self,
        is_training: bool,
        bits: int,
        symmetric: bool,
        ema_decay: float,
        quant_delay: int | None,
        vars_collection: Any,
    ) -> None:
        self._options = {"is_training": is_training, "symmetric": symmetric, "vars_collection": vars_collection}
        self._bits = bits
        self._ema_decay = ema_decay
        self._quant_delay = quant_delay

    def last_value(
        self, context: str, name: str, producer: Any, consumers: Collection[Any], bits: int, consumer_scope: str | None
    ) -> None:
        """Weights: the range of the moment, without the lowest step so that it is symmetric."""

        def quantize(inputs: Any, name_prefix: str) -> Any:
            return quant_ops.LastValueQuantize(
                inputs, num_bits=bits, narrow_range=True, name_prefix=name_prefix, **self._options
            )

        self._insert(context, name, producer, consumers, quantize, None, consumer_scope)

    def moving_average(
        self,
        context: str,
        name: str,
        producer: Any,
        consumers: Collection[Any],
        init_min: float = -6.0,
        producer_scope: str | None = None,
        consumer_scope: str | None = None,
    ) -> None:
        """Activations: the moving average of ranges, at first from `init_min` to 6."""

        def quantize(inputs: Any, name_prefix: str) -> Any:
            return quant_ops.MovingAvgQuantize(
                inputs,
                init_min=init_min,
                ema_decay=self._ema_decay,
                num_bits=self._bits,
                name_prefix=name_prefix,
                **self._options,
            )

        self._insert(context, name, producer, consumers, quantize, producer_scope, consumer_scope)

    def _insert(
        self,
        context: str,
        name: str,
        producer: Any,
        consumers: Collection[Any],
        quantize: Any,
        producer_scope: str | None,
        consumer_scope: str | None,
    ) -> None:
        if producer_scope and not producer.name.startswith(producer_scope):
            return
        if consumer_scope and not all(op.name.startswith(consumer_scope) for op in consumers):
            return
        prefix = f"{context}/{name}" if context else name
        scope = v1.get_default_graph().get_name_scope()
        if scope:
            prefix = common.DropStringPrefix(prefix, f"{scope}/")
        inputs = producer.outputs[0]
        if _is_quantized(inputs):
            return
        quant = quantize(inputs, prefix)
        if self._quant_delay and self._quant_delay > 0:
            step = common.CreateOrGetQuantizationStep()
            begun = v1.greater_equal(step, self._quant_delay, name=f"{prefix}/activate_quant")
            quant = v1.cond(begun, lambda: quant, lambda: inputs, name=f"{prefix}/delayed_quant")
        if consumers and common.RerouteTensor(quant, inputs, can_modify=consumers) < len(consumers):
            names = ", ".join(op.name for op in consumers)
            raise ValueError(f"No inputs quantized for ops: [{names}]")


def _is_quantized(tensor: Any) -> bool:
    """Whether fake quantization follows, at once or behind operations that change no value."""
    consumers = tensor.consumers()
    while consumers:
        op = consumers.pop()
        if op.type in _FAKE:
            return True
        if op.type in _PASS_THROUGH:
            consumers.extend(consumer for output in op.outputs for consumer in output.consumers())
    return False
