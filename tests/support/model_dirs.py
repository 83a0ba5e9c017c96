"""Trains an estimator in a folder and goes on from one: the same code under 1.15 and here (Python 3.7 syntax)."""

import json
import os
from typing import Any

import numpy as np

from tests.support.contrib_builders.estimators import losses_hook

BEFORE, AFTER = 7, 5
_DRAW = np.random.RandomState(9)
_FEATURES = {"a": _DRAW.rand(24, 2).astype(np.float32), "b": _DRAW.randint(0, 4, (24, 1))}
_LABELS = _DRAW.randint(0, 3, 24)


def _input(tf: Any, num_epochs: Any) -> Any:
    make = tf.estimator.inputs.numpy_input_fn
    return make(_FEATURES, _LABELS, batch_size=5, num_epochs=num_epochs, shuffle=False)


def _estimator(tf: Any, folder: str) -> Any:
    column = tf.feature_column
    kinds = column.categorical_column_with_identity("b", 4)
    return tf.estimator.DNNLinearCombinedClassifier(
        linear_feature_columns=[kinds],
        dnn_feature_columns=[column.numeric_column("a", (2,)), column.embedding_column(kinds, 3)],
        dnn_hidden_units=[5],
        n_classes=3,
        config=tf.estimator.RunConfig(model_dir=folder, tf_random_seed=17),
    )


def start(tf: Any, folder: str) -> None:
    """Trains a new model into the folder."""
    _estimator(tf, folder).train(_input(tf, None), steps=BEFORE)


def go_on(tf: Any, folder: str) -> Any:
    """What the model in the folder gives: metrics, then the losses of further steps, and its steps in all."""
    estimator = _estimator(tf, folder)
    metrics = estimator.evaluate(_input(tf, 1))
    losses = []  # type: Any
    estimator.train(_input(tf, None), steps=AFTER, hooks=[losses_hook(tf, losses)])
    names = sorted(estimator.get_variable_names())
    return {
        "metrics": {key: float(value) for key, value in sorted(metrics.items())},
        "losses": [float(each) for each in losses],
        "steps": int(estimator.get_variable_value("global_step")),
        "variables": [[name, list(estimator.get_variable_value(name).shape)] for name in names],
    }


def keep_the_checkpoint(folder: str) -> None:
    """Removes what a model directory holds besides its newest checkpoint: graphs and events."""
    for root, _, files in os.walk(folder):
        for name in files:
            newest = name.startswith(f"model.ckpt-{BEFORE}.") and not name.endswith(".meta")
            if name not in ("checkpoint", "recorded.json") and not newest:
                os.remove(os.path.join(root, name))


def recorded(folder: str) -> Any:
    with open(os.path.join(folder, "recorded.json")) as file:
        found = json.load(file)
    return found
