"""The four entries: a graph that has been built is folded and quantized in place."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.quantize import fold_batch_norms, quantize

_METHODS = (
    "Adagrad AdagradDA Adam AddSign CenteredRMSProp Ftrl FtrlV2 GradientDescent Momentum PowerSign ProximalAdagrad "
    "ProximalGradientDescent RMSProp Adadelta"
).split()
_TRAINING = {f"{kind}Apply{method}" for kind in ("", "Resource", "ResourceSparse", "Sparse") for method in _METHODS}


def create_training_graph(input_graph: Any = None, quant_delay: int = 0) -> None:
    """Rewrites a graph before its gradients are added; quantization starts after `quant_delay` steps.

    Raises:
      ValueError: the graph already has training operations.
    """
    _rewrite(input_graph, is_training=True, quant_delay=quant_delay)


def create_eval_graph(input_graph: Any = None) -> None:
    """Rewrites a graph for evaluation: the ranges are read from a checkpoint of the training graph."""
    _rewrite(input_graph, is_training=False)


def experimental_create_training_graph(
    input_graph: Any = None,
    weight_bits: int = 8,
    activation_bits: int = 8,
    symmetric: bool = False,
    quant_delay: int = 0,
    freeze_bn_delay: int | None = None,
    scope: str | None = None,
) -> None:
    """`create_training_graph` with a choice of bits, symmetric ranges, and of the scope that is rewritten.

    After `freeze_bn_delay` steps batch normalization uses its moving averages.
    """
    _rewrite(input_graph, True, weight_bits, activation_bits, symmetric, quant_delay, freeze_bn_delay, scope)


def experimental_create_eval_graph(
    input_graph: Any = None,
    weight_bits: int = 8,
    activation_bits: int = 8,
    symmetric: bool = False,
    quant_delay: int | None = None,
    scope: str | None = None,
) -> None:
    """`create_eval_graph` with the choices of `experimental_create_training_graph`."""
    _rewrite(input_graph, False, weight_bits, activation_bits, symmetric, quant_delay, None, scope)


def _rewrite(
    graph: Any,
    is_training: bool,
    weight_bits: int = 8,
    activation_bits: int = 8,
    symmetric: bool = False,
    quant_delay: int | None = None,
    freeze_bn_delay: int | None = None,
    scope: str | None = None,
) -> None:
    graph = v1.get_default_graph() if graph is None else graph
    training = {op.type for op in graph.get_operations()} & _TRAINING
    if training:
        raise ValueError(f"Training op found in graph, exiting {training}")
    with graph.as_default():
        fold_batch_norms.FoldBatchNorms(graph, is_training=is_training, freeze_batch_norm_delay=freeze_bn_delay)
        quantize.Quantize(
            graph,
            is_training,
            quant_delay=quant_delay,
            weight_bits=weight_bits,
            activation_bits=activation_bits,
            symmetric=symmetric,
            scope=scope,
        )
