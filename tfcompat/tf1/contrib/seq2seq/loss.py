"""`sequence_loss`: weighted cross-entropy over the steps of a batch of sequences."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.v1api import keras, v1

_Loss: Any = keras().losses.Loss


def sequence_loss(
    logits: Any,
    targets: Any,
    weights: Any,
    average_across_timesteps: bool = True,
    average_across_batch: bool = True,
    sum_over_timesteps: bool = False,
    sum_over_batch: bool = False,
    softmax_loss_function: Callable[..., Any] | None = None,
    name: str | None = None,
) -> Any:
    """Of `[batch, time, classes]` logits, int `[batch, time]` targets, and weights: a scalar, or by batch or time.

    Averages divide by the sum of the weights, sums by the number of weights that are not 0.

    Raises:
      ValueError: a wrong rank, or an average and a sum asked for over the same dimension.
    """
    for what, value, rank, shape in (
        ("Logits", logits, 3, "[batch_size x sequence_length x logits]"),
        ("Targets", targets, 2, "[batch_size x sequence_length]"),
        ("Weights", weights, 2, "[batch_size x sequence_length]"),
    ):
        if len(value.get_shape()) != rank:
            raise ValueError(f"{what} must be a {shape} tensor")
    for over, average, total in (
        ("timesteps", average_across_timesteps, sum_over_timesteps),
        ("batch", average_across_batch, sum_over_batch),
    ):
        if average and total:
            raise ValueError(f"average_across_{over} and sum_over_{over} cannot be set to True at same time.")
    with v1.name_scope(name, "sequence_loss", [logits, targets, weights]):
        rows = v1.reshape(logits, [-1, v1.shape(logits)[2]])
        targets = v1.reshape(targets, [-1])
        loss = softmax_loss_function or v1.nn.sparse_softmax_cross_entropy_with_logits
        entropy = loss(labels=targets, logits=rows)
        entropy *= v1.reshape(weights, [-1])
        if average_across_timesteps and average_across_batch:
            entropy = v1.reduce_sum(entropy)
            return v1.div_no_nan(entropy, v1.reduce_sum(weights))
        if sum_over_timesteps and sum_over_batch:
            entropy = v1.reduce_sum(entropy)
            return v1.div_no_nan(entropy, v1.cast(v1.count_nonzero(weights), entropy.dtype))
        entropy = v1.reshape(entropy, v1.shape(logits)[0:2])
        if average_across_timesteps or average_across_batch:
            axis = [0] if average_across_batch else [1]
            entropy = v1.reduce_sum(entropy, axis=axis)
            return v1.div_no_nan(entropy, v1.reduce_sum(weights, axis=axis))
        if sum_over_timesteps or sum_over_batch:
            axis = [0] if sum_over_batch else [1]
            entropy = v1.reduce_sum(entropy, axis=axis)
            return v1.div_no_nan(entropy, v1.cast(v1.count_nonzero(weights, axis=axis), dtype=entropy.dtype))
        return entropy


class SequenceLoss(_Loss):
    """The same as a loss of Keras; of `tensorflow.contrib.seq2seq.python.ops.loss`."""

    def __init__(
        self,
        average_across_timesteps: bool = False,
        average_across_batch: bool = False,
        sum_over_timesteps: bool = True,
        sum_over_batch: bool = True,
        softmax_loss_function: Callable[..., Any] | None = None,
        name: str | None = None,
    ) -> None:
        super().__init__(name=name)
        self.average_across_timesteps, self.average_across_batch = average_across_timesteps, average_across_batch
        self.sum_over_timesteps, self.sum_over_batch = sum_over_timesteps, sum_over_batch
        self.softmax_loss_function = softmax_loss_function

    def __call__(self, y_true: Any, y_pred: Any, sample_weight: Any = None) -> Any:
        return sequence_loss(
            y_pred,
            y_true,
            sample_weight,
            average_across_timesteps=self.average_across_timesteps,
            average_across_batch=self.average_across_batch,
            sum_over_timesteps=self.sum_over_timesteps,
            sum_over_batch=self.sum_over_batch,
            softmax_loss_function=self.softmax_loss_function,
            name=self.name,
        )

    def call(self, y_true: Any, y_pred: Any) -> Any:
        return self(y_true, y_pred)
