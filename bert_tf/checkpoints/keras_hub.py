"""Presets of keras_hub's `BertBackbone`: `config.json`, `model.weights.h5`, `metadata.json`, the vocabulary.

Read and written by their layout, without keras_hub. That library computes GELU by tanh, with a layer_norm_eps of 1e-12,
whatever the configuration says; so the whole configuration is kept beside its own, in `bert_config.json`.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np

from bert_tf.checkpoints import atomic
from bert_tf.checkpoints.checkpoint import BadCheckpoint, Checkpoint
from bert_tf.checkpoints.hugging_face import tokenizer_files
from bert_tf.checkpoints.names import JOIN_KERNEL, KERNEL, QKV_BIAS, QKV_KERNEL, Name, rows
from bert_tf.config import BertConfig

WEIGHTS, OWN = "model.weights.h5", "bert_config.json"
_FIELDS = {
    "vocabulary_size": "vocab_size",
    "num_layers": "num_hidden_layers",
    "num_heads": "num_attention_heads",
    "hidden_dim": "hidden_size",
    "intermediate_dim": "intermediate_size",
    "max_sequence_length": "max_position_embeddings",
    "num_segments": "type_vocab_size",
    "dropout": "hidden_dropout_prob",
}


def matches(path: Path) -> bool:
    return path.is_dir() and (path / WEIGHTS).is_file()


def read(path: Path) -> Checkpoint:
    """The configuration and every weight of the backbone.

    Without the configuration that `write` adds, `hidden_act` is `gelu_new`: what keras_hub computes.

    Raises:
      BadCheckpoint: the preset is another model's, or damaged.
    """
    import h5py

    config = _config(path)
    table = {row.keras_hub: row for row in rows(config.num_hidden_layers) if row.keras_hub}
    tensors: dict[str, np.ndarray] = {}

    def visit(name: str, item: Any) -> None:
        if hasattr(item, "shape") and "seed_generator" not in name:
            row = table.get(name)
            tensors[row.hugging_face if row else name] = _ours(row, item[()]) if row else item[()]

    try:
        with h5py.File(path / WEIGHTS, "r") as file:
            file.visititems(visit)
    except OSError as error:
        raise BadCheckpoint(f"{path / WEIGHTS} cannot be read: {error}") from None
    order = [row.hugging_face for row in table.values()]
    ordered = {name: tensors.pop(name) for name in order if name in tensors}
    return Checkpoint(config, {**ordered, **tensors}, path, _tokenizer_files(path))


def _config(path: Path) -> BertConfig:
    if (path / OWN).is_file():
        return BertConfig.from_json(path / OWN)
    try:
        whole = json.loads((path / "config.json").read_text(encoding="utf-8"))
        theirs = whole["config"]
        if whole.get("class_name") != "BertBackbone":
            raise BadCheckpoint(f"{path} is a preset of {whole.get('class_name')}; one of BertBackbone was expected.")
        fields = {ours: theirs[name] for name, ours in _FIELDS.items()}
    except (OSError, ValueError, KeyError, TypeError) as error:
        if isinstance(error, BadCheckpoint):
            raise
        raise BadCheckpoint(f"{path / 'config.json'} is not the configuration of a BertBackbone: {error}.") from None
    return BertConfig(**fields, attention_probs_dropout_prob=fields["hidden_dropout_prob"], hidden_act="gelu_new")


def _tokenizer_files(path: Path) -> dict[str, Path]:
    vocabulary = path / "assets" / "tokenizer" / "vocabulary.txt"
    found = {name: file for name, file in tokenizer_files(path).items() if name != "tokenizer.json"}
    return {"vocab.txt": vocabulary, **found} if vocabulary.is_file() else found


def _ours(row: Name, array: np.ndarray) -> np.ndarray:
    if row.kind == QKV_KERNEL:  # [H,N,D]
        return array.reshape(array.shape[0], -1).T
    if row.kind == QKV_BIAS:  # [N,D]
        return array.reshape(-1)
    if row.kind == JOIN_KERNEL:  # [N,D,H]
        return array.reshape(-1, array.shape[-1]).T
    return array.T if row.kind == KERNEL else array


def _theirs(row: Name, array: np.ndarray, heads: int) -> np.ndarray:
    if row.kind == QKV_KERNEL:
        return array.T.reshape(array.shape[1], heads, -1)
    if row.kind == QKV_BIAS:
        return array.reshape(heads, -1)
    if row.kind == JOIN_KERNEL:
        return array.T.reshape(heads, -1, array.shape[0])
    return array.T if row.kind == KERNEL else array


def write(checkpoint: Checkpoint, path: Path) -> None:
    """Writes a preset that `keras_hub.models.BertBackbone.from_preset` reads.

    Raises:
      BadCheckpoint: the checkpoint has what a `BertBackbone` cannot hold: a head, pruned heads, no pooler.
    """
    import h5py

    config = checkpoint.config
    table = {row.hugging_face: row for row in rows(config.num_hidden_layers) if row.keras_hub}
    unknown, missing = sorted(set(checkpoint.tensors) - set(table)), sorted(set(table) - set(checkpoint.tensors))
    if config.pruned_heads:
        raise BadCheckpoint("a keras_hub preset cannot hold pruned heads; write another format.")
    if unknown or missing:
        text = f"has no place for {', '.join(unknown)}" if unknown else f"needs {', '.join(missing)}"
        raise BadCheckpoint(f"a keras_hub preset of BertBackbone {text}; write another format.")
    theirs = {name: getattr(config, ours) for name, ours in _FIELDS.items()}
    whole = {
        "module": "keras_hub.src.models.bert.bert_backbone",
        "class_name": "BertBackbone",
        "config": {"name": "bert_backbone", "trainable": True, "dtype": _policy("float32"), **theirs},
        "registered_name": "keras_hub>BertBackbone",
    }
    count = int(sum(array.size for array in checkpoint.tensors.values()))
    metadata = {"keras_version": "3", "keras_hub_version": "0.32.0", "parameter_count": count, "tasks": []}
    with atomic.folder(path) as folder:
        with h5py.File(folder / WEIGHTS, "w") as file:
            for name, array in checkpoint.tensors.items():
                file[table[name].keras_hub] = _theirs(table[name], array, config.num_attention_heads)
        (folder / "config.json").write_text(json.dumps(whole, indent=4), encoding="utf-8")
        (folder / "metadata.json").write_text(json.dumps(metadata, indent=4), encoding="utf-8")
        config.to_json(folder / OWN)
        _write_tokenizer(checkpoint, folder)


def _policy(dtype: str) -> dict[str, Any]:
    return {"module": "keras", "class_name": "DTypePolicy", "config": {"name": dtype}, "registered_name": None}


def _write_tokenizer(checkpoint: Checkpoint, folder: Path) -> None:
    files = dict(checkpoint.extra_files)
    vocabulary = files.pop("vocab.txt", None)
    if vocabulary is None:
        return
    settings = {}
    if "tokenizer_config.json" in files:
        settings = json.loads(files["tokenizer_config.json"].read_text(encoding="utf-8"))
        shutil.copyfile(files["tokenizer_config.json"], folder / "tokenizer_config.json")
    lower = bool(settings.get("do_lower_case", True))
    accents = settings.get("strip_accents")
    theirs = {
        "module": "keras_hub.src.models.bert.bert_tokenizer",
        "class_name": "BertTokenizer",
        "config": {
            "name": "bert_tokenizer",
            "trainable": True,
            "dtype": _policy("int32"),
            "config_file": "tokenizer.json",
            "vocabulary": None,
            "sequence_length": None,
            "lowercase": lower,
            "strip_accents": lower if accents is None else bool(accents),
            "split": True,
            "suffix_indicator": "##",
            "oov_token": "[UNK]",
            "special_tokens": None,
            "special_tokens_in_strings": False,
        },
        "registered_name": "keras_hub>BertTokenizer",
    }
    (folder / "tokenizer.json").write_text(json.dumps(theirs, indent=4), encoding="utf-8")
    place = folder / "assets" / "tokenizer"
    place.mkdir(parents=True)
    shutil.copyfile(vocabulary, place / "vocabulary.txt")
