"""`compare`: the stages of a model against the PyTorch model's, one row a stage."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import numpy as np

from bert_tf.tracing.names import matching
from bert_tf.tracing.record import trace
from bert_tf.tracing.reference import trace_reference

# The first stage that departs -> what usually causes it; the first pattern that fits.
CAUSES = (
    (r"embeddings\.word$", "other word embeddings, or ids of another vocabulary"),
    (r"embeddings\.position$", "other position_ids: they count from 0 also where the text is padded on the left"),
    (r"embeddings\.token_type$", "other token_type_ids: without them every token is of type 0"),
    (r"embeddings\.sum$", "one of the three embeddings is added twice, or not at all"),
    (r"embeddings\.(norm|output)$", "another layer_norm_eps (1e-12 in BERT), or dropout left on"),
    (r"attention\.(query|key|value)$", "a dense matrix that was loaded without being transposed"),
    (r"attention\.scores$", "another scale than 1/√(head size), or another number of heads"),
    (r"attention\.masked_scores$", "the attention mask: another shape, 0 and 1 exchanged, or added twice"),
    (r"attention\.probs$", "the softmax runs over the queries instead of the keys, or dropout is left on"),
    (r"attention\.(context|joined)$", "heads in another order, or some of them masked or pruned"),
    (r"(attention|output)\.dense$", "a dense matrix that was loaded without being transposed"),
    (r"residual$", "dropout left on, or the residual taken from another place"),
    (r"(attention\.output|layer\.\d+\.output)$", "another layer_norm_eps (1e-12 in BERT)"),
    (r"intermediate\.dense$", "a dense matrix that was loaded without being transposed"),
    (
        r"intermediate\.activation$",
        "another activation: `gelu` is exact in Hugging Face, and by tanh in google-research/bert",
    ),
    (r"pooler", "the pooler's own weights: a checkpoint without one leaves them as they were made"),
)


class Row(NamedTuple):
    """One stage. `max_relative`: the largest difference over the largest value of the reference."""

    stage: str
    shape: tuple[int, ...]
    max_abs: float
    mean_abs: float
    max_relative: float
    equal: bool


class Comparison(NamedTuple):
    """`departs`: the first stage that is not equal, or None; `cause`: what usually does that."""

    rows: tuple[Row, ...]
    tolerance: float
    departs: str | None
    cause: str | None

    @property
    def equal(self) -> bool:
        """Whether every stage is within the tolerance."""
        return self.departs is None

    def to_json(self) -> str:
        """All of it as JSON."""
        rows = [{**row._asdict(), "shape": list(row.shape)} for row in self.rows]
        found = {"equal": self.equal, "tolerance": self.tolerance, "departs": self.departs, "cause": self.cause}
        return json.dumps({**found, "rows": rows}, indent=1)

    def __str__(self) -> str:
        lines = [f"{'stage':34} {'shape':>18} {'max abs':>9} {'mean abs':>9} {'max rel':>9}"]
        for row in self.rows:
            shape = "×".join(map(str, row.shape))
            numbers = f"{row.max_abs:9.1e} {row.mean_abs:9.1e} {row.max_relative:9.1e}"
            lines.append(f"{row.stage:34} {shape:>18} {numbers} {'' if row.equal else ' differs'}".rstrip())
        end = (
            f"equal within {self.tolerance:g}" if self.equal else f"{self.departs} is the first to depart: {self.cause}"
        )
        return "\n".join([*lines, end])


def compare(
    model: Any,
    reference: Any,
    inputs: Mapping[str, Any],
    stages: str | Iterable[str] | None = None,
    tolerance: float | None = None,
) -> Comparison:
    """Runs both models on the same inputs and compares every stage.

    Args:
      model: a `BertModel`, or a Keras model with one inside.
      reference: Hugging Face's PyTorch model, or what `trace_reference` or `trace` gave for one.
      inputs: as for `trace`.
      stages: names or patterns; None for all.
      tolerance: the largest difference that counts as equal; by default 1e-5, from 12 layers on 5e-5. Where the values
        of a stage are larger than 1 it is meant relative to the largest, since float32 has seven digits.

    Raises:
      ModuleNotFoundError: torch or transformers is not installed.
      ValueError: the models do not have the same stages.
    """
    ours = trace(model, inputs)
    theirs = reference if isinstance(reference, Mapping) else trace_reference(reference, inputs)
    missing = sorted(set(ours).symmetric_difference(theirs))
    if missing and not set(missing) <= {"embeddings.word"}:
        raise ValueError(f"only one of the two models has these stages: {', '.join(missing[:6])}.")
    if tolerance is None:
        tolerance = 5e-5 if any(name.startswith("layer.11.") for name in ours) else 1e-5
    names = matching([name for name in ours if name in theirs], stages)
    rows = tuple(compare_stage(name, ours[name], theirs[name], tolerance) for name in names)
    departs = next((row.stage for row in rows if not row.equal), None)
    return Comparison(rows, tolerance, departs, None if departs is None else _cause(departs))


def compare_stage(stage: str, ours: np.ndarray, theirs: np.ndarray, tolerance: float) -> Row:
    """One stage of both; see `Row`."""
    shape = ours.shape if ours.size >= theirs.size else theirs.shape
    try:
        a, b = np.broadcast_arrays(ours.astype("float64"), theirs.astype("float64"))
    except ValueError:
        return Row(stage, ours.shape, np.inf, np.inf, np.inf, False)
    if stage.endswith("masked_scores"):
        seen = (a > -1000) | (b > -1000)  # what a masked score is called differs, and does not matter
        a, b = a[seen], b[seen]
    difference = np.abs(a - b)
    worst = float(difference.max(initial=0))
    scale = float(np.abs(b).max(initial=0)) or 1.0
    mean = float(difference.mean()) if difference.size else 0.0
    return Row(stage, shape, worst, mean, worst / scale, worst <= tolerance * max(1.0, scale))


def _cause(stage: str) -> str:
    return next(text for pattern, text in CAUSES if re.search(pattern, stage))
