"""`Decoder` and `dynamic_decode`: one step of a decoder, and the loop that takes them."""

from __future__ import annotations

import abc
import contextlib
from typing import Any

from tfcompat.backend.internals import control_flow_util, ops
from tfcompat.backend.v1api import keras, v1
from tfcompat.tf1.cells.base import zero_state_tensors
from tfcompat.tf1.contrib.rnn.batches import transpose_batch_time

_Layer: Any = keras().layers.Layer


class _Steps:
    """What `dynamic_decode` asks of a decoder besides `initialize` and `step`."""

    @property
    def batch_size(self) -> Any:
        """The batch size, a scalar tensor or a number."""
        raise NotImplementedError

    @property
    def output_size(self) -> Any:
        """The sizes of what a step gives, a nest."""
        raise NotImplementedError

    @property
    def output_dtype(self) -> Any:
        """The types of what a step gives, the same nest."""
        raise NotImplementedError

    def finalize(self, outputs: Any, final_state: Any, sequence_lengths: Any) -> Any:
        """Called once after the last step, if there is anything to do."""
        raise NotImplementedError

    @property
    def tracks_own_finished(self) -> bool:
        """Whether `step` says itself what is finished for good, as beams that change places need it."""
        return False


class Decoder(_Steps, abc.ABC):
    """What decodes step by step: a cell with something that chooses its inputs."""

    @abc.abstractmethod
    def initialize(self, name: str | None = None) -> Any:
        """`(finished, first inputs, first state)`; `finished` is bool `[batch]`."""

    @abc.abstractmethod
    def step(self, time: Any, inputs: Any, state: Any, name: str | None = None) -> Any:
        """`(outputs, next state, next inputs, finished)`; `time` is an int32 scalar."""


class BaseDecoder(_Steps, _Layer):
    """A decoder as a Keras layer; of `tensorflow.contrib.seq2seq.python.ops.decoder`."""

    def __init__(
        self,
        output_time_major: bool = False,
        impute_finished: bool = False,
        maximum_iterations: Any = None,
        parallel_iterations: int = 32,
        swap_memory: bool = False,
        **kwargs: Any,
    ) -> None:
        self.output_time_major = output_time_major
        self.impute_finished = impute_finished
        self.maximum_iterations = maximum_iterations
        self.parallel_iterations = parallel_iterations
        self.swap_memory = swap_memory
        super().__init__(**kwargs)

    def call(self, inputs: Any, initial_state: Any = None, **kwargs: Any) -> Any:
        return self._decode(inputs, {**kwargs, "initial_state": initial_state})

    def _decode(self, inputs: Any, options: dict[str, Any]) -> Any:
        options.pop("training", None)  # Keras gives it to every layer that takes any keyword
        return dynamic_decode(
            self,
            output_time_major=self.output_time_major,
            impute_finished=self.impute_finished,
            maximum_iterations=self.maximum_iterations,
            parallel_iterations=self.parallel_iterations,
            swap_memory=self.swap_memory,
            decoder_init_input=inputs,
            decoder_init_kwargs=options,
        )

    def initialize(self, inputs: Any, initial_state: Any = None, **kwargs: Any) -> Any:
        """As that of `Decoder`, from what the layer was called with."""
        raise NotImplementedError

    def step(self, time: Any, inputs: Any, state: Any) -> Any:
        """As that of `Decoder`."""
        raise NotImplementedError


