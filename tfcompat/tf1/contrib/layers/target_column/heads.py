"""What a model's outputs are compared with: loss, predictions and metrics of one target.

Shapes: B examples, C columns of outputs.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.layers.target_column import losses
from tfcompat.tf1.contrib.layers.target_column.binary_metrics import get_default_binary_metrics_for_eval
from tfcompat.tf1.contrib.metrics import streaming_accuracy, streaming_mean

_KINDS = ("classes", "probabilities")


class ProblemType:
    UNSPECIFIED = 0
    CLASSIFICATION = 1
    LINEAR_REGRESSION = 2
    LOGISTIC_REGRESSION = 3


class _TargetColumn:
    """One target: its label's and weight's names, and the loss [B, …] of each example."""

    def __init__(
        self,
        loss_fn: Callable[[Any, Any], Any] | None,
        num_label_columns: int,
        label_name: str | None,
        weight_column_name: str | None,
        problem_type: int,
    ) -> None:
        if not loss_fn:
            raise ValueError("loss_fn must be provided")
        if num_label_columns is None:
            raise ValueError("num_label_columns must be provided")
        self._loss_fn = loss_fn
        self.num_label_columns = num_label_columns
        self.label_name = label_name
        self.weight_column_name = weight_column_name
        self.problem_type = problem_type

    def logits_to_predictions(self, logits: Any, proba: bool = False) -> Any:
        raise NotImplementedError(f"{type(self).__name__} does not say what its predictions are")

    def get_eval_ops(self, features: Any, logits: Any, labels: Any, metrics: Any = None) -> dict[str, Any]:
        raise NotImplementedError(f"{type(self).__name__} has no metrics")

    def get_weight_tensor(self, features: Any) -> Any:
        """[B] of float32, or None."""
        if not self.weight_column_name:
            return None
        return v1.reshape(v1.cast(features[self.weight_column_name], v1.float32), shape=(-1,))

    def training_loss(self, logits: Any, target: Any, features: Any, name: str = "training_loss") -> Any:
        """The sum of the weighted losses over the number of examples."""
        losses, weights = self._losses(logits, target, features)
        return v1.reduce_mean(losses if weights is None else _weighted(losses, weights), name=name)

    def loss(self, logits: Any, target: Any, features: Any) -> Any:
        """The sum of the weighted losses over the sum of the weights."""
        losses, weights = self._losses(logits, target, features)
        if weights is None:
            return v1.reduce_mean(losses, name="loss")
        total = v1.reduce_sum(_weighted(losses, weights))
        return v1.div(total, v1.cast(v1.reduce_sum(weights), v1.float32), name="loss")

    def _losses(self, logits: Any, target: Any, features: Any) -> tuple[Any, Any]:
        target = target[self.label_name] if isinstance(target, dict) else target
        return self._loss_fn(logits, target), self.get_weight_tensor(features)

    def _metrics(self, predictions: Any, labels: Any, metrics: Any, features: Any) -> dict[str, Any]:
        weights = self.get_weight_tensor(features)
        given = {} if weights is None else {"weights": weights}
        labels = v1.cast(labels, predictions.dtype)
        return {name: metric(predictions, labels, **given) for name, metric in (metrics or {}).items()}


class _RegressionTargetColumn(_TargetColumn):
    def __init__(self, loss_fn: Any, label_name: Any, weight_column_name: Any, label_dimension: int) -> None:
        super().__init__(loss_fn, label_dimension, label_name, weight_column_name, ProblemType.LINEAR_REGRESSION)

    def logits_to_predictions(self, logits: Any, proba: bool = False) -> Any:
        return v1.squeeze(logits, axis=[1]) if self.num_label_columns == 1 else logits

    def get_eval_ops(self, features: Any, logits: Any, labels: Any, metrics: Any = None) -> dict[str, Any]:
        result = {"loss": streaming_mean(self.loss(logits, labels, features))}
        if metrics:
            result.update(self._metrics(self.logits_to_predictions(logits), labels, metrics, features))
        return result


class _MultiClassTargetColumn(_TargetColumn):
    """Two classes have one column of outputs: the second's."""

    def __init__(self, loss_fn: Any, n_classes: int, label_name: Any, weight_column_name: Any) -> None:
        if n_classes < 2:
            raise ValueError("n_classes must be >= 2")
        columns = 1 if n_classes == 2 else n_classes
        super().__init__(loss_fn, columns, label_name, weight_column_name, ProblemType.CLASSIFICATION)

    def logits_to_predictions(self, logits: Any, proba: bool = False) -> Any:
        """Classes [B], or the probabilities [B, classes]."""
        if self.num_label_columns == 1:
            logits = v1.concat([v1.zeros_like(logits), logits], 1)
        return v1.nn.softmax(logits) if proba else v1.argmax(logits, 1)

    def get_eval_ops(self, features: Any, logits: Any, labels: Any, metrics: Any = None) -> dict[str, Any]:
        """
        Raises:
          ValueError: a metric's name is neither text nor (text, "classes" or "probabilities").
        """
        result = {"loss": streaming_mean(self.loss(logits, labels, features))}
        if metrics is None:
            metrics = {("accuracy", "classes"): streaming_accuracy}
        predictions, floats = v1.sigmoid(logits), v1.cast(labels, v1.float32)
        for name, metric in self._default_eval_metrics().items():
            result[name] = metric(predictions, floats)
        by_kind: dict[str, dict[str, Any]] = {kind: {} for kind in _KINDS}
        for name, metric in metrics.items():
            name, kind = _kind(name)
            by_kind[kind][name] = metric
        for kind, chosen in by_kind.items():
            if chosen:
                predictions = self.logits_to_predictions(logits, proba=kind == "probabilities")
                result.update(self._metrics(predictions, labels, chosen, features))
        return result

    def _default_eval_metrics(self) -> dict[str, Any]:
        return get_default_binary_metrics_for_eval(thresholds=[0.5]) if self.num_label_columns == 1 else {}


