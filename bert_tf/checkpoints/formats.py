"""Which format a path holds, and each format's reader and writer."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

from bert_tf.checkpoints import hugging_face, keras_file, keras_hub, tf1, tf_h5
from bert_tf.checkpoints.checkpoint import BadCheckpoint, Checkpoint

FORMATS: dict[str, ModuleType] = {
    "hf": hugging_face, "keras_hub": keras_hub, "tf1": tf1, "keras": keras_file, "tf_h5": tf_h5,
}  # fmt: skip
WRITABLE = tuple(name for name, module in FORMATS.items() if hasattr(module, "write"))


def format_of(path: str | Path) -> str:
    """The name of the format of what is at a path.

    Raises:
      FileNotFoundError: nothing is there.
      BadCheckpoint: it is none of the formats.
    """
    path = Path(path)
    for name, module in FORMATS.items():
        if module.matches(path):
            return name
    if not path.exists():
        raise FileNotFoundError(f"no checkpoint at {path}.")
    inside = ", ".join(sorted(each.name for each in path.iterdir())[:8]) if path.is_dir() else "a file"
    raise BadCheckpoint(
        f"{path} is no checkpoint that can be read ({inside}); expected a folder with model.safetensors, "
        "pytorch_model.bin, bert_model.ckpt.index, model.weights.h5 or tf_model.h5, or a .keras file."
    )


def read(path: str | Path, gelu: str | None = None) -> Checkpoint:
    """Reads whatever format is there; `gelu` is for TensorFlow 1 checkpoints (see `tf1.read`).

    Raises:
      FileNotFoundError, BadCheckpoint: nothing is there, or it cannot be read.
      ValueError: `gelu` is given for another format, whose configuration says what it means.
    """
    path = Path(path)
    name = format_of(path)
    if name == "tf1":
        return tf1.read(path, gelu or "erf")
    if gelu is not None:
        raise ValueError(f"gelu is for TensorFlow 1 checkpoints; {path} is of the format {name}, which says it itself.")
    found: Checkpoint = FORMATS[name].read(path)
    return found


def write(checkpoint: Checkpoint, path: str | Path, format: str) -> None:
    """Writes a checkpoint in one of `WRITABLE`.

    Raises:
      ValueError: there is no such format.
      BadCheckpoint: the format cannot hold it.
    """
    if format not in WRITABLE:
        raise ValueError(f"format is one of {', '.join(WRITABLE)}; got {format!r}.")
    FORMATS[format].write(checkpoint, Path(path))
