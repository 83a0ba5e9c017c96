"""`ScheduledEmbeddingTrainingHelper`: now and then feeds the embedding of a sample (arXiv:1506.03099)."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.seq2seq.embedding_helpers import lookup_in
from tfcompat.tf1.contrib.seq2seq.mixing import mixed
from tfcompat.tf1.contrib.seq2seq.sampling import bernoulli_sample, categorical_sample
from tfcompat.tf1.contrib.seq2seq.training_helper import TrainingHelper, probability_of


class ScheduledEmbeddingTrainingHelper(TrainingHelper):
    """With probability `sampling_probability` the next input is a sample's embedding; samples not used are -1."""

    def __init__(
        self,
        inputs: Any,
        sequence_length: Any,
        embedding: Any,
        sampling_probability: Any,
        time_major: bool = False,
        seed: int | None = None,
        scheduling_seed: int | None = None,
        name: str | None = None,
    ) -> None:
        with v1.name_scope(name, "ScheduledEmbeddingSamplingWrapper", [embedding, sampling_probability]):
            self._embedding_fn = lookup_in(embedding)
            self._sampling_probability = probability_of(sampling_probability)
            self._seed, self._scheduling_seed = seed, scheduling_seed
            super().__init__(inputs, sequence_length, time_major=time_major, name=name)

    def sample(  # type: ignore[override]
        self, time: Any, outputs: Any, state: Any, name: str | None = None
    ) -> Any:
        with v1.name_scope(name, "ScheduledEmbeddingTrainingHelperSample", [time, outputs, state]):
            return sampled_or_not(
                outputs, self._sampling_probability, self.batch_size, self._seed, self._scheduling_seed
            )

    def next_inputs(  # type: ignore[override]
        self, time: Any, outputs: Any, state: Any, sample_ids: Any, name: str | None = None
    ) -> Any:
        with v1.name_scope(name, "ScheduledEmbeddingTrainingHelperNextInputs", [time, outputs, state, sample_ids]):
            finished, inputs, state = super().next_inputs(
                time=time, outputs=outputs, state=state, sample_ids=sample_ids, name=name
            )
            return finished, embedded_samples(finished, inputs, sample_ids, self._embedding_fn), state


def sampled_or_not(outputs: Any, probability: Any, batch: Any, seed: int | None, scheduling_seed: int | None) -> Any:
    """Classes drawn from the outputs, or -1."""
    chosen = bernoulli_sample(probs=probability, dtype=v1.bool, sample_shape=batch, seed=scheduling_seed)
    return v1.where(chosen, categorical_sample(logits=outputs, seed=seed), v1.fill([batch], -1))


def embedded_samples(finished: Any, inputs: Any, sample_ids: Any, embed: Any) -> Any:
    """The inputs, with the embeddings of the samples in the places that have one."""

    def some() -> Any:
        chosen = v1.cast(v1.where(sample_ids > -1), v1.int32)
        others = v1.cast(v1.where(sample_ids <= -1), v1.int32)
        ids = v1.gather_nd(sample_ids, chosen)
        kept = v1.gather_nd(inputs, others)
        return mixed(inputs, chosen, embed(ids), others, kept)

    return v1.cond(v1.reduce_all(finished), lambda: inputs, some)
