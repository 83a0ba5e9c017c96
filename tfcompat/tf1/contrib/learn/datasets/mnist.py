"""MNIST as the tutorials read it: `read_data_sets`, and batches in 1.15's order."""

from __future__ import annotations

import gzip
import os
from functools import partial
from typing import Any, BinaryIO

import numpy as np

from tfcompat.backend.internals import dtypes, random_seed
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.learn.datasets import base, mnist_files

__all__ = ["DataSet", "dense_to_one_hot", "extract_images", "extract_labels", "load_mnist", "read_data_sets"]

DEFAULT_SOURCE_URL = mnist_files.SOURCE
_IMAGES, _LABELS = 2051, 2049  # the files' magic numbers
_FAKE_EXAMPLES, _FAKE_PIXELS, _FAKE_CLASSES = 10000, 784, 10
_say = partial(print, flush=True)


def extract_images(f: BinaryIO) -> Any:
    """A file of images, gzipped or not: uint8 [images, rows, columns, 1].

    Raises:
      ValueError: it is not such a file, or is cut off.
    """
    header, body = _read(f, _IMAGES, "image", 3)
    return _whole(body, header, f).reshape(*header, 1)


def extract_labels(f: BinaryIO, one_hot: bool = False, num_classes: int = 10) -> Any:
    """A file of labels, gzipped or not: uint8 [labels], or float64 [labels, num_classes].

    Raises:
      ValueError: it is not such a file, or is cut off.
    """
    header, body = _read(f, _LABELS, "label", 1)
    labels = _whole(body, header, f)
    return dense_to_one_hot(labels, num_classes) if one_hot else labels


def dense_to_one_hot(labels_dense: Any, num_classes: int) -> Any:
    """Labels [n] as float64 [n, num_classes]."""
    rows = np.zeros((labels_dense.shape[0], num_classes))
    rows.flat[np.arange(len(rows)) * num_classes + labels_dense.ravel()] = 1
    return rows


class DataSet:
    """Images and labels that are handed out in batches.

    images: uint8 [n, rows, columns, 1]; labels: [n] or [n, classes]; dtype: uint8 keeps 0 to 255, float32 makes it
    0 to 1; reshape: to [n, rows * columns]. Seeds NumPy's global stream, from which batches are shuffled, with
    `tf.get_seed(seed)`.
    """

    def __init__(
        self,
        images: Any,
        labels: Any,
        fake_data: bool = False,
        one_hot: bool = False,
        dtype: Any = dtypes.float32,
        reshape: bool = True,
        seed: int | None = None,
    ) -> None:
        graph_seed, op_seed = random_seed.get_seed(seed)
        np.random.seed(graph_seed if seed is None else op_seed)
        dtype = dtypes.as_dtype(dtype).base_dtype
        if dtype not in (dtypes.uint8, dtypes.float32):
            raise TypeError(f"Invalid image dtype {dtype!r}, expected uint8 or float32")
        if fake_data:
            self._num_examples, self.one_hot = _FAKE_EXAMPLES, one_hot
        else:
            assert images.shape[0] == labels.shape[0], f"images.shape: {images.shape} labels.shape: {labels.shape}"
            self._num_examples = images.shape[0]
            if reshape:
                assert images.shape[3] == 1, f"images.shape: {images.shape}; reshape=True needs one channel"
                images = images.reshape(images.shape[0], images.shape[1] * images.shape[2])
            if dtype == dtypes.float32:
                images = np.multiply(images.astype(np.float32), 1.0 / 255.0)
        self._images, self._labels = images, labels
        self._epochs_completed = 0
        self._index_in_epoch = 0

    @property
    def images(self) -> Any:
        """In the present order."""
        return self._images

    @property
    def labels(self) -> Any:
        """In the present order."""
        return self._labels

    @property
    def num_examples(self) -> int:
        """How many there are."""
        return self._num_examples

    @property
    def epochs_completed(self) -> int:
        """How often all of them were handed out."""
        return self._epochs_completed

    def next_batch(self, batch_size: int, fake_data: bool = False, shuffle: bool = True) -> tuple[Any, Any]:
        """The next images and labels; where an epoch ends inside a batch, the batch goes on with the next one."""
        if fake_data:
            label = [1] + [0] * (_FAKE_CLASSES - 1) if self.one_hot else 0
            return [[1] * _FAKE_PIXELS for _ in range(batch_size)], [label for _ in range(batch_size)]
        start = self._index_in_epoch
        if self._epochs_completed == 0 and start == 0 and shuffle:
            self._shuffle()
        if start + batch_size <= self._num_examples:
            self._index_in_epoch = start + batch_size
            return self._images[start : start + batch_size], self._labels[start : start + batch_size]
        last_images, last_labels = self._images[start:], self._labels[start:]
        self._epochs_completed += 1
        if shuffle:
            self._shuffle()
        self._index_in_epoch = end = batch_size - (self._num_examples - start)
        images = np.concatenate((last_images, self._images[:end]), axis=0)
        return images, np.concatenate((last_labels, self._labels[:end]), axis=0)

    def _shuffle(self) -> None:
        order = np.arange(self._num_examples)
        np.random.shuffle(order)
        self._images, self._labels = self._images[order], self._labels[order]


