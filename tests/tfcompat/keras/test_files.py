"""Model files of Keras: written by 2.3.1 and read here, and written and read here."""

import json

import h5py
import numpy as np
import pytest

from tests.support.keras_builders.files import MODEL, X, Y, saved
from tests.support.keras_builders.registry import play
from tests.tfcompat.keras.test_builders import FOLDER
from tfcompat.keras import view

RECORDED = json.loads((FOLDER / "model.json").read_text())["answer"]


def played(make):
    return play(view.import_name("keras"), view.facade.tensorflow(), make)["answer"]


def test_file_of_2_3_1_predicts_and_goes_on_training():
    def read(keras, tf):
        model = keras.models.load_model(str(FOLDER / MODEL))
        return [model.predict(X), model.fit(X, Y, epochs=2, shuffle=False, verbose=0).history]

    predictions, history = played(read)
    np.testing.assert_allclose(predictions, RECORDED[0], rtol=1e-4, atol=1e-6)
    # Only the first: the bias before a normalization has a gradient of rounding errors, which Adam makes steps of.
    assert history["loss"][0] == pytest.approx(RECORDED[1]["loss"][0], rel=1e-4)


def test_own_file_is_laid_out_as_by_2_3_1(tmp_path):
    path = str(tmp_path / "model.h5")
    played(lambda keras, tf: saved(keras, path))
    with h5py.File(path) as ours, h5py.File(FOLDER / MODEL) as theirs:
        assert sorted(ours) == sorted(theirs) and sorted(ours.attrs) == sorted(theirs.attrs)
        assert list(map(_text, ours["model_weights"].attrs["layer_names"])) == list(
            map(_text, theirs["model_weights"].attrs["layer_names"])
        )


def _text(name):
    return name.decode() if isinstance(name, bytes) else name


def test_functional_model_comes_back_with_weights_by_name(tmp_path):
    def write(keras, tf):
        k = keras.layers
        x = k.Input((3,))
        model = keras.models.Model(x, k.add([k.Dense(3, name="kept")(x), x]))
        model.compile("adam", "mse")
        model.save(str(tmp_path / "model.h5"))
        again = keras.models.load_model(str(tmp_path / "model.h5"))
        other = keras.models.Sequential([k.Dense(3, name="kept", input_shape=(3,)), k.Dense(2)])
        other.load_weights(str(tmp_path / "model.h5"), by_name=True)
        return [model.predict(X[:, 0, 0, :1].repeat(3, 1)), again.predict(X[:, 0, 0, :1].repeat(3, 1)),
                model.get_weights()[0], other.get_weights()[0]]  # fmt: skip

    one, same, kernel, copied = played(write)
    assert one == same and kernel == copied


def test_model_of_keras_1_is_read(tmp_path):
    """Its configuration has the arguments' old names."""
    kernel = np.arange(24, dtype="float32").reshape(2, 2, 2, 3)
    layers = [
        {"class_name": "Convolution2D", "config": {
            "name": "conv", "nb_filter": 3, "nb_row": 2, "nb_col": 2, "init": "glorot_uniform", "border_mode": "valid",
            "subsample": [1, 1], "dim_ordering": "tf", "bias": True, "activation": "linear", "trainable": True,
            "batch_input_shape": [None, 4, 4, 2], "W_regularizer": None, "b_regularizer": None, "W_constraint": None,
            "b_constraint": None, "activity_regularizer": None, "input_dtype": "float32"}},
        {"class_name": "Flatten", "config": {"name": "flat", "trainable": True}},
        {"class_name": "Dense", "config": {"name": "dense", "output_dim": 2, "init": "uniform", "trainable": True,
                                           "activation": "linear", "bias": True}},
    ]  # fmt: skip
    weights = {"conv": [kernel, np.ones(3, "float32")], "flat": [], "dense": [np.ones((27, 2)), np.zeros(2)]}
    with h5py.File(tmp_path / "old.h5", "w") as file:
        file.attrs["keras_version"] = b"1.2.2"
        file.attrs["model_config"] = json.dumps({"class_name": "Sequential", "config": layers}).encode()
        group = file.create_group("model_weights")
        group.attrs["layer_names"] = [name.encode() for name in weights]
        group.attrs["keras_version"], group.attrs["backend"] = b"1.2.2", b"tensorflow"
        for name, arrays in weights.items():
            layer = group.create_group(name)
            layer.attrs["weight_names"] = [b"w%d" % place for place in range(len(arrays))]
            for place, array in enumerate(arrays):
                layer.create_dataset(f"w{place}", data=array)

    def read(keras, tf):
        with pytest.warns(UserWarning, match="not\\* compiled"):
            model = keras.models.load_model(str(tmp_path / "old.h5"))
        return [model.get_weights()[0], model.layers[0].data_format]

    found, data_format = played(read)
    assert data_format == "channels_last"
    np.testing.assert_array_equal(found, kernel)
