"""`Sampler`, and the samplers that are made of functions; of `tensorflow.contrib.seq2seq.python.ops.sampler`."""

from __future__ import annotations

import abc
from collections.abc import Callable
from typing import Any

from tfcompat.backend.v1api import v1


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


def callable_or_none(embedding_fn: Any) -> Any:
    """The function, or None; ValueError if it is something else."""
    if embedding_fn is not None and not callable(embedding_fn):
        raise ValueError(f"embedding_fn is expected to be callable, got {type(embedding_fn)}")
    return embedding_fn
