"""`TrainingHelper`: reads the decoder's inputs from what is to be learned."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.rnn.batches import transpose_batch_time
from tfcompat.tf1.contrib.seq2seq.helpers import Helper


class TrainingHelper(Helper):
    """`inputs` is `[batch, time, …]` (or time first), `sequence_length` int32 `[batch]`; samples are the best classes.

    Raises:
      ValueError: `sequence_length` is no vector.
    """

    def __init__(self, inputs: Any, sequence_length: Any, time_major: bool = False, name: str | None = None) -> None:
        with v1.name_scope(name, "TrainingHelper", [inputs, sequence_length]):
            self._inputs = inputs = v1.convert_to_tensor(inputs, name="inputs")
            if not time_major:
                inputs = v1.nest.map_structure(transpose_batch_time, inputs)
            self._input_tas = v1.nest.map_structure(as_array, inputs)
            self._sequence_length = lengths_of(sequence_length)
            self._zero_inputs = v1.nest.map_structure(lambda each: v1.zeros_like(each[0, :]), inputs)
            self._batch_size = v1.size(sequence_length)

    @property
    def inputs(self) -> Any:
        """As given, a tensor."""
        return self._inputs

    @property
    def sequence_length(self) -> Any:
        """As given, a tensor."""
        return self._sequence_length

    @property
    def batch_size(self) -> Any:
        return self._batch_size

    @property
    def sample_ids_shape(self) -> Any:
        return v1.TensorShape([])

    @property
    def sample_ids_dtype(self) -> Any:
        return v1.int32

    def initialize(self, name: str | None = None) -> Any:
        with v1.name_scope(name, "TrainingHelperInitialize"):
            finished = v1.equal(0, self._sequence_length)
            return finished, read_unless_finished(finished, self._zero_inputs, self._input_tas, 0)

    def sample(self, time: Any, outputs: Any, name: str | None = None, **unused_kwargs: Any) -> Any:  # type: ignore[override]
        with v1.name_scope(name, "TrainingHelperSample", [time, outputs]):
            return v1.cast(v1.argmax(outputs, axis=-1), v1.int32)

    def next_inputs(  # type: ignore[override]
        self, time: Any, outputs: Any, state: Any, name: str | None = None, **unused_kwargs: Any
    ) -> Any:
        with v1.name_scope(name, "TrainingHelperNextInputs", [time, outputs, state]):
            following = time + 1
            finished = following >= self._sequence_length
            return finished, read_unless_finished(finished, self._zero_inputs, self._input_tas, following), state


def as_array(values: Any) -> Any:
    """`[time, …]` as a tensor array over time."""
    return v1.TensorArray(dtype=values.dtype, size=v1.shape(values)[0], element_shape=values.get_shape()[1:]).unstack(
        values
    )


def lengths_of(sequence_length: Any) -> Any:
    """The lengths as a tensor; ValueError if they are no vector."""
    lengths = v1.convert_to_tensor(sequence_length, name="sequence_length")
    if lengths.get_shape().ndims != 1:
        raise ValueError(f"Expected sequence_length to be a vector, but received shape: {lengths.get_shape()}")
    return lengths


def read_unless_finished(finished: Any, zeros: Any, arrays: Any, time: Any) -> Any:
    """What the arrays hold at a time, or zeros once all is finished."""
    return v1.cond(
        v1.reduce_all(finished), lambda: zeros, lambda: v1.nest.map_structure(lambda each: each.read(time), arrays)
    )


def probability_of(sampling_probability: Any) -> Any:
    """A probability, or one for each of the batch, as a tensor; ValueError for another shape."""
    probability = v1.convert_to_tensor(sampling_probability, name="sampling_probability")
    if probability.get_shape().ndims not in (0, 1):
        raise ValueError(
            f"sampling_probability must be either a scalar or a vector. saw shape: {probability.get_shape()}"
        )
    return probability
