"""Samplers that feed back embeddings; of `tensorflow.contrib.seq2seq.python.ops.sampler`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.seq2seq.embedding_helpers import lookup_in, single, start_and_end
from tfcompat.tf1.contrib.seq2seq.samplers import Sampler, callable_or_none
from tfcompat.tf1.contrib.seq2seq.sampling import categorical_sample


class GreedyEmbeddingSampler(Sampler):
    """Takes the best class."""

    def __init__(self, embedding_fn: Callable[[Any], Any] | None = None) -> None:
        self.embedding_fn = callable_or_none(embedding_fn)

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
