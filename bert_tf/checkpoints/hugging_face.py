"""A folder of Hugging Face's: `config.json`, `model.safetensors` (whole or in shards) or `pytorch_model.bin`."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np

from bert_tf.checkpoints import atomic, safetensors_file, torch_bin
from bert_tf.checkpoints.checkpoint import BadCheckpoint, Checkpoint
from bert_tf.checkpoints.names import NOT_WEIGHTS, canonical
from bert_tf.config import BertConfig

READERS = {
    "model.safetensors": safetensors_file.read,
    "model.safetensors.index.json": safetensors_file.read,
    "pytorch_model.bin": torch_bin.read,
    "pytorch_model.bin.index.json": torch_bin.read,
}
TOKENIZER_FILES = (
    "vocab.txt", "tokenizer.json", "tokenizer_config.json", "special_tokens_map.json", "added_tokens.json",
)  # fmt: skip


def matches(path: Path) -> bool:
    return path.is_dir() and any((path / name).is_file() for name in READERS)


def read(path: Path) -> Checkpoint:
    """The configuration and every tensor of the folder but for buffers, such as `position_ids`.

    Raises:
      BadCheckpoint: a shard is missing or damaged, or a name stands twice.
    """
    name = next(name for name in READERS if (path / name).is_file())
    files = _shards(path / name) if name.endswith(".json") else [path / name]
    tensors: dict[str, np.ndarray] = {}
    for file in files:
        for old, array in READERS[name](file).items():
            new = canonical(old)
            if NOT_WEIGHTS.match(new):
                continue
            if new in tensors:
                raise BadCheckpoint(f"{file}: {old} stands twice, under an old and a new name.")
            tensors[new] = array
    return Checkpoint(BertConfig.from_json(path), tensors, path, tokenizer_files(path))


def _shards(index: Path) -> list[Path]:
    try:
        names = sorted(set(json.loads(index.read_text(encoding="utf-8"))["weight_map"].values()))
    except (ValueError, KeyError, AttributeError, TypeError):
        raise BadCheckpoint(f"{index} is not an index of shards: a JSON object with weight_map was expected.") from None
    missing = [name for name in names if Path(name).name != name or not (index.parent / name).is_file()]
    if missing:
        raise BadCheckpoint(f"{index} names {', '.join(missing)}, which is not in the folder.")
    return [index.parent / name for name in names]


def tokenizer_files(path: Path) -> dict[str, Path]:
    """What of a tokenizer lies in a folder."""
    return {name: path / name for name in TOKENIZER_FILES if (path / name).is_file()}


def write(checkpoint: Checkpoint, path: Path) -> None:
    """Writes `config.json`, `model.safetensors` and the tokenizer's files; names are as Hugging Face's own.

    A file of other weights that is there goes, since Hugging Face would read one of them.
    """
    headed = any(name.startswith(("cls.", "classifier.", "qa_outputs.")) for name in checkpoint.tensors)
    tensors = {
        name if not headed or not name.startswith(("embeddings.", "encoder.", "pooler.")) else f"bert.{name}": array
        for name, array in checkpoint.tensors.items()
    }
    with atomic.folder(path) as folder:
        checkpoint.config.to_json(folder / "config.json")
        safetensors_file.write(folder / "model.safetensors", tensors)
        for name, file in checkpoint.extra_files.items():
            shutil.copyfile(file, folder / name)
    for name in set(READERS) - {"model.safetensors"}:
        (path / name).unlink(missing_ok=True)
