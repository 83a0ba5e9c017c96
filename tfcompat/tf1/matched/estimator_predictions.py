"""A classifier predicts what 1.15's did; tensorflow-estimator adds `all_class_ids` and `all_classes` to each row."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.replace import replaces

_HEADS = "tensorflow_estimator.python.estimator"
_ADDED = ("all_class_ids", "all_classes")


@replaces(
    f"{_HEADS}.canned.head._BinaryLogisticHeadWithSigmoidCrossEntropyLoss._create_tpu_estimator_spec",
    f"{_HEADS}.canned.head._MultiClassHeadWithSoftmaxCrossEntropyLoss._create_tpu_estimator_spec",
)
def create_tpu_estimator_spec(original: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    spec = original(*args, **kwargs)
    predictions = dict(spec.predictions or {})
    outputs = [getattr(each, "outputs", None) for each in (spec.export_outputs or {}).values()]
    for served in [predictions, *(each for each in outputs if isinstance(each, dict))]:
        for key in _ADDED:
            served.pop(key, None)
    return spec._replace(predictions=predictions) if spec.predictions else spec


@replaces(
    f"{_HEADS}.head.binary_class_head.BinaryClassHead.predictions",
    f"{_HEADS}.head.multi_class_head.MultiClassHead.predictions",
)
def predictions(original: Callable[..., Any], self: Any, logits: Any, keys: Any = None) -> Any:
    found = original(self, logits, keys)
    return found if keys else {key: value for key, value in found.items() if key not in _ADDED}
