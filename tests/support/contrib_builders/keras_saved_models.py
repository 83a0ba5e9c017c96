"""`tf.contrib.saved_model` and `tf.keras.experimental`: a Keras model as 1.15's folder. Rows 6, width 4, outputs 2."""

import os
import tempfile
from typing import Any

import numpy as np

from tests.support.contrib_builders.registry import builder

_DRAW = np.random.RandomState(9)
_ROWS, _WANTED = _DRAW.rand(6, 4).astype(np.float32), _DRAW.rand(6, 2).astype(np.float32)


def _model(tf: Any, optimizer: Any) -> Any:
    layers = tf.keras.layers
    given = layers.Input(shape=(4,), name="rows")
    hidden = layers.BatchNormalization(name="norm")(layers.Dense(3, activation="tanh", name="hidden")(given))
    model = tf.keras.Model(given, layers.Dense(2, name="scores")(layers.Dropout(0.5)(hidden)))
    draw = np.random.RandomState(4)
    model.set_weights([np.abs(draw.normal(size=each.shape)) + 0.1 for each in model.get_weights()])
    if optimizer is not None:
        model.compile(optimizer, "mse", metrics=["mae"])
        model.fit(_ROWS, _WANTED, batch_size=6, epochs=1, verbose=0)
    return model


def _folder() -> str:
    return os.path.join(tempfile.mkdtemp(), "model")


def _served(tf: Any, folder: str, tags: Any) -> Any:
    """Names of a graph's signatures with their inputs and outputs, and what the rows give where it serves."""
    with tf.Session(graph=tf.Graph()) as session:
        graph = tf.saved_model.loader.load(session, tags, folder)
        names = []
        for key in sorted(graph.signature_def):
            signature = graph.signature_def[key]
            names += ["%s %s %s" % (key, sorted(signature.inputs), signature.method_name)]
            names += ["%s %s" % (each, signature.outputs[each].dtype) for each in sorted(signature.outputs)]
        if "serve" not in tags:
            return [names]
        signature = graph.signature_def["serving_default"]
        scores = session.run(signature.outputs["scores"].name, {signature.inputs["rows"].name: _ROWS})
    return [names, scores]


def _loaded(tf: Any, folder: str) -> Any:
    model = tf.contrib.saved_model.load_keras_model(folder)
    return [model.predict(_ROWS), sorted(name for name, _ in tf.train.list_variables(folder + "/variables/variables"))]


def _constants(tf: Any, *values: Any) -> Any:
    return [tf.constant(np.asarray(each).tolist()) for value in values for each in value]


@builder
def compiled_with_an_optimizer_of_train(tf: Any) -> Any:
    folder = _folder()
    tf.contrib.saved_model.save_keras_model(_model(tf, tf.train.AdamOptimizer(0.1)), folder)
    graphs = [_served(tf, folder, tags) for tags in (["train"], ["eval"], ["serve"])]
    return _constants(tf, *graphs, _loaded(tf, folder))


@builder
def compiled_with_an_optimizer_of_keras(tf: Any) -> Any:
    folder = _folder()
    tf.keras.experimental.export_saved_model(_model(tf, "sgd"), folder)
    graphs = [_served(tf, folder, tags) for tags in (["train"], ["eval"], ["serve"])]
    return _constants(tf, *graphs, _loaded(tf, folder))


@builder
def not_compiled(tf: Any) -> Any:
    folder = _folder()
    model = _model(tf, None)
    tf.contrib.saved_model.save_keras_model(model, folder, as_text=True)
    again = tf.keras.experimental.load_from_saved_model(folder)
    return _constants(
        tf, _served(tf, folder, ["serve"]), _loaded(tf, folder), [model.predict(_ROWS), again.predict(_ROWS)]
    )


@builder
def for_serving_only(tf: Any) -> Any:
    folder = _folder()
    tf.contrib.saved_model.save_keras_model(_model(tf, None), folder, serving_only=True)
    names, scores = _served(tf, folder, ["serve"])
    return _constants(tf, [[each for each in names if "serving_default" in each], scores])
