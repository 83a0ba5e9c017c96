"""`model.safetensors`, through the safetensors library where it is installed, or by its simple layout. Its door."""

from __future__ import annotations

import importlib.util
import json
import mmap
import struct
from pathlib import Path
from typing import Any

import numpy as np

from bert_tf.checkpoints.checkpoint import BadCheckpoint

_TYPES = {
    "F64": "float64", "F32": "float32", "F16": "float16", "I64": "int64", "I32": "int32", "I16": "int16", "I8": "int8",
    "U8": "uint8", "BOOL": "bool",
}  # fmt: skip
_NAMES = {kind: name for name, kind in _TYPES.items()}


def read(path: Path) -> dict[str, np.ndarray]:
    """Name -> array; bfloat16 is widened to float32. The arrays are views of the file, which is mapped into memory.

    Raises:
      BadCheckpoint: the header or a tensor's place is not right.
    """
    size = path.stat().st_size
    with path.open("rb") as file:
        start = file.read(8)
        length = struct.unpack("<Q", start)[0] if len(start) == 8 else 0
        if not 2 <= length <= min(size - 8, 100_000_000):
            raise BadCheckpoint(f"{path} is not a safetensors file, or was cut off: its header has no room.")
        try:
            header: dict[str, Any] = json.loads(file.read(length))
        except ValueError:
            raise BadCheckpoint(f"{path} is not a safetensors file: its header is not JSON.") from None
    header.pop("__metadata__", None)
    data: np.ndarray = np.memmap(path, "uint8", "r", 8 + length) if size > 8 + length else np.zeros(0, "uint8")
    return {name: _tensor(path, name, entry, data) for name, entry in header.items()}


def forget(array: np.ndarray) -> None:
    """What was read of the array's file no longer counts as this process' memory; whoever asks reads it again."""
    if isinstance(array, np.memmap) and hasattr(mmap, "MADV_DONTNEED"):
        array._mmap.madvise(mmap.MADV_DONTNEED)  # type: ignore[attr-defined]


def _tensor(path: Path, name: str, entry: Any, data: np.ndarray) -> np.ndarray:
    try:
        kind, shape, (begin, end) = entry["dtype"], [int(size) for size in entry["shape"]], entry["data_offsets"]
    except (KeyError, TypeError, ValueError):
        raise BadCheckpoint(f"{path}: the header's entry for {name} is not one of a tensor.") from None
    if kind not in _TYPES and kind != "BF16":
        raise BadCheckpoint(f"{path}: {name} has the dtype {kind}, which is not one of {', '.join(_TYPES)}, BF16.")
    width = 2 if kind == "BF16" else np.dtype(_TYPES[kind]).itemsize
    count = int(np.prod(shape, dtype=object))
    if min(shape, default=0) < 0 or not 0 <= begin <= end <= data.size or end - begin != count * width:
        raise BadCheckpoint(f"{path}: {name} {shape} does not lie within the file, which may have been cut off.")
    raw = data[begin:end]
    if kind == "BF16":
        return (raw.view("<u2").astype("uint32") << 16).view("float32").reshape(shape)
    return raw.view(_TYPES[kind]).reshape(shape)


def write(path: Path, tensors: dict[str, np.ndarray]) -> None:
    """Writes the tensors, in the order of their names, as the safetensors library does."""
    if importlib.util.find_spec("safetensors") is not None:
        from safetensors.numpy import save_file

        save_file({name: np.ascontiguousarray(array) for name, array in tensors.items()}, path, {"format": "pt"})
        path.chmod(0o644)  # that library lets nobody else read it
        return
    header: dict[str, Any] = {"__metadata__": {"format": "pt"}}
    place = 0
    for name, array in sorted(tensors.items()):
        header[name] = {
            "dtype": _NAMES[array.dtype.name],
            "shape": list(array.shape),
            "data_offsets": [place, place + array.nbytes],
        }
        place += array.nbytes
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    with path.open("wb") as file:
        file.write(struct.pack("<Q", len(text)) + text)
        for _, array in sorted(tensors.items()):
            file.write(np.ascontiguousarray(array).tobytes())
