"""Names of 1.15's `tf.keras` that Keras dropped, with the numbers that 1.15 gives."""

import numpy as np
import pytest

import tfcompat.v1 as tf

DATA = np.array([[0.0, 1.0], [1.0, 0.0], [1.0, 1.0], [0.0, 0.0]], np.float32)


def run(fetches):
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        return session.run(fetches)


def classifier(units=1, loss="binary_crossentropy"):
    activation = "sigmoid" if units == 1 else "softmax"
    model = tf.keras.Sequential([tf.keras.layers.Dense(units, activation=activation, input_shape=(2,))])
    model.compile("sgd", loss, metrics=["accuracy"])
    return model


def test_linear_cosine_decay():
    schedule = tf.keras.experimental.LinearCosineDecay(0.5, 10, num_periods=1.5, alpha=0.1, beta=0.01)
    rates = run([schedule(step) for step in (0, 3, 10, 20)])
    np.testing.assert_allclose(rates, [0.555, 0.01478868, 0.005, 0.005], rtol=1e-5)


def test_noisy_linear_cosine_decay_without_noise_is_the_plain_one():
    noisy = tf.keras.experimental.NoisyLinearCosineDecay(0.5, 10, initial_variance=0.0, num_periods=1.5, alpha=0.1)
    plain = tf.keras.experimental.LinearCosineDecay(0.5, 10, num_periods=1.5, alpha=0.1)
    np.testing.assert_allclose(*run([noisy(3), plain(3)]), rtol=1e-6)


def test_schedules_survive_their_configuration():
    for name in ("LinearCosineDecay", "NoisyLinearCosineDecay"):
        schedule = getattr(tf.keras.experimental, name)(0.5, 10)
        assert type(schedule).from_config(schedule.get_config()).get_config() == schedule.get_config()


@pytest.mark.parametrize("implementation", [1, 2])
def test_peephole_lstm_cell(implementation):
    cell = tf.keras.experimental.PeepholeLSTMCell(
        2, kernel_initializer="ones", recurrent_initializer="ones", implementation=implementation
    )
    sequence = tf.constant([[[0.1, 0.2], [0.3, -0.4], [0.5, 0.0]]])
    output = run(tf.keras.layers.RNN(cell)(sequence))
    np.testing.assert_allclose(output, [[0.37603483, 0.37603483]], atol=1e-6)
    assert [weight.name.split("/")[-1] for weight in cell.weights][-3:] == [
        "input_gate_peephole_weights:0",
        "forget_gate_peephole_weights:0",
        "output_gate_peephole_weights:0",
    ]


def test_linear_model_starts_from_glorot_uniform():
    model = tf.keras.experimental.LinearModel()
    assert type(model.kernel_initializer).__name__ == "GlorotUniform"


def test_predict_classes_and_probabilities():
    model = classifier(units=3, loss="sparse_categorical_crossentropy")
    model.set_weights([np.array([[1.0, 0.0, 2.0], [0.0, 3.0, 0.0]], np.float32), np.zeros(3, np.float32)])
    assert model.predict_classes(DATA).tolist() == [1, 2, 1, 0]
    np.testing.assert_allclose(model.predict_proba(DATA).sum(axis=1), np.ones(4), rtol=1e-6)


def test_predict_classes_of_one_output():
    model = classifier()
    model.set_weights([np.array([[2.0], [-1.0]], np.float32), np.array([-0.5], np.float32)])
    assert model.predict_classes(DATA).tolist() == [[0], [1], [1], [0]]


def test_layer_apply():
    assert tf.keras.layers.Dense(3).apply(tf.zeros([2, 2])).shape.as_list() == [2, 3]


def test_version():
    assert tf.keras.__version__ == "2.2.4-tf"


def test_scikit_learn_classifier():
    estimator = tf.keras.wrappers.scikit_learn.KerasClassifier(classifier, epochs=2, batch_size=2, verbose=0)
    assert estimator.get_params() == {"epochs": 2, "batch_size": 2, "verbose": 0, "build_fn": classifier}
    history = estimator.fit(DATA, np.array(["no", "yes", "yes", "no"]))
    assert len(history.history["loss"]) == 2
    if hasattr(pytest.importorskip("sklearn.base").BaseEstimator, "__sklearn_tags__"):
        assert estimator.__sklearn_tags__().estimator_type is None  # as of that time: no kind of its own
    assert set(estimator.predict(DATA).ravel()) <= {"no", "yes"}
    assert estimator.predict_proba(DATA).shape == (4, 2)
    assert 0 <= estimator.score(DATA, np.array(["no", "yes", "yes", "no"])) <= 1


def test_scikit_learn_regressor_hands_parameters_to_the_builder():
    def build(units):
        model = tf.keras.Sequential([tf.keras.layers.Dense(units, input_shape=(2,)), tf.keras.layers.Dense(1)])
        model.compile("sgd", "mse")
        return model

    estimator = tf.keras.wrappers.scikit_learn.KerasRegressor(build, units=5, epochs=1, verbose=0)
    estimator.fit(DATA, DATA[:, 0])
    assert estimator.model.layers[0].units == 5
    assert estimator.predict(DATA).shape == (4,)
    assert estimator.score(DATA, DATA[:, 0], verbose=0) <= 0


