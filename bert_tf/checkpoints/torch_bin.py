"""`pytorch_model.bin` read without PyTorch, and without running anything that is in it.

The file is a pickle. It is unpickled by a reader that knows the few names of which a state dict is made and refuses
every other, so nothing in a file can call anything. Both layouts are read: the zip archive of PyTorch 1.6 and later,
and the plain sequence of pickles before.
"""

from __future__ import annotations

import collections
import io
import pickle
import struct
import zipfile
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from bert_tf.checkpoints.checkpoint import BadCheckpoint

_MAGIC = 0x1950A86A20F9469CFC6C
_STORAGES = {
    "DoubleStorage": "float64", "FloatStorage": "float32", "HalfStorage": "float16", "BFloat16Storage": "bfloat16",
    "LongStorage": "int64", "IntStorage": "int32", "ShortStorage": "int16", "CharStorage": "int8",
    "ByteStorage": "uint8", "BoolStorage": "bool",
}  # fmt: skip


class _Storage(NamedTuple):
    """Where a tensor's numbers are; `array` is filled in later for the older layout."""

    key: str
    kind: str
    size: int


class _Lazy(NamedTuple):
    storage: _Storage
    offset: int
    shape: tuple[int, ...]
    strides: tuple[int, ...]


def read(path: Path) -> dict[str, np.ndarray]:
    """Name -> array; bfloat16 is widened to float32.

    Raises:
      BadCheckpoint: the file is damaged, or holds anything but a state dict.
    """
    try:
        return _read_zip(path) if zipfile.is_zipfile(path) else _read_sequence(path)
    except BadCheckpoint:
        raise
    except Exception as error:  # whatever a damaged pickle or archive leads to
        raise BadCheckpoint(f"{path} is damaged or not a PyTorch state dict: {error}") from None


def _read_zip(path: Path) -> dict[str, np.ndarray]:
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if name.endswith("/data.pkl")]
        if len(names) != 1:
            raise BadCheckpoint(f"{path} is a zip archive without a PyTorch state dict in it.")
        top = names[0].removesuffix("data.pkl")
        order = f"{top}byteorder"
        if order in archive.namelist() and archive.read(order) != b"little":
            raise BadCheckpoint(f"{path} was written on a machine with the other byte order.")
        state = _Reader(path, io.BytesIO(archive.read(names[0]))).load()
        kept: dict[str, np.ndarray] = {}

        def numbers(storage: _Storage) -> np.ndarray:
            if storage.key not in kept:
                kept[storage.key] = _numbers(path, storage, archive.read(f"{top}data/{storage.key}"))
            return kept[storage.key]

        return _arrays(path, state, numbers)


def _read_sequence(path: Path) -> dict[str, np.ndarray]:
    with path.open("rb") as file:
        if _Reader(path, file).load() != _MAGIC:
            raise BadCheckpoint(f"{path} is not a file that PyTorch wrote.")
        _Reader(path, file).load()  # the protocol's version
        _Reader(path, file).load()  # what the machine was like
        reader = _Reader(path, file)
        state = reader.load()
        keys = _Reader(path, file).load()
        kept: dict[str, np.ndarray] = {}
        for key in keys:
            storage = reader.storages[key]
            count = struct.unpack("<q", file.read(8))[0]
            width = 2 if storage.kind == "bfloat16" else np.dtype(storage.kind).itemsize
            kept[key] = _numbers(path, storage._replace(size=count), file.read(count * width))
    return _arrays(path, state, lambda storage: kept[storage.key])


class _Reader(pickle.Unpickler):
    def __init__(self, path: Path, file: Any) -> None:
        super().__init__(file, encoding="utf-8")
        self._path = path
        self.storages: dict[str, _Storage] = {}

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == ("collections", "OrderedDict"):
            return collections.OrderedDict
        if (module, name) == ("torch._utils", "_rebuild_tensor_v2"):
            return _rebuild
        if (module, name) == ("torch._utils", "_rebuild_parameter"):
            return lambda tensor, *rest: tensor
        if module == "torch" and name in _STORAGES:
            return _STORAGES[name]
        raise BadCheckpoint(f"{self._path} asks for {module}.{name}, which no state dict needs; it is not read.")

    def persistent_load(self, identity: Any) -> _Storage:
        word, kind, key, _, count, *_ = identity
        if word != "storage" or kind not in _STORAGES.values():
            raise BadCheckpoint(f"{self._path} refers to {word!r}, which no state dict does; it is not read.")
        return self.storages.setdefault(str(key), _Storage(str(key), kind, int(count)))


def _rebuild(storage: _Storage, offset: int, shape: Any, strides: Any, *rest: Any) -> _Lazy:
    return _Lazy(storage, int(offset), tuple(map(int, shape)), tuple(map(int, strides)))


def _numbers(path: Path, storage: _Storage, raw: bytes) -> np.ndarray:
    wide = storage.kind == "bfloat16"
    array = np.frombuffer(raw, "<u2" if wide else storage.kind)
    if array.size < storage.size:
        raise BadCheckpoint(
            f"{path} was cut off: {storage.size} numbers were expected in one place, {array.size} are there."
        )
    return (array.astype("uint32") << 16).view("float32") if wide else array


def _arrays(path: Path, state: Any, numbers: Any) -> dict[str, np.ndarray]:
    if isinstance(state, dict) and isinstance(state.get("state_dict"), dict):
        state = state["state_dict"]
    if not isinstance(state, dict) or not state:
        raise BadCheckpoint(f"{path} holds a {type(state).__name__}; a state dict with tensors was expected.")
    found = {}
    for name, each in state.items():
        if not isinstance(each, _Lazy):
            raise BadCheckpoint(f"{path}: {name} is a {type(each).__name__}; a tensor was expected.")
        found[str(name)] = _array(path, str(name), each, numbers(each.storage))
    return found


def _array(path: Path, name: str, each: _Lazy, numbers: np.ndarray) -> np.ndarray:
    if len(each.shape) != len(each.strides) or min((*each.shape, *each.strides, each.offset), default=0) < 0:
        raise BadCheckpoint(
            f"{path}: {name} has the shape {each.shape} and the strides {each.strides}, which do not fit."
        )
    if 0 in each.shape:
        return np.zeros(each.shape, numbers.dtype)
    last = each.offset + sum((size - 1) * stride for size, stride in zip(each.shape, each.strides, strict=True))
    if last >= numbers.size:
        raise BadCheckpoint(f"{path}: {name} {each.shape} reaches beyond its numbers; the file is damaged.")
    width = numbers.dtype.itemsize
    view = np.lib.stride_tricks.as_strided(
        numbers[each.offset :], each.shape, [stride * width for stride in each.strides], writeable=False
    )
    return np.array(view)
