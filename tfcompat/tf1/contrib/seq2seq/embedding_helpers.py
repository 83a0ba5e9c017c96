"""`GreedyEmbeddingHelper` and `SampleEmbeddingHelper`: feed back the embedding of what was decoded."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.seq2seq.helpers import Helper
from tfcompat.tf1.contrib.seq2seq.sampling import categorical_sample


def lookup_in(embedding: Any) -> Callable[[Any], Any]:
    """`embedding` if it is a function of numbers, else the function that looks them up in it."""
    return embedding if callable(embedding) else lambda ids: v1.nn.embedding_lookup(embedding, ids)


def start_and_end(start_tokens: Any, end_token: Any) -> tuple[Any, Any]:
    """Both as int32 tensors; ValueError unless they are a vector and a scalar."""
    start = v1.convert_to_tensor(start_tokens, dtype=v1.int32, name="start_tokens")
    end = v1.convert_to_tensor(end_token, dtype=v1.int32, name="end_token")
    if start.get_shape().ndims != 1:
        raise ValueError("start_tokens must be a vector")
    if end.get_shape().ndims != 0:
        raise ValueError("end_token must be a scalar")
    return start, end


class GreedyEmbeddingHelper(Helper):
    """Takes the best class of `[batch, classes]` outputs; starts from `start_tokens`, ends at `end_token`."""

    def __init__(self, embedding: Any, start_tokens: Any, end_token: Any) -> None:
        self._embedding_fn = lookup_in(embedding)
        self._start_tokens, self._end_token = start_and_end(start_tokens, end_token)
        self._batch_size = v1.size(start_tokens)
        self._start_inputs = self._embedding_fn(self._start_tokens)

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
        return v1.tile([False], [self._batch_size]), self._start_inputs

    def sample(self, time: Any, outputs: Any, state: Any, name: str | None = None) -> Any:
        return v1.argmax(single(outputs), axis=-1, output_type=v1.int32)

    def next_inputs(self, time: Any, outputs: Any, state: Any, sample_ids: Any, name: str | None = None) -> Any:
        finished = v1.equal(sample_ids, self._end_token)
        inputs = v1.cond(v1.reduce_all(finished), lambda: self._start_inputs, lambda: self._embedding_fn(sample_ids))
        return finished, inputs, state


class SampleEmbeddingHelper(GreedyEmbeddingHelper):
    """Draws the class, from the outputs divided by `softmax_temperature`."""

    def __init__(
        self,
        embedding: Any,
        start_tokens: Any,
        end_token: Any,
        softmax_temperature: Any = None,
        seed: int | None = None,
    ) -> None:
        super().__init__(embedding, start_tokens, end_token)
        self._softmax_temperature = softmax_temperature
        self._seed = seed

    def sample(self, time: Any, outputs: Any, state: Any, name: str | None = None) -> Any:
        logits = single(outputs)
        if self._softmax_temperature is not None:
            logits = logits / self._softmax_temperature
        return categorical_sample(logits=logits, seed=self._seed)


def single(outputs: Any) -> Any:
    """The outputs; TypeError if they are not one tensor."""
    if not isinstance(outputs, v1.Tensor):
        raise TypeError(f"Expected outputs to be a single Tensor, got: {type(outputs)}")
    return outputs
