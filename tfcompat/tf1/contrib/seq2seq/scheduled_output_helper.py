"""`ScheduledOutputTrainingHelper`: now and then feeds back the output itself (arXiv:1506.03099)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.rnn.batches import transpose_batch_time
from tfcompat.tf1.contrib.seq2seq.mixing import mixed
from tfcompat.tf1.contrib.seq2seq.sampling import bernoulli_sample
from tfcompat.tf1.contrib.seq2seq.training_helper import TrainingHelper, as_array, probability_of


class ScheduledOutputTrainingHelper(TrainingHelper):
    """With probability `sampling_probability` the next input is `next_inputs_fn(output)` and `auxiliary_inputs`."""

    def __init__(
        self,
        inputs: Any,
        sequence_length: Any,
        sampling_probability: Any,
        time_major: bool = False,
        seed: int | None = None,
        next_inputs_fn: Callable[[Any], Any] | None = None,
        auxiliary_inputs: Any = None,
        name: str | None = None,
    ) -> None:
        values = [inputs, auxiliary_inputs, sampling_probability]
        with v1.name_scope(name, "ScheduledOutputTrainingHelper", values):
            self._sampling_probability = probability_of(sampling_probability)
            inputs, self._auxiliary_input_tas = with_auxiliary(
                inputs, auxiliary_inputs, time_major, ("inputs", "auxiliary_inputs")
            )
            self._seed = seed
            self._next_inputs_fn = next_inputs_fn
            super().__init__(inputs, sequence_length, time_major=time_major, name=name)

    def sample(  # type: ignore[override]
        self, time: Any, outputs: Any, state: Any, name: str | None = None
    ) -> Any:
        with v1.name_scope(name, "ScheduledOutputTrainingHelperSample", [time, outputs, state]):
            return bernoulli_sample(probs=self._sampling_probability, sample_shape=self.batch_size, seed=self._seed)

    def next_inputs(  # type: ignore[override]
        self, time: Any, outputs: Any, state: Any, sample_ids: Any, name: str | None = None
    ) -> Any:
        with v1.name_scope(name, "ScheduledOutputTrainingHelperNextInputs", [time, outputs, state, sample_ids]):
            finished, inputs, state = super().next_inputs(
                time=time, outputs=outputs, state=state, sample_ids=sample_ids, name=name
            )
            inputs = fed_back(
                time, outputs, sample_ids, finished, inputs, self._auxiliary_input_tas, self._next_inputs_fn
            )
            return finished, inputs, state


def with_auxiliary(inputs: Any, auxiliary: Any, time_major: bool, names: Any = (None, None)) -> tuple[Any, Any]:
    """The inputs joined with the auxiliary ones, if there are any, and these as arrays over time."""
    if auxiliary is None:
        return inputs, None
    inputs = v1.convert_to_tensor(inputs, name=names[0])
    auxiliary = v1.convert_to_tensor(auxiliary, name=names[1])
    joined = v1.nest.map_structure(_joined, inputs, auxiliary)
    if not time_major:
        auxiliary = v1.nest.map_structure(transpose_batch_time, auxiliary)
    return joined, v1.nest.map_structure(as_array, auxiliary)


def fed_back(
    time: Any, outputs: Any, sample_ids: Any, finished: Any, inputs: Any, arrays: Any, next_inputs_fn: Any
) -> Any:
    """The inputs, with what is made of the outputs where `sample_ids` is not 0."""
    chosen = v1.cast(sample_ids, v1.bool)

    def with_arrays(values: Any, places: Any = None) -> Any:
        if arrays is None:
            return values
        following = time + 1
        auxiliary = v1.nest.map_structure(lambda each: each.read(following), arrays)
        if places is not None:
            auxiliary = v1.gather_nd(auxiliary, places)
        return v1.nest.map_structure(_joined, values, auxiliary)

    def some() -> Any:
        if next_inputs_fn is None:
            return v1.where(chosen, with_arrays(outputs), inputs)
        places = v1.cast(v1.where(chosen), v1.int32)
        others = v1.cast(v1.where(v1.logical_not(chosen)), v1.int32)
        values = v1.gather_nd(outputs, places)
        kept = v1.gather_nd(inputs, others)
        return mixed(inputs, places, with_arrays(next_inputs_fn(values), places), others, kept)

    all_finished = v1.reduce_all(finished)
    none_chosen = v1.logical_not(v1.reduce_any(chosen))
    return v1.cond(v1.logical_or(all_finished, none_chosen), lambda: inputs, some)


def _joined(one: Any, other: Any) -> Any:
    return v1.concat((one, other), -1)
