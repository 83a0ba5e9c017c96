"""`tf_model.h5` of Hugging Face's TFBert, which transformers 5 no longer has. Read only."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import numpy as np

from bert_tf.checkpoints.checkpoint import BadCheckpoint, Checkpoint
from bert_tf.checkpoints.hugging_face import tokenizer_files
from bert_tf.config import BertConfig

FILE = "tf_model.h5"
_TOPS = frozenset({"embeddings", "encoder", "pooler", "cls", "classifier", "qa_outputs"})
_LEAVES = {"kernel": "weight", "gamma": "weight", "beta": "bias", "embeddings": "weight"}


def matches(path: Path) -> bool:
    return path.name == FILE or (path.is_dir() and (path / FILE).is_file())


def read(path: Path) -> Checkpoint:
    """The configuration beside the file, and every weight.

    Raises:
      BadCheckpoint: the file is damaged, or a name stands twice.
    """
    import h5py

    file_path = path / FILE if path.is_dir() else path
    tensors: dict[str, np.ndarray] = {}

    def visit(name: str, item: Any) -> None:
        if not hasattr(item, "shape"):
            return
        new, transposed = _name(name)
        if new in tensors:
            raise BadCheckpoint(f"{file_path}: {name} stands twice.")
        tensors[new] = item[()].T if transposed else item[()]

    try:
        with h5py.File(file_path, "r") as file:
            file.visititems(visit)
    except OSError as error:
        raise BadCheckpoint(f"{file_path} cannot be read: {error}") from None
    return Checkpoint(BertConfig.from_json(file_path.parent), tensors, path, tokenizer_files(file_path.parent))


def _name(path: str) -> tuple[str, bool]:
    """Hugging Face's name for `bert/tf_bert_model/bert/encoder/layer_._0/…/kernel:0`, and whether it is transposed."""
    parts = [part.rpartition("___")[2] for part in path.split(":")[0].split("/")]
    starts = [place for place, part in enumerate(parts) if part in _TOPS]
    if not starts:
        return path, False
    *inner, leaf = parts[starts[0] :]
    if inner and inner[-1] == "word_embeddings" and leaf == "weight":
        return ".".join([*inner, leaf]), False
    name = ".".join([*inner, _LEAVES.get(leaf, leaf)])
    return re.sub(r"layer_\._(\d+)", r"layer.\1", name), leaf == "kernel"
