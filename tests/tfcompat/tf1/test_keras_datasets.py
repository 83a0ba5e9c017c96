"""`tf.keras.datasets` finds its files under `../input` and leaves NumPy's stream where 1.15 left it."""

import pickle

import numpy as np
import pytest

import tfcompat.v1 as tf
from tfcompat.keras import view


@pytest.fixture
def inputs(tmp_path, monkeypatch):
    """The input folder of a notebook with an empty Keras cache."""
    for name in ("working", "input/data", "home"):
        (tmp_path / name).mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "working")
    monkeypatch.setenv("KERAS_HOME", str(tmp_path / "home"))
    return tmp_path / "input/data"


def test_mnist(inputs):
    images = np.arange(2 * 4 * 3, dtype=np.uint8).reshape(2, 4, 3)
    np.savez(inputs / "mnist.npz", x_train=images, y_train=[3, 4], x_test=images[:1], y_test=[5])
    (x_train, y_train), (x_test, y_test) = tf.keras.datasets.mnist.load_data()
    assert (x_train == images).all() and y_train.tolist() == [3, 4] and x_test.shape == (1, 4, 3) and y_test == [5]


def test_cifar10_is_a_folder(inputs):
    folder = inputs / "cifar-10-batches-py"
    folder.mkdir()
    for number, name in enumerate(["data_batch_1", "data_batch_2", "data_batch_3", "data_batch_4", "data_batch_5"]):
        labels = [number] * 10000
        folder.joinpath(name).write_bytes(pickle.dumps({b"data": np.zeros([10000, 3072], np.uint8), b"labels": labels}))
    folder.joinpath("test_batch").write_bytes(pickle.dumps({b"data": np.ones([7, 3072], np.uint8), b"labels": [1] * 7}))
    (x_train, y_train), (x_test, _) = tf.keras.datasets.cifar10.load_data()
    assert x_train.shape == (50000, 32, 32, 3) and y_train[::10000, 0].tolist() == [0, 1, 2, 3, 4]
    assert x_test.shape == (7, 32, 32, 3)


def test_imdb_seeds_the_global_stream(inputs):
    texts = np.array([[1, 5], [1, 9, 4], [7, 2]], dtype=object)
    np.savez(inputs / "imdb.npz", x_train=texts, y_train=[0, 1, 1], x_test=texts[:2], y_test=[1, 0])
    (x_train, _), (x_test, _) = tf.keras.datasets.imdb.load_data(num_words=9, nb_words=8, seed=4)
    after = np.random.rand()
    expected = np.random.RandomState(4)
    order = np.arange(3)
    expected.shuffle(order)
    assert [each[0] for each in x_train] == [1, 1, 1] and len(x_test) == 2
    assert [len(each) for each in x_train] == [len(texts[each]) + 1 for each in order]
    expected.shuffle(np.arange(2))
    assert after == expected.rand()


def test_import_keras_leaves_the_global_stream(inputs):
    """Keras 2.3.1 shuffled by a stream of its own, with the same seed."""
    texts = np.array([[1, 4, 5], [1, 6], [1, 7, 8, 3]], dtype=object)
    np.savez(inputs / "imdb.npz", x_train=texts, y_train=[0, 1, 1], x_test=texts[:2], y_test=[1, 0])
    imdb = view.import_name("keras.datasets.imdb")
    np.random.seed(17)
    expected = np.random.RandomState(17).rand(3)
    (x_train, _), _ = imdb.load_data(num_words=9, seed=4)
    np.testing.assert_array_equal(np.random.rand(3), expected)
    (again, _), _ = tf.keras.datasets.imdb.load_data(num_words=9, seed=4)
    assert list(map(list, x_train)) == list(map(list, again))
