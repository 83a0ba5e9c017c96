"""MNIST's files are found where they are, in order, before anything is downloaded."""

import gzip
import pathlib
import random
import shutil
import urllib.request

import numpy as np
import pytest
from tensorflow.contrib.learn.python.learn.datasets import mnist
from tensorflow.examples.tutorials.mnist import input_data

from tests.golden.dataset_cases import write_mnist
from tfcompat.tf1.contrib.learn.datasets import mnist_files


def packed(content):
    """The same bytes whenever the tests are collected: they are in the tests' names."""
    return gzip.compress(content, mtime=0)


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A notebook's working folder without a network, with an empty `../input` and an empty Keras cache."""

    def refuse(url, *_):
        raise OSError(f"no route to {url}")

    for name in ("working", "input", "cache/datasets"):
        (tmp_path / name).mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "working")
    monkeypatch.setenv("KERAS_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(urllib.request, "urlretrieve", refuse)
    return tmp_path


def _filled(folder, number=None):
    folder.mkdir(parents=True, exist_ok=True)
    write_mnist(str(folder))
    if number is not None:  # labels that tell where they come from
        header = b"\0\0\x08\1\0\0\0\x17"
        with gzip.open(folder / "train-labels-idx1-ubyte.gz", "wb") as file:
            file.write(header + bytes([number] * 23))
    return folder


def _archive(folder, number):
    folder.mkdir(parents=True, exist_ok=True)
    images, labels = np.zeros([23, 6, 5], np.uint8), np.full(23, number, np.uint8)
    np.savez(folder / "mnist.npz", x_train=images, y_train=labels, x_test=images[:9], y_test=labels[:9])


def _first_label():
    return int(input_data.read_data_sets("MNIST_data", validation_size=2).train.labels[0])


def test_the_order_of_the_places(place, capsys):
    _archive(place / "cache/datasets", 1)
    assert _first_label() == 1
    assert "Successfully copied train-labels-idx1-ubyte.gz" in capsys.readouterr().out
    shutil.rmtree("MNIST_data")
    _archive(place / "input/mnist-npz", 2)
    assert _first_label() == 2
    shutil.rmtree("MNIST_data")
    _filled(place / "input/digits", 3)
    assert _first_label() == 3
    _filled(place / "working/MNIST_data", 4)
    assert _first_label() == 4
    assert sorted(each.name for each in pathlib.Path("MNIST_data").iterdir()) == sorted(mnist_files.NAMES)


def test_a_copy_takes_from_random_what_the_download_took(place):
    _archive(place / "cache/datasets", 1)
    random.seed(0)
    _first_label()
    assert random.random() == 0.5112747213686085  # the fifth, as under 1.15 after four downloads
    _first_label()
    assert random.random() == 0.4049341374504143  # and nothing once the files are there


def test_spellings_without_gzip(place):
    _filled(place / "packed")
    for name, spelled in zip(
        mnist_files.NAMES,
        ("train-images.idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels.idx1-ubyte.gz"),
        strict=True,
    ):
        content = (place / "packed" / name).read_bytes()
        target = place / "input/mnist" / spelled
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(content if spelled.endswith(".gz") else gzip.decompress(content))
    ours = input_data.read_data_sets("MNIST_data", validation_size=0, seed=1)
    theirs = input_data.read_data_sets(str(place / "packed"), validation_size=0, seed=1)
    in_place = input_data.read_data_sets(str(place / "input/mnist"), validation_size=0, seed=1)
    for each in (ours, in_place):
        np.testing.assert_array_equal(each.train.next_batch(5)[0], each.train.images[:5])
        np.testing.assert_array_equal(np.sort(each.train.images, 0), np.sort(theirs.train.images, 0))
        np.testing.assert_array_equal(each.test.labels, theirs.test.labels)


def test_fashion_is_not_taken_for_digits(place):
    _filled(place / "input/fashionmnist", 6)
    with pytest.raises(OSError, match="put these four files into MNIST_data: train-images-idx3-ubyte.gz, train-lab"):
        input_data.read_data_sets("MNIST_data")
    fashion = input_data.read_data_sets("data/fashion", validation_size=0, source_url="http://fashion-mnist.example/")
    assert fashion.train.labels.tolist() == [6] * 23


def test_download_of_what_is_missing(place, monkeypatch, capsys):
    asked, source = [], _filled(place / "mirror", 8)

    def retrieve(url, filename=None):
        asked.append(url)
        return str(source / url.rsplit("/", 1)[1]), {}

    monkeypatch.setattr(urllib.request, "urlretrieve", retrieve)
    moved = input_data.read_data_sets("MNIST_data", validation_size=0, source_url="http://yann.lecun.com/exdb/mnist/")
    assert moved.train.labels.tolist() == [8] * 23
    assert asked == [mnist_files.SOURCE + name for name in mnist_files.NAMES]
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("Successfully downloaded train-images-idx3-ubyte.gz") and lines[0].endswith("bytes.")
    assert lines[1] == "Extracting MNIST_data/train-images-idx3-ubyte.gz"
    assert _first_label() == 8 and len(asked) == 4


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"<html>Not found</html>", "Invalid magic number .* the file begins with b'<html>"),
        (b"", "Invalid magic number 0"),
        (packed(b"\0\0\x08\1\0\0\0\x17"), "Invalid magic number 2049 in MNIST image file"),
        (packed(b"\0\0\x08\3\0\0\0\2\0\0\0\3\0\0\0\4" + bytes(23)), r"announces 24 bytes .* it holds 23"),
        (packed(b"\0\0\x08\3\0\0\0\2\0\0\0\3\0\0\0\4" + bytes(24))[:-9], "cut off or damaged"),
    ],
)
def test_wrong_files(place, content, complaint):
    folder = _filled(place / "working/MNIST_data")
    (folder / mnist_files.NAMES[0]).write_bytes(content)
    with pytest.raises(ValueError, match=complaint):
        input_data.read_data_sets("MNIST_data")


def test_wrong_arguments(place):
    folder = str(_filled(place / "working/MNIST_data"))
    with pytest.raises(ValueError, match="between 0 and 23. Received: 24"):
        input_data.read_data_sets(folder, validation_size=24)
    with pytest.raises(TypeError, match="expected uint8 or float32"):
        input_data.read_data_sets(folder, dtype="float64", validation_size=0)
    with pytest.raises(AssertionError, match="labels.shape"):
        mnist.DataSet(np.zeros([2, 3, 4, 1]), np.zeros([3]))