def read_data_sets(
    train_dir: str,
    fake_data: bool = False,
    one_hot: bool = False,
    dtype: Any = dtypes.float32,
    reshape: bool = True,
    validation_size: int = 5000,
    seed: int | None = None,
    source_url: str = DEFAULT_SOURCE_URL,
) -> base.Datasets:
    """The three sets `train`, `validation` and `test` from the four files in a folder (see `mnist_files`).

    Raises:
      ValueError: a wrong or damaged file, or a `validation_size` beyond the training images.
      OSError: a file is nowhere on this machine and cannot be downloaded; the text says what to put where.
    """
    if fake_data:
        return base.Datasets(*(DataSet([], [], True, one_hot, dtype, seed=seed) for _ in range(3)))
    parts = []
    for name in mnist_files.NAMES:
        with v1.gfile.Open(mnist_files.bring(name, train_dir, source_url), "rb") as file:
            parts.append(extract_images(file) if "images" in name else extract_labels(file, one_hot))
    images, labels, test_images, test_labels = parts
    if not 0 <= validation_size <= len(images):
        raise ValueError(f"Validation size should be between 0 and {len(images)}. Received: {validation_size}.")
    sets = (
        (images[validation_size:], labels[validation_size:]),
        (images[:validation_size], labels[:validation_size]),
        (test_images, test_labels),
    )
    return base.Datasets(*(DataSet(*each, dtype=dtype, reshape=reshape, seed=seed) for each in sets))


def load_mnist(train_dir: str = "MNIST-data") -> base.Datasets:
    """`read_data_sets` with its defaults."""
    return read_data_sets(train_dir)


def _read(file: Any, magic: int, kind: str, dimensions: int) -> tuple[list[int], bytes]:
    """The sizes that the header announces, and what follows it."""
    _say("Extracting", file.name)
    content = file.read()
    if content[:2] == b"\x1f\x8b":
        try:
            content = gzip.decompress(content)
        except (EOFError, OSError) as error:
            raise ValueError(_damaged(file, str(error))) from error
    begin = 4 * (1 + dimensions)
    found = int.from_bytes(content[:4], "big")
    if found != magic:
        raise ValueError(
            f"Invalid magic number {found} in MNIST {kind} file: {file.name} (expected {magic}; the file begins "
            f"with {content[:16]!r}). Remove it, or put the file that MNIST calls {os.path.basename(file.name)} there"
        )
    if len(content) < begin:
        raise ValueError(_damaged(file, f"a header has {begin} bytes, the file holds {len(content)}"))
    return [int(each) for each in np.frombuffer(content[4:begin], ">u4")], content[begin:]


def _whole(body: bytes, shape: list[int], file: Any) -> Any:
    size = int(np.prod(shape))
    if len(body) < size:
        raise ValueError(_damaged(file, f"its header announces {size} bytes for {shape}, it holds {len(body)}"))
    return np.frombuffer(body[:size], np.uint8)


def _damaged(file: Any, why: str) -> str:
    return f"{file.name} is cut off or damaged: {why}. Remove it, so that it is fetched again"
