"""MNIST's four files: where they are looked for, and how they come into the folder that a script names.

In this order: the folder itself; a data set under `/kaggle/input` or `../input`, as the four files or as `mnist.npz`;
the `mnist.npz` in Keras' cache; the network.
"""

from __future__ import annotations

import functools
import gzip
import io
import os
import tempfile
import zipfile
from pathlib import Path
from typing import Any

import numpy as np

from tfcompat.backend.v1api import v1
from tfcompat.tf1 import found_data
from tfcompat.tf1.contrib.learn.datasets import base

SOURCE = "https://storage.googleapis.com/cvdf-datasets/mnist/"
NAMES = (
    "train-images-idx3-ubyte.gz",
    "train-labels-idx1-ubyte.gz",
    "t10k-images-idx3-ubyte.gz",
    "t10k-labels-idx1-ubyte.gz",
)
_KEYS = dict(zip(NAMES, ("x_train", "y_train", "x_test", "y_test"), strict=True))
# Addresses that tutorials pass and that no longer answer.
_MOVED = ("yann.lecun.com/exdb/mnist",)
# Other data sets in files of the same names: taken only for a script that says it wants them.
_LOOKALIKES = ("fashion", "kmnist", "kuzushiji", "emnist", "notmnist")


def bring(name: str, folder: str, source_url: str | None = None) -> str:
    """The path of one of `NAMES`, which is put into the folder if it is not there (see the top of this file).

    Raises:
      OSError: it is nowhere on this machine and cannot be downloaded; the text says what to put where.
    """
    folder = os.fspath(folder)
    there = next((path for path in _spellings(folder, name) if v1.gfile.Exists(path)), None)
    if there is not None:
        return there
    folder = _writable(folder)
    wanted = _lookalike(f"{folder} {source_url or ''}")
    found = found_data.find(
        {Path(path).name for path in _spellings("", name)}, lambda path: _lookalike(str(path)) == wanted
    )
    if found is not None:
        return _copied(found.read_bytes(), name, folder)
    archive = _archive(wanted)
    if archive is not None:
        array = _of_archive(archive, _KEYS[name])
        if array is not None:
            return _copied(_as_idx(array), name, folder)
    return _downloaded(name, folder, source_url)


def _spellings(folder: str, name: str) -> list[str]:
    """The name as 1.15 had it, without gzip, with the first publication's dot, and unpacked into a folder."""
    plain = name.removesuffix(".gz")
    dotted = plain.replace("-idx", ".idx")
    names = (name, plain, f"{dotted}.gz", dotted, os.path.join(plain, plain))
    return [os.path.join(folder, each) for each in names if not v1.gfile.IsDirectory(os.path.join(folder, each))]


def _lookalike(text: str) -> str:
    return next((word for word in _LOOKALIKES if word in text.lower()), "")


def _archive(wanted: str) -> Path | None:
    """An `mnist.npz`, if it is plain MNIST that is wanted."""
    if wanted:
        return None
    found = found_data.find(["mnist.npz"], lambda path: not _lookalike(str(path)))
    cached = found_data.keras_cache("mnist.npz")
    return found or (cached if cached.is_file() else None)


def _of_archive(path: Path, key: str) -> Any:
    """One array of the archive, or None if it is not the archive that Keras writes."""
    try:
        with np.load(path) as arrays:
            return np.asarray(arrays[key], np.uint8)
    except (OSError, KeyError, ValueError, zipfile.BadZipFile):
        return None


def _as_idx(array: Any) -> bytes:
    """The bytes of a file in MNIST's own format: magic number, sizes, values."""
    return np.array([0x800 | array.ndim, *array.shape], ">u4").tobytes() + array.tobytes()


@base.again_after_time_out  # 1.15 downloaded here, and a download takes a number from `random`
def _copied(content: bytes, name: str, folder: str) -> str:
    """Writes the file under another name first: a script that runs beside this one must not find half of it."""
    path = os.path.join(folder, name)
    unfinished = f"{path}.{os.getpid()}"
    with v1.gfile.Open(unfinished, "wb") as file:
        file.write(content if content[:2] == b"\x1f\x8b" else _packed(content, name))
    v1.gfile.Rename(unfinished, path, overwrite=True)
    base.say_brought("copied", name, path)
    return path


def _packed(content: bytes, name: str) -> bytes:
    buffer = io.BytesIO()
    with gzip.GzipFile(name, "wb", fileobj=buffer, mtime=0) as file:
        file.write(content)
    return buffer.getvalue()


def _writable(folder: str) -> str:
    """The folder, made if need be, or a temporary one where files cannot be written, as below `/kaggle/input`."""
    try:
        v1.gfile.MakeDirs(folder)
        if "://" in folder or os.access(folder, os.W_OK):
            return folder
    except v1.errors.OpError:
        pass
    return _temporary(folder)


@functools.cache
def _temporary(folder: str) -> str:
    return tempfile.mkdtemp(prefix="tfcompat-mnist-")


def _downloaded(name: str, folder: str, source_url: str | None) -> str:
    url = source_url or SOURCE
    if any(each in url for each in _MOVED):
        url = SOURCE
    try:
        return base.maybe_download(name, folder, f"{url}{name}")
    except OSError as error:
        raise OSError(
            f"{name} is not in {folder}, not under {' or '.join(found_data.INPUT_FOLDERS)}, and "
            f"{found_data.keras_cache('mnist.npz')} is not there; {url} could not be reached either ({error}). "
            f"Without a network, put these four files into {folder}: {', '.join(NAMES)}"
        ) from error
