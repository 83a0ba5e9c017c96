"""`tf.contrib.learn.Estimator`: a model given as a function; `SKCompat`, and feature columns inferred from data."""

from __future__ import annotations

import inspect
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.learn.estimators import inputs, loops, tensor_signature
from tfcompat.tf1.contrib.learn.estimators.base import BaseEstimator
from tfcompat.tf1.contrib.learn.estimators.keys import MetricKey, ModeKeys
from tfcompat.tf1.contrib.learn.estimators.model_fn import ModelFnOps
from tfcompat.tf1.contrib.learn.metric_spec import MetricSpec


class Estimator(BaseEstimator):
    """Trains what `model_fn(features, labels[, mode, params, config, model_dir])` builds.

    The function answers `ModelFnOps` or (predictions, loss, train_op).

    Raises:
      ValueError: the function takes `params` and none are given.
    """

    def __init__(
        self,
        model_fn: Any = None,
        model_dir: str | None = None,
        config: Any = None,
        params: Any = None,
        feature_engineering_fn: Any = None,
    ) -> None:
        super().__init__(model_dir=model_dir, config=config)
        if model_fn is not None:
            names = _arguments(model_fn)
            if params is not None and "params" not in names:
                raise ValueError(
                    f"Estimator's model_fn ({model_fn}) does not have a params argument, "
                    f"but params ({params}) were passed."
                )
            if params is None and "params" in names:
                v1.logging.warning(
                    "Estimator's model_fn (%s) includes params argument, but params are not passed to Estimator.",
                    model_fn,
                )
        self._model_fn = model_fn
        self.params = params
        self._feature_engineering_fn = feature_engineering_fn or _as_they_are

    @property
    def model_fn(self) -> Any:
        """The model function by (features, labels, mode, config)."""
        return lambda features, labels, mode, config: self._call_model_fn(features, labels, mode, config=config)

    def export_savedmodel(self, export_dir_base: str, serving_input_fn: Any, **options: Any) -> Any:
        """Writes the newest checkpoint as a SavedModel below a folder; answers its path."""
        from tfcompat.tf1.contrib.learn.utils import saved_model

        return saved_model.export(self, export_dir_base, serving_input_fn, **options)

    def _call_model_fn(
        self, features: Any, labels: Any, mode: str, metrics: Any = None, config: Any = None
    ) -> ModelFnOps:
        features, labels = self._feature_engineering_fn(features, labels)
        offered = {"mode": mode, "params": self.params, "config": config or self.config, "model_dir": self.model_dir}
        names = _arguments(self._model_fn)
        results = self._model_fn(features, labels, **{key: value for key, value in offered.items() if key in names})
        if not isinstance(results, ModelFnOps):
            if len(results) != 3:
                raise ValueError("Unrecognized value returned by model_fn, please return ModelFnOps.")
            results = ModelFnOps(mode, *results)
        if metrics:
            results.eval_metric_ops.update(_metric_ops(metrics, features, labels, results.predictions))
        return results

    def _get_train_ops(self, features: Any, labels: Any) -> ModelFnOps:
        return self._call_model_fn(features, labels, ModeKeys.TRAIN)

    def _get_eval_ops(self, features: Any, labels: Any, metrics: Any) -> ModelFnOps:
        ops = self._call_model_fn(features, labels, ModeKeys.EVAL, metrics)
        if MetricKey.LOSS not in ops.eval_metric_ops:
            ops.eval_metric_ops[MetricKey.LOSS] = v1.metrics.mean(ops.loss)
        return ops

    def _get_predict_ops(self, features: Any) -> ModelFnOps:
        labels = tensor_signature.create_placeholders_from_signatures(self._labels_info)
        return self._call_model_fn(features, labels, ModeKeys.INFER)


class SKCompat:
    """An estimator behind scikit-learn's interface: arrays in, arrays out."""

    def __init__(self, estimator: Any) -> None:
        self._estimator = estimator

    def fit(
        self,
        x: Any,
        y: Any,
        batch_size: int | None = 128,
        steps: int | None = None,
        max_steps: int | None = None,
        monitors: Any = None,
    ) -> SKCompat:
        """Trains on shuffled batches, again and again until the steps are done."""
        input_fn, feed_fn = inputs.functions(x, y, batch_size=batch_size, shuffle=True, epochs=None)
        monitors = [*([v1.train.FeedFnHook(feed_fn)] if feed_fn else ()), *(monitors or ())]
        self._estimator.fit(input_fn=input_fn, steps=steps, max_steps=max_steps, monitors=monitors)
        return self

    def score(
        self,
        x: Any,
        y: Any,
        batch_size: int | None = 128,
        steps: int | None = None,
        metrics: Any = None,
        name: str | None = None,
    ) -> Any:
        """The metrics over all rows, or `steps` batches of them."""
        input_fn, feed_fn = inputs.functions(x, y, batch_size=batch_size)
        return self._estimator.evaluate(input_fn=input_fn, feed_fn=feed_fn, steps=steps, metrics=metrics, name=name)

    def predict(self, x: Any, batch_size: int | None = 128, outputs: Any = None) -> Any:
        """The predictions for all rows: an array, or a dict of arrays."""
        input_fn, feed_fn = inputs.functions(x, None, batch_size=batch_size)
        return loops.together(self._estimator._infer_model(input_fn, feed_fn, outputs, True, True))


def infer_real_valued_columns_from_input_fn(input_fn: Any) -> Any:
    """A column of `tf.contrib.layers` for each input, all taken as dense numbers."""
    from tfcompat.tf1.contrib import layers

    with v1.Graph().as_default():
        features, _ = input_fn()
        return layers.infer_real_valued_columns(features)


def infer_real_valued_columns_from_input(x: Any) -> Any:
    """The same for an array [rows, …]."""
    return infer_real_valued_columns_from_input_fn(inputs.functions(x)[0])


def _as_they_are(features: Any, labels: Any) -> tuple[Any, Any]:
    return features, labels


def _arguments(function: Any) -> tuple[str, ...]:
    return tuple(inspect.signature(function).parameters)


def _metric_ops(metrics: dict[Any, Any], features: Any, labels: Any, predictions: Any) -> dict[str, Any]:
    """Metrics by name: `MetricSpec`s, functions of (predictions, labels), or (name, prediction's key) with one."""
    alone = next(iter(labels.values())) if isinstance(labels, dict) and len(labels) == 1 else labels
    made = {}
    for name, metric in sorted(metrics.items()):
        if isinstance(metric, MetricSpec):
            made[name] = metric.create_metric_ops(features, labels, predictions)
        elif isinstance(name, tuple):
            if len(name) != 2:
                raise ValueError(f"Invalid metric for {name}. It returned a tuple with len {len(name)}, expected 2.")
            if not isinstance(predictions, dict):
                raise ValueError(
                    "Metrics passed provide (name, prediction), but predictions are not dict. "
                    f"Metrics: {metrics}, Predictions: {predictions}."
                )
            label = labels[name[1]] if isinstance(labels, dict) and name[1] in labels else alone
            made[name[0]] = metric(predictions[name[1]], label)
        elif isinstance(predictions, dict):
            raise ValueError(
                "Metrics passed provide only name, no prediction, but predictions are dict. "
                f"Metrics: {metrics}, Labels: {alone}."
            )
        else:
            made[name] = metric(predictions, alone)
    return made
