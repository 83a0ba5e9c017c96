"""Every stage of a model as data: equation, shape, numbers, a heat map, and PyTorch's beside them; `stage_view`.

    {"version": 1, "kind": "stage", "title": "…", "tokens": [tokens], "layers": [0, 1], "tolerance": 1e-05,
     "start": {"layer": 0},
     "stages": [{"stage": "layer.0.attention.query", "part": "layer", "layer": 0, "title": "Queries, by head",
                 "equation": "Q = X·W_q + b_q", "letters": "B,N,T,D", "shape": [1, 3, 7, 4], "from": [stages],
                 "statistics": {"least": -1.2, "most": 2.1, "mean": 0.1, "deviation": 0.6}, "first": [four numbers],
                 "heat": [1, rows, columns],
                 "reference": {"first": [four numbers], "max_abs": 2e-07, "equal": true}}, …]}

`reference` is missing where none was given. `heat` is as of `heat.py`; `statistics` leave out masked scores.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from bert_tf.views import checks
from bert_tf.views.arrays import to_array
from bert_tf.views.attention import Numbers, title_of
from bert_tf.views.flow import sources
from bert_tf.views.heat import MASKED, heat
from bert_tf.views.of_model import read
from bert_tf.views.packing import COARSE, Packed
from bert_tf.views.view import View
from bert_tf.walkthrough.steps import LAYER, STEPS, Step, equation

_LAYER = re.compile(r"layer\.(\d+)\.")
_BY_NAME = {step.stage: step for step in STEPS}
TOLERANCE = 1e-5


class StageView:
    """The whole way of a text through a model: each stage a box, its equation beside it, arrows between them."""

    def __call__(
        self,
        model: Any,
        tokenizer: Any,
        text: str,
        text_b: str | None = None,
        *,
        reference: Any = None,
        layer: int | None = None,
        include_layers: Numbers = None,
        title: str | None = None,
    ) -> View:
        """The view of a text, or of a pair, read by a model.

        Args:
          reference: Hugging Face's PyTorch model with the same weights, or what `trace_reference` gave for one.
          layer: the one that is shown first.
          include_layers: those that are there at all; by default all.

        Raises:
          ValueError: a text is empty or too long, a layer does not exist, or the reference has other stages.
        """
        from bert_tf.tracing.record import bert_of
        from bert_tf.tracing.reference import trace_reference

        got = read(model, tokenizer, text, text_b, None)
        theirs = reference
        if reference is not None and not isinstance(reference, Mapping):
            theirs = trace_reference(reference, got.inputs)
        config = bert_of(model).config
        return _view(got.found, got.tokens, theirs, title or got.title, layer, include_layers, config)

    def from_arrays(
        self,
        stages: Mapping[str, Any],
        tokens: Sequence[str] | None = None,
        reference: Mapping[str, Any] | None = None,
        *,
        layer: int | None = None,
        include_layers: Numbers = None,
        title: str | None = None,
    ) -> View:
        """The view of a trace.

        Args:
          stages: stage -> array of a batch of one, by the names of `bert_tf.trace`.
          tokens: the T strings.
          reference: the same stages from elsewhere.

        Raises:
          ValueError: a shape does not fit, or a layer does not exist.
        """
        names = checks.tokens("tokens", tokens)
        return _view(stages, names, reference, title or title_of(names), layer, include_layers, None)

    def __repr__(self) -> str:
        return "bert_tf.views.stage_view"


stage_view = StageView()


def _view(
    stages: Mapping[str, Any], tokens: list[str], reference: Mapping[str, Any] | None, title: str, layer: int | None,
    include: Numbers, config: Any,
) -> View:  # fmt: skip
    if not stages:
        raise ValueError("stages is a trace: stage -> array; received none.")
    known = sorted({number for name in stages if (number := _number(name)) is not None})
    layers = checks.chosen("layer", include, known) if known else []
    first = layers[0] if layers and layer is None else layer
    if layer is not None:
        checks.chosen("layer", layer, layers)
    shown = [name for name in stages if _number(name) in (None, *layers)]
    missing = [] if reference is None else [name for name in shown if name not in reference]
    if missing:
        raise ValueError(f"the reference has the same stages; {missing[0]} is missing.")
    boxes = [
        _stage(name, stages[name], len(tokens), layers, None if reference is None else reference[name], config)
        for name in shown
    ]
    return View({
        "version": 1, "kind": "stage", "title": title, "tokens": tokens, "layers": layers, "tolerance": TOLERANCE,
        "start": {"layer": first}, "stages": boxes,
    })  # fmt: skip


def _stage(name: str, value: Any, length: int, layers: list[int], reference: Any, config: Any) -> dict[str, Any]:
    number = _number(name)
    array = to_array(value)
    step = _BY_NAME.get(name if number is None else name.replace(f"layer.{number}.", "layer.{i}."))
    step = step or Step(LAYER if number is not None else name.partition(".")[0], name, "", name, "")
    if array.ndim < 2 or array.shape[0] != 1:
        raise ValueError(f"{name} is of one text, a batch of one; received the shape {list(array.shape)}.")
    if array.ndim > 2 and array.shape[-2] != length:
        raise ValueError(f"{name} has the shape {list(array.shape)}; the tokens are {length}.")
    if np.isnan(array).any():
        raise ValueError(f"{name} is of numbers; received NaN.")
    found = {
        "stage": name, "part": step.part, "layer": number, "title": step.title, "equation": equation(step, config),
        "letters": step.letters, "shape": list(array.shape), "from": sources(name, number, layers),
        "statistics": _statistics(name, array), "first": _first(array),
        "heat": Packed(heat(name, array[0]), bits=COARSE),
    }  # fmt: skip
    if reference is not None:
        found["reference"] = _compared(name, array, to_array(reference))
    return found


def _number(stage: str) -> int | None:
    match = _LAYER.match(stage)
    return int(match[1]) if match else None


def _seen(name: str, array: np.ndarray) -> np.ndarray:
    return array > MASKED if name.endswith("masked_scores") else np.ones(array.shape, bool)


def _statistics(name: str, array: np.ndarray) -> dict[str, float]:
    values = array[_seen(name, array)].astype("float64")
    if not values.size:
        return {}
    found = {"least": values.min(), "most": values.max(), "mean": values.mean(), "deviation": values.std()}
    return {each: float(f"{value:.6g}") for each, value in found.items()}


def _first(array: np.ndarray) -> list[float]:
    return [float(f"{each:.6g}") for each in array[(0,) * (array.ndim - 1)][:4]]


def _compared(name: str, ours: np.ndarray, theirs: np.ndarray) -> dict[str, Any]:
    if ours.shape != theirs.shape:
        raise ValueError(f"{name} has the shape {list(ours.shape)}; the reference's is {list(theirs.shape)}.")
    seen = _seen(name, ours) | _seen(name, theirs)  # what a masked score is called differs, and does not matter
    apart = float(np.abs(ours.astype("float64") - theirs)[seen].max(initial=0))
    scale = max(1.0, float(np.abs(theirs)[seen].max(initial=0)))
    return {"first": _first(theirs), "max_abs": float(f"{apart:.3g}"), "equal": bool(apart <= TOLERANCE * scale)}
