"""Writes checkpoints, meta graphs, a frozen graph and a SavedModel, and checks such files against what was recorded.

The same code runs under 1.15 and here, so each can check what the other wrote.
"""

import json
import os

import numpy as np
import tensorflow as tf

from .checkpoint_models import IMAGES, MODELS, SERIES

BEFORE, AFTER = 3, 5
WITH_META = ("convnet",)


def steps(session, train, loss, feed, count):
    """The loss before each of `count` training steps."""
    losses = []
    for _ in range(count):
        losses.append(float(session.run(loss, feed)))
        session.run(train, feed)
    return losses


def variables():
    """Name, shape and trainable or not of every variable of the default graph."""
    trainable = set(tf.trainable_variables())
    return [[v.name, v.shape.as_list(), v in trainable] for v in tf.global_variables()]


def write(folder):
    """Fills `folder`; answers what is to be found when the files are used."""
    found = {}
    for name, make in MODELS.items():
        with tf.Graph().as_default(), tf.Session() as session:
            tf.set_random_seed(12)
            model = make()
            for each in (model.train, model.loss, model.output):
                tf.add_to_collection("model", each)
            session.run(tf.global_variables_initializer())
            steps(session, model.train, model.loss, model.feed, BEFORE)
            saver = tf.train.Saver()
            saver.save(session, os.path.join(folder, name), write_meta_graph=name in WITH_META, write_state=False)
            output = session.run(model.output, model.feed)
            if name == "convnet":
                _freeze(session, folder)
            losses = steps(session, model.train, model.loss, model.feed, AFTER)
            found[name] = {"variables": variables(), "losses": losses, "output": np.asarray(output).tolist()}
    found["saved_model"] = {"output": _export(os.path.join(folder, "saved_model"))}
    with open(os.path.join(folder, "recorded.json"), "w") as out:
        json.dump(found, out, indent=0, sort_keys=True)
        out.write("\n")
    return found


def _freeze(session, folder):
    frozen = tf.graph_util.convert_variables_to_constants(session, session.graph_def, ["output"])
    with tf.gfile.GFile(os.path.join(folder, "frozen.pb"), "wb") as out:
        out.write(frozen.SerializeToString())


def _export(target):
    with tf.Graph().as_default(), tf.Session() as session:
        tf.set_random_seed(12)
        series = tf.placeholder(tf.float32, [3, 4, 2], name="series")
        with tf.variable_scope("exported", use_resource=True):
            state = tf.layers.dense(tf.reshape(series, [3, 8]), 2, tf.nn.sigmoid, name="state")
        session.run(tf.global_variables_initializer())
        tf.saved_model.simple_save(session, target, {"series": series}, {"state": state})
        return session.run(state, {series: SERIES}).tolist()


def recorded(folder):
    with open(os.path.join(folder, "recorded.json")) as file:
        return json.load(file)


def restored(folder, name):
    """Builds the model here, restores the checkpoint, trains on: (variables, losses, output)."""
    with tf.Graph().as_default(), tf.Session() as session:
        model = MODELS[name]()
        tf.train.Saver().restore(session, os.path.join(folder, name))
        output = session.run(model.output, model.feed)
        return variables(), steps(session, model.train, model.loss, model.feed, AFTER), np.asarray(output).tolist()


def imported(folder, name):
    """Takes the graph from the meta graph instead; the rest as `restored`."""
    with tf.Graph().as_default(), tf.Session() as session:
        saver = tf.train.import_meta_graph(os.path.join(folder, name + ".meta"))
        saver.restore(session, os.path.join(folder, name))
        train, loss, output = tf.get_collection("model")
        got = session.run(output, {"images:0": IMAGES})
        return variables(), steps(session, train, loss, {"images:0": IMAGES}, AFTER), np.asarray(got).tolist()


def stored(folder, name):
    """The names and shapes in the checkpoint's own table."""
    return sorted(tf.train.list_variables(os.path.join(folder, name)))


def frozen_output(folder):
    definition = tf.GraphDef()
    with tf.gfile.GFile(os.path.join(folder, "frozen.pb"), "rb") as file:
        definition.ParseFromString(file.read())
    with tf.Graph().as_default(), tf.Session() as session:
        (output,) = tf.import_graph_def(definition, return_elements=["output:0"], name="frozen")
        return session.run(output, {"frozen/images:0": IMAGES}).tolist()


def saved_model_output(folder):
    with tf.Session(graph=tf.Graph()) as session:
        meta = tf.saved_model.loader.load(session, ["serve"], os.path.join(folder, "saved_model"))
        signature = meta.signature_def["serving_default"]
        feed = {signature.inputs["series"].name: SERIES}
        return session.run(signature.outputs["state"].name, feed).tolist()


def near(one, other):
    """Whether nested lists of numbers agree to float32's rounding."""
    return np.allclose(one, other, rtol=1e-5, atol=1e-6)
