"""What every head does: logits in, `ModelFnOps` out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib import layers
from tfcompat.tf1.contrib.learn.estimators.heads import losses
from tfcompat.tf1.contrib.learn.estimators.keys import MetricKey, ModeKeys
from tfcompat.tf1.contrib.learn.estimators.model_fn import ModelFnOps

Loss = Callable[..., tuple[Any, Any]]  # (labels, logits, weights) -> mean to train on, weighted average to show


class Head:
    """One problem: `logits_dimension` columns of logits, and what they mean.

    Subclasses give `default_name`, `_predictions(logits)`, `_metrics(loss, predictions, labels, weights)` and
    `_outputs(predictions)`.
    """

    default_name = "head"

    def __init__(
        self,
        problem_type: int,
        logits_dimension: int,
        loss_fn: Loss,
        label_name: str | None = None,
        weight_column_name: str | None = None,
        enable_centered_bias: bool = False,
        head_name: str | None = None,
    ) -> None:
        if logits_dimension is None or logits_dimension < 1:
            raise ValueError(f"Invalid logits_dimension {logits_dimension}.")
        self.problem_type = problem_type
        self.logits_dimension = logits_dimension
        self.label_name = label_name
        self.weight_column_name = weight_column_name
        self.head_name = head_name
        self._loss_fn = loss_fn
        self._enable_centered_bias = enable_centered_bias

    def create_model_fn_ops(
        self,
        features: dict[str, Any],
        mode: str,
        labels: Any = None,
        train_op_fn: Any = None,
        logits: Any = None,
        logits_input: Any = None,
        scope: Any = None,
    ) -> ModelFnOps:
        """The model's ops for logits [batch, logits_dimension], or for the layer below them.

        Raises:
          ValueError: not exactly one of `logits` and `logits_input` is given, or nothing to train by.
        """
        values = (*features.values(), labels, logits, logits_input)
        with v1.variable_scope(scope, default_name=self.head_name or self.default_name, values=values):
            labels = None if mode == ModeKeys.INFER or labels is None else self._labels(labels)
            return self._ops(features, mode, labels, train_op_fn, self._logits(logits_input, logits))

    def key(self, name: str) -> str:
        """A metric's name, which ends in the head's if it has one."""
        return f"{name}/{self.head_name}" if self.head_name else name

    def _ops(self, features: dict[str, Any], mode: str, labels: Any, train_op_fn: Any, logits: Any) -> ModelFnOps:
        ModeKeys.validate(mode)
        bias = None
        if self._enable_centered_bias:
            bias = _centered_bias(self.logits_dimension, self.head_name)
            logits = v1.nn.bias_add(logits, bias)
        predictions = self._predictions(logits)
        loss = train_op = metrics = None
        if mode != ModeKeys.INFER and labels is not None:
            weights = losses.weight_tensor(features, self.weight_column_name)
            loss, shown = self._loss(labels, logits, weights)
            with v1.name_scope(""):
                v1.summary.scalar(self.key(MetricKey.LOSS), v1.identity(shown))
            if mode == ModeKeys.TRAIN:
                if train_op_fn is None:
                    raise ValueError("train_op_fn can not be None in TRAIN mode")
                train_op = self._train(loss, labels, train_op_fn, bias, v1.shape(logits)[0], weights)
            metrics = self._metrics(shown, predictions, labels, weights)
        return ModelFnOps(
            mode=mode,
            predictions=predictions,
            loss=loss,
            train_op=train_op,
            eval_metric_ops=metrics,
            output_alternatives=self._outputs(predictions),
        )

    def _labels(self, labels: Any) -> Any:
        labels = labels[self.label_name] if isinstance(labels, dict) else labels
        labels = v1.convert_to_tensor_or_sparse_tensor(labels)
        if isinstance(labels, v1.SparseTensor):
            raise ValueError("SparseTensor is not supported.")
        return labels

    def _loss(self, labels: Any, logits: Any, weights: Any) -> tuple[Any, Any]:
        return self._loss_fn(labels, logits, weights=weights)

    def _logits(self, logits_input: Any, logits: Any) -> Any:
        if logits is None:
            if logits_input is None:
                raise ValueError("Neither logits nor logits_input supplied.")
            return layers.linear(logits_input, self.logits_dimension, scope="logits")
        if logits_input is not None:
            raise ValueError("Both logits and logits_input supplied.")
        logits = v1.convert_to_tensor(logits, name="logits")
        if logits.get_shape().dims is not None:
            logits.get_shape().dims[-1].assert_is_compatible_with(self.logits_dimension)
        return logits

    def _train(self, loss: Any, labels: Any, train_op_fn: Any, bias: Any, batch: Any, weights: Any) -> Any:
        step = None if bias is None else self._bias_step(bias, batch, labels, weights)
        with v1.name_scope(None, "train_op", (loss,)):
            train_op = train_op_fn(loss)
            return train_op if step is None else v1.group(train_op, step)

    def _bias_step(self, bias: Any, batch: Any, labels: Any, weights: Any) -> Any:
        with v1.name_scope(None, "centered_bias_step") as name:
            width = v1.shape(bias)[0]
            logits = v1.reshape(v1.tile(bias, (batch,)), (batch, width))
            with v1.name_scope(None, "centered_bias", (logits,)):
                loss = v1.reduce_mean(self._loss(labels, logits, weights), name="training_loss")
        return v1.train.AdagradOptimizer(0.1).minimize(loss, var_list=(bias,), name=name)

    def _predictions(self, logits: Any) -> dict[str, Any]:
        raise NotImplementedError("Calling an abstract method.")

    def _metrics(self, loss: Any, predictions: dict[str, Any], labels: Any, weights: Any) -> dict[str, Any]:
        with v1.name_scope("metrics", values=[loss]):
            return {self.key(MetricKey.LOSS): v1.metrics.mean(loss)}

    def _outputs(self, predictions: dict[str, Any]) -> dict[Any, Any]:
        return {self.head_name: (self.problem_type, predictions)}


def no_op_train_fn(loss: Any) -> Any:
    """Trains nothing."""
    return v1.no_op()


def _centered_bias(width: int, head_name: str | None) -> Any:
    bias = v1.Variable(name="centered_bias_weight", initial_value=v1.zeros(shape=(width,)), trainable=True)
    for place in range(width):
        name = f"centered_bias/bias_{place}"
        v1.summary.scalar(f"{name}/{head_name}" if head_name else name, bias[place])
    return bias
