"""Model files of Keras: written by 2.3.1 and read here, and written and read here."""

import json
from types import SimpleNamespace

import h5py
import numpy as np
import pytest

from tests.support.keras_builders.files import MODEL, X, Y, saved
from tests.support.keras_builders.registry import play, rows
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


def test_stack_begun_with_merge_comes_back(tmp_path):
    """Its weights lie in the file branch by branch, as Keras 1 wrote them; Keras 1's own keys are no hindrance."""

    def write(keras, tf):
        k = keras.layers
        branches = [keras.models.Sequential([k.Dense(size, input_dim=3)]) for size in (4, 5)]
        model = keras.models.Sequential([k.Merge(branches, mode="concat", name="both"), k.Dense(2)])
        model.compile("sgd", "mse")
        model.save(str(tmp_path / "model.h5"))
        again = keras.models.load_model(str(tmp_path / "model.h5"))
        config = model.get_config()
        assert config["layers"][0]["class_name"] == "Merge" and len(config["layers"]) == 2
        config["layers"][0]["config"].update(mode_type="raw", output_shape=None, output_shape_type="raw",
                                             output_mask=None, output_mask_type="raw", arguments={})  # fmt: skip
        of_keras_1 = keras.models.Sequential.from_config(config["layers"])
        of_keras_1.load_weights(str(tmp_path / "model.h5"))
        given = [X[:, 0, 0, :1].repeat(3, 1), Y[:, :1].repeat(3, 1)]
        models = (model, again, of_keras_1)
        return [each.predict(given) for each in models], [len(each.layers) for each in models]

    (one, *others), counts = played(write)
    assert others == [one, one] and counts == [2, 2, 2]
    with h5py.File(tmp_path / "model.h5") as file:
        shapes = [each["kernel:0"].shape for group in file["model_weights"].values() for each in group.values()]
    assert sorted(shapes) == [(3, 4), (3, 5), (9, 2)]


def test_stack_in_a_stack_comes_back(tmp_path):
    def write(keras, tf):
        k = keras.layers
        inner = keras.models.Sequential([k.Dense(4, input_shape=(3,)), k.ReLU(6.0)])
        model = keras.models.Sequential([inner, k.Dense(2)])
        model.compile("sgd", "mse")
        model.save(str(tmp_path / "model.h5"))
        again = keras.models.load_model(str(tmp_path / "model.h5"))
        given = X[:, 0, 0, :1].repeat(3, 1)
        return [each.predict(given) for each in (model, again)], sorted(model.get_config())

    (one, same), keys = played(write)
    assert one == same and keys == ["layers", "name"]
    with h5py.File(tmp_path / "model.h5") as file:
        inner = json.loads(file.attrs["model_config"])["config"]["layers"][0]["config"]
    assert inner["layers"][1]["config"]["max_value"] == 6.0


@pytest.mark.parametrize("both", ["keras", "tf.keras"])
def test_function_in_a_file_finds_the_backend(tmp_path, both):
    """It says `K`, which no module of this process has; Keras' own module had it, and its functions were looked up
    there. What the user gives by that name goes before it."""

    def write(keras, tf):
        keras = keras if both == "keras" else tf.keras
        function = eval("lambda x: K.sum(x, axis=1, keepdims=True)", {"K": keras.backend})
        function.__module__ = "of_another_process"
        model = keras.models.Sequential([keras.layers.Lambda(function, output_shape=(1,), input_shape=(3,))])
        model.save(str(tmp_path / "model.h5"))
        read = keras.models.load_model
        again = read(str(tmp_path / "model.h5"), compile=False)
        own = read(str(tmp_path / "model.h5"), {"K": SimpleNamespace(sum=lambda x, **kw: x[:, :1])}, compile=False)
        given = X[:, 0, 0, :1].repeat(3, 1)
        return [each.predict(given) for each in (model, again)], given[:, :1], own.predict(given)

    (one, same), first, own = played(write)
    assert one == same and own == first != one


WRITTEN_BY_KERAS_1 = json.loads((FOLDER / "files_of_1.2.2.json").read_text())
GIVEN = {
    "th": rows(6, 2, 8, 7, seed=3),
    "joined": [np.arange(36).reshape(6, 6) % 11, rows(6, 3, seed=2)],
}


@pytest.mark.parametrize("name", GIVEN)
def test_file_of_1_2_2_predicts(name):
    """Configuration, weights and training of Keras 1 itself. `th` has its channels first, which Keras 1 wrote of most
    layers, and took of the others, padding among them, from the setting."""
    recorded, path = WRITTEN_BY_KERAS_1[name], str(FOLDER / f"written_by_1.2.2_{name}.h5")

    def read(keras, tf):
        keras.backend.set_image_dim_ordering("th" if name == "th" else "tf")
        try:
            model = keras.models.load_model(path)
            again = keras.models.model_from_json(recorded["json"])
        finally:
            keras.backend.set_image_dim_ordering("tf")
        again.load_weights(path)
        score = model.evaluate(GIVEN[name], np.eye(3)[[0, 1, 2, 2, 1, 0]], verbose=0)
        return [model.predict(GIVEN[name]), again.predict(GIVEN[name]), score]

    loaded, by_json, score = played(read)
    for predicted in (loaded, by_json):
        np.testing.assert_allclose(predicted, recorded["predicted"], rtol=1e-4, atol=1e-6)
    np.testing.assert_allclose(score, recorded["score"], rtol=1e-4)


def test_state_of_adam_before_amsgrad():
    """Until Keras 2.1.3 it had two variables for each weight."""

    def given(keras, tf):
        model = keras.models.Sequential([keras.layers.Dense(2, input_dim=3)])
        model.compile(keras.optimizers.Adam(), "mse")
        model._make_train_function()
        state = [np.array(7), *(rows(*shape, seed=place) for place, shape in enumerate([(3, 2), (2,)] * 2))]
        model.optimizer.set_weights(state)
        return [state, model.optimizer.get_weights()]

    state, found = played(given)
    assert found[:5] == state and found[5:] == [[0.0], [0.0]]
