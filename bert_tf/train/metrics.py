"""How often a model is right, and how well its numbers go with the true ones, while it trains."""

from __future__ import annotations

from typing import Any

import keras
import tensorflow as tf

from bert_tf.train.data.example import IGNORED


@keras.saving.register_keras_serializable(package="bert_tf")
class Accuracy(keras.metrics.Mean):
    """The share of labels [..] that have the highest of the scores [..,K]; ignored ones do not count."""

    def update_state(self, y_true: Any, y_pred: Any, sample_weight: Any = None) -> None:
        """`sample_weight` is not looked at: which labels count, they say themselves."""
        labels = tf.reshape(y_true, tf.shape(y_pred)[:-1])
        right = tf.equal(tf.argmax(y_pred, axis=-1, output_type=labels.dtype), labels)
        super().update_state(tf.cast(right, tf.float32), tf.not_equal(labels, IGNORED))


@keras.saving.register_keras_serializable(package="bert_tf")
class MicroF1(keras.metrics.Metric):
    """F1 over all labels [B,K] of all texts together, where a score above 0 means that a label is there.

    Source: Hugging Face's `run_classification.py`, which takes scikit-learn's with `average="micro"`.
    """

    def __init__(self, name: str = "f1", **kwargs: Any) -> None:
        super().__init__(name=name, **kwargs)
        self.right, self.given = (self.add_weight(name=each, initializer="zeros") for each in ("right", "given"))

    def update_state(self, y_true: Any, y_pred: Any, sample_weight: Any = None) -> None:
        """`sample_weight` is not looked at."""
        true, said = tf.cast(y_true, tf.float32), tf.cast(y_pred > 0, tf.float32)
        self.right.assign_add(tf.reduce_sum(true * said))
        self.given.assign_add(tf.reduce_sum(true) + tf.reduce_sum(said))

    def result(self) -> Any:
        """0 where no label is there and none is said."""
        return tf.math.divide_no_nan(2 * self.right.value, self.given.value)


class _Correlation(keras.metrics.Metric):
    """Keeps every pair of numbers of a pass, since ranks cannot be summed up batch by batch.

    Args:
      most: how many pairs there are at most.
    """

    def __init__(self, most: int, name: str, **kwargs: Any) -> None:
        super().__init__(name=name, **kwargs)
        self.most = most
        self.pairs = self.add_weight(name="pairs", shape=(2, most), initializer="zeros")
        self.count = self.add_weight(name="count", shape=(), initializer="zeros", dtype="int32")

    def update_state(self, y_true: Any, y_pred: Any, sample_weight: Any = None) -> None:
        """`sample_weight` is not looked at."""
        both = [tf.reshape(tf.cast(each, tf.float32), [-1]) for each in (y_true, y_pred)]
        places = self.count.value + tf.range(tf.size(both[0]))
        self.pairs.assign(tf.stack([
            tf.tensor_scatter_nd_update(old, places[:, tf.newaxis], new)
            for old, new in zip(tf.unstack(tf.convert_to_tensor(self.pairs.value)), both, strict=True)
        ]))  # fmt: skip
        self.count.assign_add(tf.size(both[0]))

    def result(self) -> Any:
        """Between -1 and 1; 0 where either number never changes."""
        there = tf.range(self.most) < self.count.value
        one, other = (self._seen(each, there) for each in tf.unstack(tf.convert_to_tensor(self.pairs.value)))
        count = tf.maximum(tf.cast(self.count.value, tf.float32), 1.0)
        one, other = (
            tf.where(there, each - tf.reduce_sum(tf.where(there, each, 0.0)) / count, 0.0) for each in (one, other)
        )
        spread = tf.norm(one) * tf.norm(other)
        return tf.math.divide_no_nan(tf.reduce_sum(one * other), spread)

    def _seen(self, values: Any, there: Any) -> Any:
        return values

    def get_config(self) -> dict[str, Any]:
        return {**super().get_config(), "most": self.most}


@keras.saving.register_keras_serializable(package="bert_tf")
class Pearson(_Correlation):
    """Pearson's correlation, as GLUE's of STS-B."""

    def __init__(self, most: int, name: str = "pearson", **kwargs: Any) -> None:
        super().__init__(most, name, **kwargs)


@keras.saving.register_keras_serializable(package="bert_tf")
class Spearman(_Correlation):
    """Spearman's, which is Pearson's of the ranks; equal numbers share the mean of theirs. As GLUE's of STS-B."""

    def __init__(self, most: int, name: str = "spearman", **kwargs: Any) -> None:
        super().__init__(most, name, **kwargs)

    def _seen(self, values: Any, there: Any) -> Any:
        ordered = tf.sort(tf.where(there, values, values.dtype.max))
        first, after = (tf.searchsorted(ordered, values, side) for side in ("left", "right"))
        return tf.cast(first + after, tf.float32) / 2


def of(model: Any, most: int) -> Any:
    """The metrics for `compile`, of at most so many examples.

    A regression has none on several devices: none of them has all the numbers.
    """
    if model.config.problem_type == "regression":
        alone = tf.distribute.get_strategy().num_replicas_in_sync == 1
        return [Pearson(most), Spearman(most)] if alone and model.config.num_labels == 1 else []
    if model.config.problem_type == "multi_label_classification":
        return [MicroF1()]
    names = [name.split("_")[0] for name in model.targets]
    return [Accuracy("accuracy")] if len(names) == 1 else [[Accuracy(f"{name}_accuracy")] for name in names]
