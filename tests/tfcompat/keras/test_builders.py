"""Every program for Keras 1 and 2 gives the numbers, names and printed lines that Keras 2.3.1 on 1.15 gave."""

import json
import pathlib

import numpy as np
import pytest

from tests.support.keras_builders import TOPICS
from tests.support.keras_builders.registry import play, roster
from tfcompat.keras import view

FOLDER = pathlib.Path(__file__).parents[2] / "golden" / "keras"
GOLDEN = {topic: json.loads((FOLDER / f"{topic}.json").read_text()) for topic in TOPICS}
CASES = [(topic, name) for topic in TOPICS for name in sorted(GOLDEN[topic])]


# Keras 1's own, recorded by 1.2.2.
GOLDEN["of_keras_1"] = json.loads((FOLDER / "of_keras_1.json").read_text())
CASES += [("of_keras_1", name) for name in sorted(GOLDEN["of_keras_1"])]


@pytest.mark.parametrize("topic", GOLDEN)
def test_every_program_is_recorded(topic):
    assert sorted(GOLDEN[topic]) == sorted(roster(topic))


@pytest.mark.parametrize(("topic", "name"), CASES)
def test_program(topic, name):
    if topic == "applications":
        pytest.importorskip("keras_applications", reason="without it the models are tf_keras' own")
    keras, tf = view.import_name("keras"), view.facade.tensorflow()
    played, recorded = play(keras, tf, roster(topic)[name]), GOLDEN[topic][name]
    _assert_same(played["answer"], recorded["answer"], f"{topic}.{name}")
    assert played["printed"] == recorded["printed"]


def _assert_same(ours, theirs, path):
    if isinstance(theirs, dict):
        assert list(ours) == list(theirs) or sorted(ours) == sorted(theirs), path
        for key in theirs:
            _assert_same(ours[key], theirs[key], f"{path}.{key}")
    elif isinstance(theirs, list):
        assert len(ours) == len(theirs), path
        for place, pair in enumerate(zip(ours, theirs, strict=True)):
            _assert_same(*pair, f"{path}[{place}]")
    elif isinstance(theirs, float):
        np.testing.assert_allclose(ours, theirs, rtol=2e-4, atol=2e-5, err_msg=path)
    else:
        assert ours == theirs, path


def test_regularizers_of_keras_1():
    """Its names of them, which 2.3.1 had dropped; on outputs they were the same."""
    regularizers = view.import_name("keras").regularizers
    assert regularizers.get("activity_l1").get_config() == pytest.approx({"l1": 0.01, "l2": 0.0})
    for name in ("l1l2", "activity_l1l2", "L1L2Regularizer", "WeightRegularizer"):
        made = getattr(regularizers, name)(l1=0.5, l2=0.25)
        assert type(made) is regularizers.L1L2 and made.get_config() == {"l1": 0.5, "l2": 0.25}


def test_merge_is_a_module_and_a_function():
    """Keras 1's `from keras.layers import merge` meant the function."""
    keras = view.import_name("keras")
    merge, one = keras.layers.merge, keras.layers.Input((3,))
    joined = merge([one, one], mode="concat", concat_axis=1)
    assert joined.shape.as_list() == [None, 6] and merge.Concatenate is keras.layers.Concatenate
    assert not callable(keras.layers.core)


def test_parts_of_arrays():
    """Keras 1's own example of addition took `slice_X` from the engine; early Keras 2 hid it."""
    training = view.import_name("keras.engine.training")
    x = np.arange(10)
    assert training.slice_X(x, 3, 5).tolist() == [3, 4] and training.slice_X(x, np.array([7, 2])).tolist() == [7, 2]
    assert [each.tolist() for each in training.slice_X([x, x * 2], [1, 4])] == [[1, 4], [2, 8]]
    assert training._slice_arrays is training.slice_X


def test_initializations_of_keras_1():
    """They made variables of a shape, by which layers of that time began; the user's own were functions of a shape."""
    keras = view.import_name("keras")
    initializations, k = keras.initializations, keras.backend
    np.random.seed(3)
    made = initializations.get("he_normal")((300, 70), name="of_keras_1")
    assert made.name.startswith("of_keras_1") and float(np.std(k.get_value(made))) == pytest.approx(
        (2 / 300) ** 0.5, rel=0.02
    )
    assert initializations.get_fans((5, 4, 3, 2)) == (24, 30) and initializations.get_fans((5, 4, 3, 2), "tf")[1] == 40
    square = k.get_value(initializations.orthogonal((4, 4), scale=1.0))
    np.testing.assert_allclose(square @ square.T, np.eye(4), atol=1e-6)

    def theirs(shape, name=None):
        return initializations.normal(shape, scale=0.02, name=name)

    layers = [
        keras.layers.Dense(400, init=theirs, input_dim=30),
        keras.layers.Dense(3, init=lambda shape, name: initializations.identity(shape, 2, name=name), input_dim=3),
        keras.layers.Dense(2, init=initializations.one, input_dim=6),
    ]
    first, second, third = (keras.models.Sequential([each]).get_weights()[0] for each in layers)
    assert float(np.std(first)) == pytest.approx(0.02, rel=0.05)
    assert second.tolist() == (2 * np.eye(3)).tolist() and third.tolist() == np.ones((6, 2)).tolist()


def test_weights_whose_shape_comes_first():
    """As Keras 1 had it: `add_weight(shape, initializer, name, trainable)`."""
    keras = view.import_name("keras")

    class Scaled(keras.layers.Layer):
        def build(self, input_shape):
            size = input_shape[-1]
            self.by_keywords = self.add_weight((size, 2), initializer="one", name="by_keywords")
            self.by_place = self.add_weight((size,), "zero", "by_place", False)
            self.named = self.add_weight((3, size), "named", initializer="one")
            super().build(input_shape)

    layer = Scaled(name="scaled")
    layer(keras.layers.Input((5,)))
    shapes = {each.name: tuple(each.shape.as_list()) for each in layer.weights}
    assert shapes == {"scaled/by_keywords:0": (5, 2), "scaled/named:0": (3, 5), "scaled/by_place:0": (5,)}
    assert layer.non_trainable_weights == [layer.by_place]


def test_what_nothing_serves_says_what_to_do():
    keras = view.import_name("keras")
    with pytest.raises(ModuleNotFoundError, match=r"music_tagger_crnn\.py of Keras 1\.2\.2 into your project"):
        view.import_name("keras.applications.music_tagger_crnn")
    with pytest.raises(AttributeError, match=r"MusicTaggerCRNN: Keras 2\.1 dropped"):
        keras.applications.MusicTaggerCRNN  # noqa: B018 (asked for)
    with pytest.raises(ModuleNotFoundError, match="TensorFlow alone"):
        view.import_name("keras.backend.theano_backend")
    with pytest.raises(ModuleNotFoundError, match="neither Keras 1 nor"):
        view.import_name("keras.never")
