"""Samplers that read the inputs from what is to be learned; of `tensorflow.contrib.seq2seq.python.ops.sampler`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.rnn.batches import transpose_batch_time
from tfcompat.tf1.contrib.seq2seq.embedding_helpers import lookup_in
from tfcompat.tf1.contrib.seq2seq.samplers import Sampler, callable_or_none
from tfcompat.tf1.contrib.seq2seq.sampling import bernoulli_sample
from tfcompat.tf1.contrib.seq2seq.scheduled_embedding_helper import embedded_samples, sampled_or_not
from tfcompat.tf1.contrib.seq2seq.scheduled_output_helper import fed_back, with_auxiliary
from tfcompat.tf1.contrib.seq2seq.training_helper import as_array, lengths_of, probability_of, read_unless_finished


class TrainingSampler(Sampler):
    """Reads the inputs from what is to be learned."""

    def __init__(self, time_major: bool = False) -> None:
        self.time_major = time_major

    def initialize(self, inputs: Any, sequence_length: Any = None) -> Any:  # type: ignore[override]
        self.inputs = v1.convert_to_tensor(inputs, name="inputs")
        if not self.time_major:
            inputs = v1.nest.map_structure(transpose_batch_time, inputs)
        self.input_tas = v1.nest.map_structure(as_array, inputs)
        if sequence_length is None:
            raise ValueError("sequence_length is required for TrainingSampler")
        self.sequence_length = lengths_of(sequence_length)
        self.zero_inputs = v1.nest.map_structure(lambda each: v1.zeros_like(each[0, :]), inputs)
        self._batch_size = v1.size(self.sequence_length)
        finished = v1.equal(0, self.sequence_length)
        return finished, read_unless_finished(finished, self.zero_inputs, self.input_tas, 0)

    def sample(self, time: Any, outputs: Any, state: Any) -> Any:
        return v1.cast(v1.argmax(outputs, axis=-1), v1.int32)

    def next_inputs(self, time: Any, outputs: Any, state: Any, sample_ids: Any) -> Any:
        following = time + 1
        finished = following >= self.sequence_length
        return finished, read_unless_finished(finished, self.zero_inputs, self.input_tas, following), state


class ScheduledEmbeddingTrainingSampler(TrainingSampler):
    """Now and then feeds the embedding of a sample."""

    def __init__(
        self,
        sampling_probability: Any,
        embedding_fn: Callable[[Any], Any] | None = None,
        time_major: bool = False,
        seed: int | None = None,
        scheduling_seed: int | None = None,
    ) -> None:
        self.embedding_fn = callable_or_none(embedding_fn)
        self.sampling_probability = probability_of(sampling_probability)
        self.seed, self.scheduling_seed = seed, scheduling_seed
        super().__init__(time_major=time_major)

    def initialize(  # type: ignore[override]
        self, inputs: Any, sequence_length: Any = None, embedding: Any = None
    ) -> Any:
        if self.embedding_fn is None:
            if embedding is None:
                raise ValueError("embedding is required as a keyword argument for ScheduledEmbeddingTrainingSampler")
            self.embedding_fn = lookup_in(embedding)
        return super().initialize(inputs, sequence_length=sequence_length)

    def sample(self, time: Any, outputs: Any, state: Any) -> Any:
        return sampled_or_not(outputs, self.sampling_probability, self.batch_size, self.seed, self.scheduling_seed)

    def next_inputs(self, time: Any, outputs: Any, state: Any, sample_ids: Any) -> Any:
        finished, inputs, state = super().next_inputs(time, outputs, state, sample_ids)
        return finished, embedded_samples(finished, inputs, sample_ids, self.embedding_fn), state


class ScheduledOutputTrainingSampler(TrainingSampler):
    """Now and then feeds back the output itself."""

    def __init__(
        self,
        sampling_probability: Any,
        time_major: bool = False,
        seed: int | None = None,
        next_inputs_fn: Callable[[Any], Any] | None = None,
    ) -> None:
        self.sampling_probability = probability_of(sampling_probability)
        self.seed = seed
        self.next_inputs_fn = next_inputs_fn
        super().__init__(time_major=time_major)

    def initialize(  # type: ignore[override]
        self, inputs: Any, sequence_length: Any = None, auxiliary_inputs: Any = None
    ) -> Any:
        inputs, self._auxiliary_input_tas = with_auxiliary(inputs, auxiliary_inputs, self.time_major)
        return super().initialize(inputs, sequence_length=sequence_length)

    def sample(self, time: Any, outputs: Any, state: Any) -> Any:
        return bernoulli_sample(probs=self.sampling_probability, sample_shape=self.batch_size, seed=self.seed)

    def next_inputs(self, time: Any, outputs: Any, state: Any, sample_ids: Any) -> Any:
        finished, inputs, state = super().next_inputs(time, outputs, state, sample_ids)
        arrays = self._auxiliary_input_tas
        return finished, fed_back(time, outputs, sample_ids, finished, inputs, arrays, self.next_inputs_fn), state
