"""Losses over a sample of the classes: `rank_sampled_softmax_loss` and `sampled_sparse_softmax_loss`."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals import embedding_ops, nn_impl
from tfcompat.backend.v1api import v1

__all__ = ["rank_sampled_softmax_loss", "sampled_sparse_softmax_loss"]


def rank_sampled_softmax_loss(
    weights: Any,
    biases: Any,
    labels: Any,
    inputs: Any,
    num_sampled: int,
    num_resampled: int,
    num_classes: int,
    num_true: int,
    sampled_values: Any,
    resampling_temperature: Any,
    remove_accidental_hits: bool,
    partition_strategy: str,
    name: str | None = None,
) -> Any:
    """`[batch]`: sampled softmax loss over the `num_resampled` best ranked of `num_sampled` classes.

    Raises:
      ValueError: there are not that many classes, or the numbers or `partition_strategy` do not fit.
    """
    if num_sampled > num_classes:
        raise ValueError(f"num_sampled ({num_sampled}) cannot be greater than num_classes ({num_classes})")
    if num_sampled <= num_resampled:
        raise ValueError(f"num_resampled ({num_resampled}) must be less than num_sampled ({num_sampled})")
    if partition_strategy not in ("div", "mod"):
        raise ValueError(f"unsupported partition_strategy ({partition_strategy})")
    values = [weights, biases, labels, inputs, sampled_values, resampling_temperature]
    with v1.name_scope(name, "rank_sampled_softmax_loss", values) as scope:
        if not sampled_values:
            sampled_values = v1.nn.learned_unigram_candidate_sampler(
                true_classes=labels, num_true=num_true, num_sampled=num_sampled, unique=True, range_max=num_classes
            )
        resampled = _best_ranked(
            weights, biases, inputs, sampled_values, num_resampled, resampling_temperature, partition_strategy
        )
        return v1.nn.sampled_softmax_loss(
            weights=weights,
            biases=biases,
            labels=labels,
            inputs=inputs,
            num_sampled=num_resampled,
            num_classes=num_classes,
            num_true=num_true,
            sampled_values=resampled,
            remove_accidental_hits=remove_accidental_hits,
            partition_strategy=partition_strategy,
            name=scope,
        )


def sampled_sparse_softmax_loss(
    weights: Any,
    biases: Any,
    labels: Any,
    inputs: Any,
    num_sampled: int,
    num_classes: int,
    sampled_values: Any = None,
    remove_accidental_hits: bool = True,
    partition_strategy: str = "mod",
    name: str = "sampled_sparse_softmax_loss",
) -> Any:
    """`[batch]`: sparse softmax cross-entropy of `labels`, int64 `[batch, 1]`, over a sample of the classes."""
    logits, _ = nn_impl._compute_sampled_logits(
        weights=weights,
        biases=biases,
        labels=labels,
        inputs=inputs,
        num_sampled=num_sampled,
        num_classes=num_classes,
        num_true=1,
        sampled_values=sampled_values,
        subtract_log_q=True,
        remove_accidental_hits=remove_accidental_hits,
        partition_strategy=partition_strategy,
        name=name,
    )
    first = v1.zeros([v1.shape(logits)[0], 1], dtype=v1.int64)  # the true class is the first logit
    return v1.nn.sparse_softmax_cross_entropy_with_logits(labels=v1.squeeze(first), logits=logits)


def _best_ranked(
    weights: Any, biases: Any, inputs: Any, sampled_values: Any, count: int, temperature: Any, strategy: str
) -> tuple[Any, Any, Any]:
    """Of a candidate sampler's values those with the greatest logits over the batch, softened by `temperature`."""
    sampled, true_expected, sampled_expected = sampled_values
    sampled = v1.cast(v1.stop_gradient(sampled), v1.int64)
    true_expected, sampled_expected = v1.stop_gradient(true_expected), v1.stop_gradient(sampled_expected)
    softened = inputs / temperature

    def summed(embeddings: Any) -> Any:
        return v1.reduce_logsumexp(v1.matmul(embeddings, softened, transpose_b=True), axis=1, keepdims=False)

    logits = embedding_ops._embedding_lookup_and_transform(weights, sampled, strategy, transform_fn=summed)
    bias = v1.reshape(v1.nn.embedding_lookup(biases, sampled, strategy), [-1])
    logits += bias / temperature
    _, best = v1.nn.top_k(logits, k=count, sorted=False)
    return v1.gather(sampled, indices=best), true_expected, v1.gather(sampled_expected, indices=best)
