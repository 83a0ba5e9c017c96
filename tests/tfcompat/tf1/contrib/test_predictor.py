"""`tf.contrib.predictor`: an estimator and its SavedModel answer alike."""

import numpy as np
import pytest

import tfcompat.v1 as tf

ROWS = np.float32([[0.5, 1.0], [2.0, -1.0], [0.0, 3.0]])


def _serving():
    given = tf.placeholder(tf.float32, [None, 2], name="rows")
    return tf.estimator.export.ServingInputReceiver({"x": given}, {"x": given})


@pytest.fixture(scope="module")
def trained(tmp_path_factory):
    folder = str(tmp_path_factory.mktemp("model"))
    columns = [tf.feature_column.numeric_column("x", (2,))]
    config = tf.estimator.RunConfig(model_dir=folder, tf_random_seed=3)
    estimator = tf.estimator.LinearRegressor(columns, config=config)
    labels = ROWS.sum(1)
    estimator.train(tf.estimator.inputs.numpy_input_fn({"x": ROWS}, labels, num_epochs=None, shuffle=False), steps=4)
    return estimator


def test_from_an_estimator_and_from_its_saved_model(trained, tmp_path):
    make = tf.estimator.inputs.numpy_input_fn
    expected = [row["predictions"] for row in trained.predict(make({"x": ROWS}, num_epochs=1, shuffle=False))]
    predict = tf.contrib.predictor.from_estimator(trained, _serving, output_key="predict")
    np.testing.assert_allclose(predict({"x": ROWS})["predictions"], expected, rtol=1e-6)
    exported = trained.export_savedmodel(str(tmp_path), _serving)
    saved = tf.contrib.predictor.from_saved_model(exported, signature_def_key="predict")
    np.testing.assert_allclose(saved({"x": ROWS})["predictions"], expected, rtol=1e-6)
    with pytest.raises(ValueError, match="unexpected keys in input_dict: {'y'}"):
        saved({"y": ROWS})
    with pytest.raises(ValueError, match='Got signature_def_key "none"'):
        tf.contrib.predictor.from_saved_model(exported, signature_def_key="none")


def test_each_kind_of_estimator_has_its_own_function(trained):
    with pytest.raises(TypeError, match="You likely want to call from_estimator"):
        tf.contrib.predictor.from_contrib_estimator(trained, _serving)
    with pytest.raises(KeyError, match="output_key must be one of"):
        tf.contrib.predictor.from_estimator(trained, _serving, output_key="none")