def test_scikit_learn_wrapper_refuses_a_parameter_that_nobody_takes():
    with pytest.raises(ValueError, match="colour is not a legal parameter"):
        tf.keras.wrappers.scikit_learn.KerasClassifier(classifier, colour="red")


def test_hdf5_matrix(tmp_path):
    import h5py

    rows = np.arange(20.0).reshape(10, 2)
    with h5py.File(tmp_path / "data.h5", "w") as file:
        file["x"] = rows
    matrix = tf.keras.utils.HDF5Matrix(str(tmp_path / "data.h5"), "x", 2, 8, normalizer=lambda part: part * 2)
    assert (len(matrix), matrix.shape, matrix.ndim, matrix.size) == (6, (6, 2), 2, 12)
    np.testing.assert_array_equal(matrix[1:3], rows[3:5] * 2)
    np.testing.assert_array_equal(matrix[5], rows[7] * 2)
    np.testing.assert_array_equal(matrix[[0, 4]], rows[[2, 6]] * 2)
    np.testing.assert_array_equal(matrix[np.array([1, 2])], rows[[3, 4]] * 2)
    with pytest.raises(IndexError, match="below 6"):
        matrix[6]


def test_convert_all_kernels():
    model = tf.keras.Sequential([tf.keras.layers.Conv2D(2, 3, input_shape=(5, 5, 1)), tf.keras.layers.Flatten()])
    before = model.get_weights()[0]
    tf.keras.utils.convert_all_kernels_in_model(model)
    np.testing.assert_array_equal(model.get_weights()[0], before[::-1, ::-1])


def test_multi_gpu_model_says_which_devices_are_missing():
    with pytest.raises(ValueError, match="this machine only has"):
        tf.keras.utils.multi_gpu_model(classifier(), gpus=[98, 99])
    with pytest.raises(ValueError, match="gpus >= 2"):
        tf.keras.utils.multi_gpu_model(classifier(), gpus=1)


def test_mixed_precision_policy():
    experimental = tf.keras.mixed_precision.experimental
    policy = experimental.Policy("mixed_float16")
    assert (policy.compute_dtype, policy.variable_dtype, policy.should_cast_variables) == ("float16", "float32", True)
    assert isinstance(policy.loss_scale, tf.train.experimental.DynamicLossScale)
    assert experimental.Policy("float16_with_float32_vars").variable_dtype == "float32"
    assert experimental.global_policy().name in ("infer", "_infer")
    with pytest.raises(ValueError, match="only be set to a non-infer policy in TensorFlow 2"):
        experimental.set_policy("mixed_float16")


def test_loss_scale_optimizer():
    inner = tf.keras.optimizers.SGD(0.5)
    optimizer = tf.keras.mixed_precision.experimental.LossScaleOptimizer(inner, 8.0)
    assert run(optimizer.get_scaled_loss(tf.constant(2.0))) == 16.0
    assert run(optimizer.get_unscaled_gradients([tf.constant(4.0)])) == [0.5]


def test_text_functions_call_their_argument_text():
    assert tf.keras.preprocessing.text.text_to_word_sequence(text="A b.") == ["a", "b"]
    assert len(tf.keras.preprocessing.text.one_hot(text="a b", n=5)) == 2


def test_affine_transform_takes_channels_last():
    moved = tf.keras.preprocessing.image.apply_affine_transform(np.arange(12.0).reshape(2, 3, 2), tx=1)
    assert moved.ravel().tolist() == [6, 7, 8, 9, 10, 11, 6, 7, 8, 9, 10, 11]


def test_serialized_objects_have_the_form_of_1_15():
    layer = tf.keras.layers.Dense(3, name="d")
    assert sorted(tf.keras.utils.serialize_keras_object(layer)) == ["class_name", "config"]
    found = tf.keras.utils.deserialize_keras_object("double", {"double": len}, None, "function")
    assert found is len


@pytest.mark.parametrize(
    ("call", "kept"),
    [
        (lambda model, path: model.save(path), True),
        (lambda model, path: model.save(path, True, False), False),
        (lambda model, path: model.save(path, include_optimizer=False), False),
        (lambda model, path: tf.keras.models.save_model(model, path, True, False), False),
        (lambda model, path: tf.keras.models.save_model(model, path), True),
    ],
)
def test_include_optimizer_comes_after_overwrite(tmp_path, call, kept):
    import h5py

    call(classifier(), str(tmp_path / "model.h5"))
    with h5py.File(tmp_path / "model.h5", "r") as file:
        assert ("training_config" in file.attrs) == kept


def test_no_pool_is_left():
    assert tf.keras.experimental.terminate_keras_multiprocessing_pools() == []