class _BinarySvmTargetColumn(_MultiClassTargetColumn):
    def __init__(self, label_name: Any, weight_column_name: Any) -> None:
        super().__init__(losses.hinge, 2, label_name, weight_column_name)

    def logits_to_predictions(self, logits: Any, proba: bool = False) -> Any:
        if proba:
            raise ValueError("logits to probabilities is not supported for _BinarySvmTargetColumn")
        return super().logits_to_predictions(logits)


def regression_target(
    label_name: str | None = None, weight_column_name: str | None = None, label_dimension: int = 1
) -> _TargetColumn:
    """Numbers, compared by the squared difference."""
    return _RegressionTargetColumn(losses.mean_squared, label_name, weight_column_name, label_dimension)


def multi_class_target(
    n_classes: int, label_name: str | None = None, weight_column_name: str | None = None
) -> _TargetColumn:
    """One of two or more classes, compared by cross-entropy.

    Raises:
      ValueError: fewer than two classes.
    """
    if n_classes < 2:
        raise ValueError("n_classes must be > 1 for classification.")
    loss = losses.log_loss_of_two_classes if n_classes == 2 else losses.softmax_cross_entropy
    return _MultiClassTargetColumn(loss, n_classes, label_name, weight_column_name)


def binary_svm_target(label_name: str | None = None, weight_column_name: str | None = None) -> _TargetColumn:
    """One of two classes, compared by the hinge loss."""
    return _BinarySvmTargetColumn(label_name, weight_column_name)


def _weighted(losses: Any, weights: Any) -> Any:
    return v1.multiply(v1.reshape(losses, shape=(-1,)), v1.reshape(weights, shape=(-1,)))


def _kind(name: Any) -> tuple[str, str]:
    if isinstance(name, str):
        return name, "classes"
    if not isinstance(name, tuple):
        raise ValueError(f"Ignoring metric {name}. Its name is not in the correct form.")
    if len(name) != 2:
        raise ValueError(f"Ignoring metric {name}. It returned a tuple with len {len(name)}, expected 2.")
    if name[1] not in _KINDS:
        raise ValueError(
            f"Ignoring metric {name}. The 2nd element of its name should be either 'classes' or 'probabilities'."
        )
    return name
