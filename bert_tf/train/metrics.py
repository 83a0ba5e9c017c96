"""How often a model is right, while it trains."""

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


def of(model: Any) -> Any:
    """The metrics for `compile`."""
    if model.config.problem_type == "regression":
        return []
    names = [name.split("_")[0] for name in model.targets]
    return [Accuracy("accuracy")] if len(names) == 1 else [[Accuracy(f"{name}_accuracy")] for name in names]
