"""Feature columns over modules, and the exporter of an estimator's modules."""

import numpy as np
import pytest
import tensorflow_hub as hub

import tfcompat.v1 as tf


def _text_module():
    words = tf.placeholder(tf.string, [None])
    table = tf.get_variable("table", [5, 3], initializer=tf.constant_initializer(np.arange(15.0)))
    hub.add_signature(inputs=words, outputs=tf.gather(table, tf.string_to_hash_bucket_fast(words, 5)))


def _image_module():
    images = tf.placeholder(tf.float32, [None, 4, 2, 3])
    hub.add_signature(inputs={"images": images}, outputs=tf.reduce_mean(images, [1, 2]))


def _layer(column, features):
    with tf.Graph().as_default(), tf.Session() as session:
        tensors = {key: value() if callable(value) else tf.constant(value) for key, value in features.items()}
        layer = tf.feature_column.input_layer(tensors, [column])
        session.run([tf.global_variables_initializer(), tf.tables_initializer()])
        return session.run(layer), [each.op.name for each in tf.trainable_variables()]


def test_text():
    spec = hub.create_module_spec(_text_module)
    words = np.array([["red"], ["blue"], ["red"]])
    values, trained = _layer(hub.text_embedding_column("text", spec, trainable=True), {"text": words})
    assert values.shape == (3, 3) and values[0].tolist() == values[2].tolist() and values[0, 1] == values[0, 0] + 1
    assert [name.rpartition("/")[2] for name in trained] == ["table"]
    assert _layer(hub.text_embedding_column("text", spec), {"text": words})[1] == []


@pytest.mark.parametrize(("combiner", "factor"), [("sum", 1.0), ("mean", 0.5), ("sqrtn", 0.5**0.5)])
def test_sparse_text(combiner, factor):
    spec = hub.create_module_spec(_text_module)
    column = hub.sparse_text_embedding_column("text", spec, combiner, "none")
    sparse = lambda: tf.SparseTensor([[0, 0], [0, 1]], ["red", "blue"], [2, 2])  # noqa: E731
    values, _ = _layer(column, {"text": sparse})
    words = np.array([["red"], ["blue"], ["none"]])
    single, _ = _layer(hub.text_embedding_column("text", spec), {"text": words})
    np.testing.assert_allclose(values, [factor * (single[0] + single[1]), single[2]], rtol=1e-5)


def test_images():
    spec = hub.create_module_spec(_image_module)
    column = hub.image_embedding_column("photo", spec)
    pixels = np.arange(48, dtype=np.float32).reshape(2, 4, 2, 3)
    np.testing.assert_allclose(_layer(column, {"photo": pixels})[0], pixels.mean((1, 2)))
    assert hub.get_expected_image_size(spec) == [4, 2] and hub.get_num_image_channels(spec) == 3


def test_modules_that_do_not_fit():
    text, image = hub.create_module_spec(_text_module), hub.create_module_spec(_image_module)
    with pytest.raises(ValueError, match="Module is not a text-embedding"):
        hub.text_embedding_column("text", image)
    with pytest.raises(ValueError, match="not usable as image embedding"):
        hub.image_embedding_column("photo", text)
    with pytest.raises(ValueError, match="combiner must be"):
        hub.sparse_text_embedding_column("text", text, "max", None)


def test_latest_module_exporter(tmp_path):
    spec = hub.create_module_spec(_text_module)

    def model_fn(features, labels, mode):
        module = hub.Module(spec, trainable=True)
        hub.register_module_for_export(module, "words")
        loss = tf.reduce_sum(tf.square(module(features["text"]) - 1.0))
        step = tf.train.GradientDescentOptimizer(0.1).minimize(loss, tf.train.get_or_create_global_step())
        return tf.estimator.EstimatorSpec(mode, predictions=loss, loss=loss, train_op=step)

    def serving():
        words = tf.placeholder(tf.string, [None])
        return tf.estimator.export.ServingInputReceiver({"text": words}, words)

    estimator = tf.estimator.Estimator(model_fn, str(tmp_path / "model"))
    estimator.train(lambda: ({"text": tf.constant(["red", "blue"])}, tf.constant([0, 0])), steps=3)
    folder = hub.LatestModuleExporter("hub", serving, exports_to_keep=1).export(estimator, str(tmp_path / "out"))
    module = hub.Module(folder.decode() + "/words")
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        trained = session.run(module.variables[0])
    np.testing.assert_array_equal(trained, estimator.get_variable_value("module/table"))
    assert not np.array_equal(trained.ravel(), np.arange(15.0))
    with pytest.raises(ValueError, match="must be a positive number"):
        hub.LatestModuleExporter("hub", serving, 0)
