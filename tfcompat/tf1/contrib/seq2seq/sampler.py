"""`tensorflow.contrib.seq2seq.python.ops.sampler`: helpers that get their inputs when decoding starts."""

from __future__ import annotations

import abc
from collections.abc import Callable
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.rnn.batches import transpose_batch_time
from tfcompat.tf1.contrib.seq2seq.embedding_helpers import lookup_in, single, start_and_end
from tfcompat.tf1.contrib.seq2seq.sampling import bernoulli_sample as bernoulli_sample
from tfcompat.tf1.contrib.seq2seq.sampling import categorical_sample as categorical_sample
from tfcompat.tf1.contrib.seq2seq.scheduled_embedding_helper import embedded_samples, sampled_or_not
from tfcompat.tf1.contrib.seq2seq.scheduled_output_helper import fed_back, with_auxiliary
from tfcompat.tf1.contrib.seq2seq.training_helper import (
    as_array,
    lengths_of,
    probability_of,
    read_unless_finished,
)


class Sampler(abc.ABC):
    """As `Helper`; `initialize` takes what the decoder layer is called with. Samples are scalars of int32."""

    _batch_size: Any = None

    @property
    def batch_size(self) -> Any:
        """The batch size; ValueError before `initialize`."""
        if self._batch_size is None:
            raise ValueError("batch_size accessed before initialize was called")
        return self._batch_size

    @property
    def sample_ids_shape(self) -> Any:
        """The shape of one sample, without the batch."""
        return v1.TensorShape([])

    @property
    def sample_ids_dtype(self) -> Any:
        """The type of a sample."""
        return v1.int32

    @abc.abstractmethod
    def initialize(self, inputs: Any, **kwargs: Any) -> Any:
        """`(finished, first inputs)`."""

    @abc.abstractmethod
    def sample(self, time: Any, outputs: Any, state: Any) -> Any:
        """The samples."""

    @abc.abstractmethod
    def next_inputs(self, time: Any, outputs: Any, state: Any, sample_ids: Any) -> Any:
        """`(finished, next inputs, next state)`."""


class CustomSampler(Sampler):
    """A sampler of three functions."""

    def __init__(
        self,
        initialize_fn: Callable[..., Any],
        sample_fn: Callable[..., Any],
        next_inputs_fn: Callable[..., Any],
        sample_ids_shape: Any = None,
        sample_ids_dtype: Any = None,
    ) -> None:
        self._initialize_fn, self._sample_fn, self._next_inputs_fn = initialize_fn, sample_fn, next_inputs_fn
        self._sample_ids_shape = v1.TensorShape(sample_ids_shape or [])
        self._sample_ids_dtype = sample_ids_dtype or v1.int32

    @property
    def sample_ids_shape(self) -> Any:
        return self._sample_ids_shape

    @property
    def sample_ids_dtype(self) -> Any:
        return self._sample_ids_dtype

    def initialize(self, inputs: Any, **kwargs: Any) -> Any:
        finished, first = self._initialize_fn(inputs, **kwargs)
        if self._batch_size is None:
            self._batch_size = v1.size(finished)
        return finished, first

    def sample(self, time: Any, outputs: Any, state: Any) -> Any:
        return self._sample_fn(time=time, outputs=outputs, state=state)

    def next_inputs(self, time: Any, outputs: Any, state: Any, sample_ids: Any) -> Any:
        return self._next_inputs_fn(time=time, outputs=outputs, state=state, sample_ids=sample_ids)


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
        self.embedding_fn = _callable_or_none(embedding_fn)
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


class GreedyEmbeddingSampler(Sampler):
    """Takes the best class."""

    def __init__(self, embedding_fn: Callable[[Any], Any] | None = None) -> None:
        self.embedding_fn = _callable_or_none(embedding_fn)

    def initialize(  # type: ignore[override]
        self, embedding: Any, start_tokens: Any = None, end_token: Any = None
    ) -> Any:
        if self.embedding_fn is None:
            self.embedding_fn = lookup_in(embedding)
        self.start_tokens, self.end_token = start_and_end(start_tokens, end_token)
        self._batch_size = v1.size(start_tokens)
        self.start_inputs = self.embedding_fn(self.start_tokens)
        return v1.tile([False], [self._batch_size]), self.start_inputs

    def sample(self, time: Any, outputs: Any, state: Any) -> Any:
        return v1.argmax(single(outputs), axis=-1, output_type=v1.int32)

    def next_inputs(self, time: Any, outputs: Any, state: Any, sample_ids: Any) -> Any:
        embed: Any = self.embedding_fn
        finished = v1.equal(sample_ids, self.end_token)
        inputs = v1.cond(v1.reduce_all(finished), lambda: self.start_inputs, lambda: embed(sample_ids))
        return finished, inputs, state


class SampleEmbeddingSampler(GreedyEmbeddingSampler):
    """Draws the class, from the outputs divided by `softmax_temperature`."""

    def __init__(
        self,
        embedding_fn: Callable[[Any], Any] | None = None,
        softmax_temperature: Any = None,
        seed: int | None = None,
    ) -> None:
        super().__init__(embedding_fn)
        self.softmax_temperature = softmax_temperature
        self.seed = seed

    def sample(self, time: Any, outputs: Any, state: Any) -> Any:
        logits = single(outputs)
        if self.softmax_temperature is not None:
            logits = logits / self.softmax_temperature
        return categorical_sample(logits=logits, seed=self.seed)


class InferenceSampler(Sampler):
    """Feeds back what `sample_fn` makes of the outputs, until `end_fn` says true."""

    def __init__(
        self,
        sample_fn: Callable[[Any], Any],
        sample_shape: Any,
        sample_dtype: Any,
        end_fn: Callable[[Any], Any],
        next_inputs_fn: Callable[[Any], Any] | None = None,
    ) -> None:
        self.sample_fn, self.end_fn, self.next_inputs_fn = sample_fn, end_fn, next_inputs_fn
        self.sample_shape = v1.TensorShape(sample_shape)
        self.sample_dtype = sample_dtype

    @property
    def sample_ids_shape(self) -> Any:
        return self.sample_shape

    @property
    def sample_ids_dtype(self) -> Any:
        return self.sample_dtype

    def initialize(self, start_inputs: Any) -> Any:  # type: ignore[override]
        self.start_inputs = v1.convert_to_tensor(start_inputs, name="start_inputs")
        self._batch_size = v1.shape(start_inputs)[0]
        return v1.tile([False], [self._batch_size]), self.start_inputs

    def sample(self, time: Any, outputs: Any, state: Any) -> Any:
        return self.sample_fn(outputs)

    def next_inputs(self, time: Any, outputs: Any, state: Any, sample_ids: Any) -> Any:
        inputs = sample_ids if self.next_inputs_fn is None else self.next_inputs_fn(sample_ids)
        return self.end_fn(sample_ids), inputs, state


def _callable_or_none(embedding_fn: Any) -> Any:
    if embedding_fn is not None and not callable(embedding_fn):
        raise ValueError(f"embedding_fn is expected to be callable, got {type(embedding_fn)}")
    return embedding_fn
