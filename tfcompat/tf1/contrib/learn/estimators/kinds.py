"""Classifiers and regressors of contrib.learn: what `predict` answers, and how metrics find their prediction."""

from __future__ import annotations

from typing import Any

from tfcompat.tf1.contrib.learn.estimators.estimator import Estimator
from tfcompat.tf1.contrib.learn.estimators.keys import PredictionKey
from tfcompat.tf1.contrib.learn.metric_spec import MetricSpec


class _OneOutput(Estimator):
    def _one(self, key: str, x: Any, input_fn: Any, batch_size: int | None, as_iterable: bool) -> Any:
        found = Estimator.predict(self, x, input_fn, batch_size, [key], as_iterable)
        return (row[key] for row in found) if as_iterable else found[key]


class Classifier(_OneOutput):
    """Predicts classes, or their probabilities."""

    def predict(
        self,
        x: Any = None,
        input_fn: Any = None,
        batch_size: int | None = None,
        outputs: Any = None,
        as_iterable: bool = True,
        iterate_batches: bool = False,
    ) -> Any:
        """The classes, or the outputs that are named."""
        if outputs:
            return super().predict(x, input_fn, batch_size, outputs, as_iterable, iterate_batches)
        return self.predict_classes(x, input_fn, batch_size, as_iterable)

    def predict_classes(
        self, x: Any = None, input_fn: Any = None, batch_size: int | None = None, as_iterable: bool = True
    ) -> Any:
        """A class for each row."""
        return self._one(PredictionKey.CLASSES, x, input_fn, batch_size, as_iterable)

    def predict_proba(
        self, x: Any = None, input_fn: Any = None, batch_size: int | None = None, as_iterable: bool = True
    ) -> Any:
        """Probabilities [classes] for each row."""
        return self._one(PredictionKey.PROBABILITIES, x, input_fn, batch_size, as_iterable)


class Regressor(_OneOutput):
    """Predicts scores."""

    def evaluate(self, *args: Any, metrics: Any = None, **kwargs: Any) -> Any:
        """As the estimator's; a bare metric function is given the scores."""
        named = {
            name if isinstance(metric, MetricSpec) or isinstance(name, tuple) else (name, PredictionKey.SCORES): metric
            for name, metric in (metrics or {}).items()
        }
        return super().evaluate(*args, metrics=named, **kwargs)  # type: ignore[misc]

    def predict(
        self,
        x: Any = None,
        input_fn: Any = None,
        batch_size: int | None = None,
        outputs: Any = None,
        as_iterable: bool = True,
        iterate_batches: bool = False,
    ) -> Any:
        """The scores, or the outputs that are named."""
        if outputs:
            return super().predict(x, input_fn, batch_size, outputs, as_iterable, iterate_batches)
        return self.predict_scores(x, input_fn, batch_size, as_iterable)

    def predict_scores(
        self, x: Any = None, input_fn: Any = None, batch_size: int | None = None, as_iterable: bool = True
    ) -> Any:
        """A score for each row."""
        return self._one(PredictionKey.SCORES, x, input_fn, batch_size, as_iterable)
