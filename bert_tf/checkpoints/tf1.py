"""The original checkpoints of google-research/bert: `bert_model.ckpt.index`, `.data-…`, and `bert_config.json`."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np

from bert_tf.checkpoints import atomic
from bert_tf.checkpoints.checkpoint import BadCheckpoint, Checkpoint
from bert_tf.checkpoints.hugging_face import tokenizer_files
from bert_tf.checkpoints.names import JOIN_KERNEL, KERNEL, NOT_WEIGHTS, QKV_KERNEL, rows
from bert_tf.config import BertConfig

PREFIX, CONFIG = "bert_model.ckpt", "bert_config.json"
_FIELDS = (
    "attention_probs_dropout_prob", "hidden_act", "hidden_dropout_prob", "hidden_size", "initializer_range",
    "intermediate_size", "max_position_embeddings", "num_attention_heads", "num_hidden_layers", "type_vocab_size",
    "vocab_size",
)  # fmt: skip
_KERNELS = (KERNEL, QKV_KERNEL, JOIN_KERNEL)


def matches(path: Path) -> bool:
    return _prefix(path) is not None


def _prefix(path: Path) -> Path | None:
    """The checkpoint's prefix: the path itself, or the one in a folder; the newest where there are several."""
    if path.with_name(path.name + ".index").is_file():
        return path
    if path.suffix == ".index" and path.is_file():
        return path.with_suffix("")
    if not path.is_dir():
        return None
    found = sorted(path.glob("*.ckpt*.index"), key=lambda each: each.stat().st_mtime)
    return found[-1].with_suffix("") if found else None


def read(path: Path, gelu: str = "erf") -> Checkpoint:
    """The configuration and every weight; an optimizer's slots and the step are left.

    Args:
      path: the checkpoint's prefix, or the folder with it and `bert_config.json`.
      gelu: what `gelu` means in `bert_config.json`, if there is no `config.json` of ours beside it: "erf", the exact
        function, as in Hugging Face and in the first releases of google-research/bert; or "tanh", the approximation
        in that repository's last version.

    Raises:
      BadCheckpoint: the files are damaged, or a name is not one of BERT's.
    """
    import tensorflow as tf

    if gelu not in ("erf", "tanh"):
        raise ValueError(f"gelu is 'erf' or 'tanh'; got {gelu!r}.")
    prefix = _prefix(path)
    assert prefix is not None
    config = _config(prefix.parent, gelu)
    try:
        reader = tf.train.load_checkpoint(str(prefix))
        found = {
            name: reader.get_tensor(name) for name in reader.get_variable_to_shape_map() if not NOT_WEIGHTS.match(name)
        }
    except Exception as error:  # TensorFlow's own errors for each kind of damage
        raise BadCheckpoint(f"{prefix} cannot be read: {error}") from None
    table = {row.tf1: row for row in rows(config.num_hidden_layers) if row.tf1}
    tensors = {}
    for name, array in found.items():
        row = table.get(name)
        tensors[row.hugging_face if row else name] = array.T if row and row.kind in _KERNELS else array
    order = {row.hugging_face: place for place, row in enumerate(rows(config.num_hidden_layers))}
    ordered = {name: tensors[name] for name in sorted(tensors, key=lambda name: order.get(name, len(order)))}
    return Checkpoint(config, ordered, path, tokenizer_files(prefix.parent))


def _config(folder: Path, gelu: str) -> BertConfig:
    if (folder / "config.json").is_file():  # ours: it has every field, and Hugging Face's names of activations
        return BertConfig.from_json(folder / "config.json")
    if not (folder / CONFIG).is_file():
        raise BadCheckpoint(f"there is no {CONFIG} in {folder}, beside the checkpoint.")
    config = BertConfig.from_json(folder / CONFIG)
    return config.changed(hidden_act="gelu_new") if gelu == "tanh" and config.hidden_act == "gelu" else config


def write(checkpoint: Checkpoint, path: Path) -> None:
    """Writes `bert_model.ckpt`, `bert_config.json` and the vocabulary, for google-research/bert and TensorFlow 1.

    Raises:
      BadCheckpoint: the checkpoint has what that format cannot hold: pruned heads, or a decoder of its own.
    """
    import tensorflow as tf

    config = checkpoint.config
    if config.pruned_heads:
        raise BadCheckpoint("a TensorFlow 1 checkpoint cannot say which heads were pruned; write another format.")
    table = {row.hugging_face: row for row in rows(config.num_hidden_layers) if row.tf1}
    dropped = (
        {"cls.predictions.decoder.weight", "cls.predictions.decoder.bias"} if config.tie_word_embeddings else set()
    )
    unknown = sorted(set(checkpoint.tensors) - set(table) - dropped)
    if unknown:
        raise BadCheckpoint(f"a TensorFlow 1 checkpoint has no name for {', '.join(unknown)}.")
    arrays = {
        table[name].tf1: np.ascontiguousarray(array.T if table[name].kind in _KERNELS else array)
        for name, array in checkpoint.tensors.items()
        if name in table
    }
    with atomic.folder(path) as folder:
        with tf.init_scope():
            names, values = list(arrays), [tf.constant(array) for array in arrays.values()]
            tf.raw_ops.SaveV2(
                prefix=str(folder / PREFIX), tensor_names=names, shape_and_slices=[""] * len(names), tensors=values
            )
        fields = {name: getattr(config, name) for name in _FIELDS}
        if fields["hidden_act"] in ("gelu_new", "gelu_pytorch_tanh"):
            fields["hidden_act"] = "gelu"  # what google-research/bert calls the approximation by tanh
        (folder / CONFIG).write_text(json.dumps(fields, indent=2, sort_keys=True) + "\n", encoding="utf-8")
        config.to_json(folder / "config.json")
        for name, file in checkpoint.extra_files.items():
            shutil.copyfile(file, folder / name)