def dynamic_decode(
    decoder: Any,
    output_time_major: bool = False,
    impute_finished: bool = False,
    maximum_iterations: Any = None,
    parallel_iterations: int = 32,
    swap_memory: bool = False,
    scope: Any = None,
    **kwargs: Any,
) -> tuple[Any, Any, Any]:
    """Steps until all is finished: outputs (`[batch, time, …]`, or time first), last state, int32 lengths `[batch]`.

    `impute_finished` copies the state, and gives zeros, once a sequence is finished.

    Raises:
      TypeError: `decoder` is no decoder.
      ValueError: `maximum_iterations` is no scalar, or is missing where XLA compiles.
    """
    if not isinstance(decoder, (Decoder, BaseDecoder)):
        raise TypeError(f"Expected decoder to be type Decoder, but saw: {type(decoder)}")
    with v1.variable_scope(scope, "decoder") as variables:
        is_xla = _set_caching(variables)
        if maximum_iterations is not None:
            maximum_iterations = v1.convert_to_tensor(maximum_iterations, dtype=v1.int32, name="maximum_iterations")
            if maximum_iterations.get_shape().ndims != 0:
                raise ValueError("maximum_iterations must be a scalar")
        finished, inputs, state = _initialized(decoder, kwargs)
        zeros = v1.nest.map_structure(
            lambda size, dtype: zero_state_tensors(size, decoder.batch_size, dtype),
            decoder.output_size,
            decoder.output_dtype,
        )
        if is_xla and maximum_iterations is None:
            raise ValueError("maximum_iterations is required for XLA compilation.")
        if maximum_iterations is not None:
            finished = v1.logical_or(finished, maximum_iterations <= 0)
        lengths = v1.zeros_like(finished, dtype=v1.int32)
        time = v1.constant(0, dtype=v1.int32)
        grows = maximum_iterations is None or not is_xla

        def array(size: Any, dtype: Any) -> Any:
            return v1.TensorArray(
                dtype=dtype,
                size=0 if grows else maximum_iterations,
                dynamic_size=grows,
                element_shape=_element_shape(decoder.batch_size, size),
            )

        arrays = v1.nest.map_structure(array, decoder.output_size, decoder.output_dtype)

        def goes_on(time: Any, arrays: Any, state: Any, inputs: Any, finished: Any, lengths: Any) -> Any:
            return v1.logical_not(v1.reduce_all(finished))

        def body(time: Any, arrays: Any, state: Any, inputs: Any, finished: Any, lengths: Any) -> Any:
            outputs, new_state, new_inputs, new_finished = decoder.step(time, inputs, state)
            if not decoder.tracks_own_finished:
                new_finished = v1.logical_or(new_finished, finished)
            lengths = v1.where(v1.logical_not(finished), v1.fill(v1.shape(lengths), time + 1), lengths)
            v1.nest.assert_same_structure(state, new_state)
            v1.nest.assert_same_structure(arrays, outputs)
            v1.nest.assert_same_structure(inputs, new_inputs)
            if impute_finished:
                outputs = v1.nest.map_structure(lambda out, zero: v1.where(finished, zero, out), outputs, zeros)
                new_state = v1.nest.map_structure(lambda new, old: _kept_if(finished, new, old), new_state, state)
            arrays = v1.nest.map_structure(lambda array, out: array.write(time, out), arrays, outputs)
            return time + 1, arrays, new_state, new_inputs, new_finished, lengths

        result = v1.while_loop(
            goes_on,
            body,
            loop_vars=(time, arrays, state, inputs, finished, lengths),
            parallel_iterations=parallel_iterations,
            maximum_iterations=maximum_iterations,
            swap_memory=swap_memory,
        )
        state, lengths = result[2], result[5]
        outputs = v1.nest.map_structure(lambda array: array.stack(), result[1])
        with contextlib.suppress(NotImplementedError):
            outputs, state = decoder.finalize(outputs, state, lengths)
        if not output_time_major:
            outputs = v1.nest.map_structure(transpose_batch_time, outputs)
    return outputs, state, lengths


def _set_caching(variables: Any) -> bool:
    """Reads each variable once for all steps, outside loops; answers whether XLA compiles what is built."""
    context = ops.get_default_graph()._get_control_flow_context()
    in_loop = control_flow_util.GetContainingWhileContext(context) is not None
    if not v1.executing_eagerly() and not in_loop and variables.caching_device is None:
        variables.set_caching_device(lambda op: op.device)
    return control_flow_util.GetContainingXLAContext(context) is not None


def _initialized(decoder: Any, kwargs: dict[str, Any]) -> Any:
    if isinstance(decoder, Decoder):
        return decoder.initialize()
    return decoder.initialize(kwargs.pop("decoder_init_input", None), **kwargs.pop("decoder_init_kwargs", {}))


def _element_shape(batch_size: Any, size: Any) -> Any:
    if not isinstance(size, v1.TensorShape) or size.ndims == 0:
        return None
    batch = v1.get_static_value(v1.convert_to_tensor(batch_size, name="batch_size"))
    return v1.TensorShape([batch]).concatenate(size)


def _kept_if(finished: Any, new: Any, old: Any) -> Any:
    """The old state where finished; tensor arrays and scalars go on."""
    if isinstance(old, v1.TensorArray):
        return new
    new.set_shape(old.shape)
    return new if new.shape.ndims == 0 else v1.where(finished, old, new)
