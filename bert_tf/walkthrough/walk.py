"""`walk`: texts through a model, every step kept, and compared with PyTorch where that is installed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import tensorflow as tf

from bert_tf import stages, torch_door
from bert_tf.config import BertConfig
from bert_tf.tracing.comparison import Row, compare, compare_stage
from bert_tf.tracing.record import trace
from bert_tf.tracing.reference import trace_reference
from bert_tf.walkthrough.sources import Source
from bert_tf.walkthrough.steps import CLASSIFIER, LAYER, POOLER, STEPS, Step
from bert_tf.walkthrough.texts import LONGEST, Post


class Taken(NamedTuple):
    """A step as it was taken in one layer: `values` begin the first text's first token, in the first head.

    `rows`: the comparison with PyTorch, one of each layer; empty without it.
    """

    step: Step
    shape: tuple[int, ...]
    values: tuple[float, ...]
    rows: tuple[Row, ...]

    @property
    def worst(self) -> Row | None:
        """The layer in which the step is farthest from PyTorch's."""
        return max(self.rows, key=lambda row: (not row.equal, row.max_relative), default=None)


class Walk(NamedTuple):
    """`tokens`: of each text, without padding; `looks_at`: what [CLS] attends to in the first head, most first.

    `trained`: whether the classifier's weights came with the checkpoint.
    """

    title: str
    config: BertConfig
    layer: int
    posts: tuple[Post, ...]
    tokens: tuple[tuple[str, ...], ...]
    inputs: dict[str, np.ndarray]
    taken: tuple[Taken, ...]
    looks_at: tuple[tuple[str, float], ...]
    trained: bool
    tolerance: float
    compared: bool

    @property
    def departs(self) -> str | None:
        """The first step that is not PyTorch's, by its stage's name."""
        return next((row.stage for each in self.taken for row in each.rows if not row.equal), None)


def walk(source: Source, posts: Sequence[Post], layer: int = 0) -> Walk:
    """Takes every step; `layer` is the one whose numbers are shown, while all of them are compared.

    Raises:
      ValueError: there is no text, or no such layer.
    """
    config = source.model.config
    if not posts:
        raise ValueError("a text is needed; received none.")
    if not 0 <= layer < max(config.num_hidden_layers, 1):
        raise ValueError(f"the layers are 0 to {config.num_hidden_layers - 1}; received {layer}.")
    longest = min(LONGEST, config.max_position_embeddings)
    encoded = source.tokenizer([post.text for post in posts], padding=True, truncation=True, max_length=longest)
    inputs = {name: np.asarray(value) for name, value in encoded.items()}
    tokens = tuple(
        tuple(source.tokenizer.convert_ids_to_tokens(ids[mask == 1].tolist()))
        for ids, mask in zip(inputs["input_ids"], inputs["attention_mask"], strict=True)
    )
    ours = trace(source.model, inputs)
    classifier = source.classifier or _drawn(config, len(posts))
    if source.model.pooler is not None:
        ours["classifier"] = _logits(ours["pooler.output"], classifier)
    compared = torch_door.available()
    rows, tolerance = _compared(source, inputs, ours, classifier) if compared else ({}, 0.0)
    taken = tuple(
        _taken(step, ours, rows, layer)
        for step in STEPS
        if source.model.pooler is not None or step.part not in (POOLER, CLASSIFIER)
        if config.num_hidden_layers or step.part != LAYER
    )
    return Walk(
        source.title, config, layer, tuple(posts), tokens, inputs, taken, _looks_at(ours, tokens, layer),
        source.classifier is not None, tolerance, compared,
    )  # fmt: skip


def _drawn(config: BertConfig, labels: int) -> tuple[np.ndarray, np.ndarray]:
    draw = np.random.default_rng(0)
    weight = draw.normal(0, config.initializer_range, (labels, config.hidden_size))
    return weight.astype("float32"), np.zeros(labels, "float32")


def _logits(pooled: np.ndarray, classifier: tuple[np.ndarray, np.ndarray]) -> np.ndarray:
    weight, bias = classifier
    with tf.init_scope():
        found: np.ndarray = stages.dense(tf.constant(pooled), tf.constant(weight.T), tf.constant(bias)).numpy()
    return found


def _compared(
    source: Source, inputs: dict[str, np.ndarray], ours: dict[str, np.ndarray], classifier: Any
) -> tuple[dict[str, Row], float]:
    torch = torch_door.torch()
    theirs = trace_reference(source.reference(), inputs)
    found = compare(source.model, theirs, inputs)
    rows = {row.stage: row for row in found.rows}
    if "classifier" in ours:
        weight, bias = (torch.tensor(each) for each in classifier)
        logits = torch.nn.functional.linear(torch.tensor(theirs["pooler.output"]), weight, bias).numpy()
        rows["classifier"] = compare_stage("classifier", ours["classifier"], logits, found.tolerance)
    return rows, found.tolerance


def _taken(step: Step, ours: dict[str, np.ndarray], rows: dict[str, Row], layer: int) -> Taken:
    array = ours[step.stage.replace("{i}", str(layer))]
    start, end = step.stage.partition("{i}")[::2]
    same = tuple(row for name, row in rows.items() if _is(name, start, end))
    first = array[(0,) * (array.ndim - 1)]
    return Taken(step, array.shape, tuple(float(each) for each in first[:4]), same)


def _is(name: str, start: str, end: str) -> bool:
    """Whether a stage is the one of some layer: `layer.3.output` is `layer.` and `.output` around a number."""
    if not end:
        return name == start
    return name.startswith(start) and name.endswith(end) and name[len(start) : -len(end)].isdigit()


def _looks_at(
    ours: dict[str, np.ndarray], tokens: tuple[tuple[str, ...], ...], layer: int
) -> tuple[tuple[str, float], ...]:
    probs = ours.get(f"layer.{layer}.attention.probs")
    if probs is None:
        return ()
    row = probs[0, 0, 0]  # [T]
    best = np.argsort(-row)[:4]
    return tuple((tokens[0][place], float(row[place])) for place in best if place < len(tokens[0]))
