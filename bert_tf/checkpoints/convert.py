"""A checkpoint of one format written in another, read back, and compared: tensors, stages, and PyTorch."""

from __future__ import annotations

import fnmatch
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from bert_tf import torch_door
from bert_tf.checkpoints import formats
from bert_tf.checkpoints.checkpoint import BadCheckpoint, Checkpoint
from bert_tf.checkpoints.load import build
from bert_tf.config import BertConfig
from bert_tf.tracing.comparison import Comparison, compare
from bert_tf.tracing.record import trace

Step = Callable[[str, int, int], None]
_TANH = frozenset({"gelu_new", "gelu_pytorch_tanh", "gelu_accurate", "gelu_python_tanh"})


class Converted(NamedTuple):
    """`differing`: tensors that came back otherwise; `stages`: the model read back against the one that was read.

    `pytorch`: the model read back against Hugging Face's, where one of the two is its format and it is installed;
    `notes`: what the program that the format belongs to will compute otherwise.
    """

    from_format: str
    to_format: str
    tensors: int
    numbers: int
    dropped: list[str]
    differing: list[str]
    stages: Comparison
    pytorch: Comparison | None
    notes: list[str]

    @property
    def equal(self) -> bool:
        """Whether every check passed."""
        return not self.differing and self.stages.equal and (self.pytorch is None or self.pytorch.equal)


def convert(
    source: str | Path,
    target: str | Path,
    to: str,
    gelu: str | None = None,
    drop: Iterable[str] = (),
    step: Step = lambda name, done, total: None,
) -> Converted:
    """Reads `source`, writes `target`, and checks what was written.

    Args:
      source: what `formats.read` reads.
      target: a folder, or for `keras` a file `….keras`; what is there of the same format is replaced.
      to: one of `formats.WRITABLE`.
      gelu: for TensorFlow 1 checkpoints, "erf" or "tanh".
      drop: patterns of tensors to leave out, such as `cls.*` for a format that has no place for a head.
      step: told what is being done, how much of it is done, and of how much.

    Raises:
      FileNotFoundError, BadCheckpoint, ValueError: what cannot be read or written, before anything is written.
    """
    source, target = Path(source), Path(target)
    step("reading", 0, 1)
    whole = formats.read(source, gelu)
    checkpoint, dropped = _without(whole, drop)
    _check_target(target, to)
    before = _model(checkpoint)
    step("writing", 0, 1)
    formats.write(checkpoint, target, to)
    step("reading back", 0, 1)
    again = formats.FORMATS[to].read(target)
    differing = []
    names = sorted(set(checkpoint.tensors) | set(again.tensors))
    for number, name in enumerate(names):
        step("comparing tensors", number, len(names))
        if not _same(checkpoint.tensors.get(name), again.tensors.get(name)):
            differing.append(name)
    step("comparing stages", 0, 2)
    after, inputs = _model(again), inputs_for(checkpoint.config)
    stages = compare(after, trace(before, inputs), inputs, tolerance=0)
    step("comparing with PyTorch", 1, 2)
    pytorch = _against_pytorch(after, inputs, source, target, to)
    numbers = sum(int(array.size) for array in checkpoint.tensors.values())
    step("done", 1, 1)
    return Converted(
        formats.format_of(source), to, len(checkpoint.tensors), numbers, dropped, differing, stages, pytorch,
        notes(checkpoint.config, to),
    )  # fmt: skip


def _without(checkpoint: Checkpoint, drop: Iterable[str]) -> tuple[Checkpoint, list[str]]:
    dropped: list[str] = []
    for pattern in drop:
        found = fnmatch.filter(checkpoint.tensors, pattern)
        if not found:
            raise ValueError(f"no tensor of {checkpoint.source} is called {pattern!r}, which was to be left out.")
        dropped += [name for name in found if name not in dropped]
    kept = {name: array for name, array in checkpoint.tensors.items() if name not in dropped}
    return replace(checkpoint, tensors=kept), dropped


def _check_target(target: Path, to: str) -> None:
    try:
        there = formats.format_of(target)
    except (FileNotFoundError, BadCheckpoint):
        return
    if there != to:
        raise ValueError(f"{target} holds a checkpoint of the format {there}; give a place of its own for {to}.")


def _model(checkpoint: Checkpoint) -> Any:
    from bert_tf.model import BertModel

    return build(BertModel, checkpoint).model


def _same(a: np.ndarray | None, b: np.ndarray | None) -> bool:
    if a is None or b is None:
        return False
    return a.dtype == b.dtype and a.shape == b.shape and a.tobytes() == b.tobytes()


def inputs_for(config: BertConfig) -> dict[str, np.ndarray]:
    """Two rows of drawn ids that use every token type, the second padded."""
    draw = np.random.default_rng(0)
    tokens = min(config.max_position_embeddings, 16)
    ids = draw.integers(0, config.vocab_size, (2, tokens))
    mask = np.ones_like(ids)
    mask[1, (tokens + 1) // 2 :] = 0
    return {"input_ids": ids, "attention_mask": mask, "token_type_ids": ids % config.type_vocab_size}


def _against_pytorch(model: Any, inputs: dict[str, Any], source: Path, target: Path, to: str) -> Comparison | None:
    folder = target if to == "hf" else source if formats.format_of(source) == "hf" else None
    if folder is None or not torch_door.available() or model.config.pruned_heads:
        return None
    return compare(model, torch_door.load_reference(str(folder), model.pooler is not None), inputs)


def notes(config: BertConfig, to: str) -> list[str]:
    """What the program that a format belongs to computes otherwise than this configuration says."""
    found = []
    if to == "tf1" and config.hidden_act == "gelu":
        found.append(
            "google-research/bert computes gelu by tanh in its last version; this model's is exact. "
            "The config.json beside the checkpoint says so, and bert_tf reads it."
        )
    if to == "tf1" and config.layer_norm_eps != 1e-12:
        found.append(f"google-research/bert normalizes with 1e-12; this model with {config.layer_norm_eps:g}.")
    if to == "keras_hub" and config.hidden_act not in _TANH:
        found.append(f"keras_hub computes gelu by tanh; this model has {config.hidden_act}: up to some 1e-3 apart.")
    if to == "keras_hub" and config.layer_norm_eps != 1e-12:
        found.append(f"keras_hub normalizes with 1e-12; this model with {config.layer_norm_eps:g}.")
    return found
