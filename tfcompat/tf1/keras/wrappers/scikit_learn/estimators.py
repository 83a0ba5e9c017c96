"""`KerasClassifier` and `KerasRegressor`: a function that builds a model, as an estimator for scikit-learn."""

from __future__ import annotations

import copy
import importlib
import inspect
import types
from collections.abc import Callable
from typing import Any

import numpy as np

from tfcompat.backend.v1api import keras
from tfcompat.tf1.keras.sequential_methods import predict_classes, predict_proba


class BaseWrapper:
    """Keeps the builder and the parameters, and hands each on to the calls that take it."""

    def __init__(self, build_fn: Callable[..., Any] | None = None, **sk_params: Any) -> None:
        self.build_fn = build_fn
        self.sk_params = sk_params
        self.check_params(sk_params)

    def _builder(self) -> Any:
        """What builds the model: the given function or object, or the subclass itself, which then has `__call__`."""
        return self if self.build_fn is None else self.build_fn

    def _builder_signature(self) -> Any:
        builder = self._builder()
        return builder if isinstance(builder, (types.FunctionType, types.MethodType)) else builder.__call__

    def check_params(self, params: dict[str, Any]) -> None:
        """Raises ValueError for a parameter that neither the builder nor fit, predict or evaluate takes."""
        sequential = keras().Sequential
        takers = [_trainer("fit"), _trainer("predict"), predict_classes, _trainer("evaluate")]
        takers.append(self._builder_signature())
        for name in params:
            if name != "nb_epoch" and not any(_takes(taker, name) for taker in takers):
                raise ValueError(f"{name} is not a legal parameter of {sequential.__name__} or of the build function")

    def get_params(self, **_: Any) -> dict[str, Any]:
        return {**copy.deepcopy(self.sk_params), "build_fn": self.build_fn}

    def set_params(self, **params: Any) -> BaseWrapper:
        self.check_params(params)
        self.sk_params.update(params)
        return self

    def __sklearn_tags__(self) -> Any:
        """What scikit-learn asks an estimator since 1.6: nothing that it did not take for granted then."""
        return importlib.import_module("sklearn.base").BaseEstimator().__sklearn_tags__()

    def fit(self, x: Any, y: Any, **kwargs: Any) -> Any:
        """Builds the model and trains it; returns Keras' History."""
        self.model = self._builder()(**self.filter_sk_params(self._builder_signature()))
        if _is_categorical(self.model.loss) and len(y.shape) != 2:
            y = keras().utils.to_categorical(y)
        return self.model.fit(x, y, **{**copy.deepcopy(self.filter_sk_params(_trainer("fit"))), **kwargs})

    def filter_sk_params(self, fn: Callable[..., Any], override: dict[str, Any] | None = None) -> dict[str, Any]:
        """The parameters that `fn` takes, and `override`."""
        return {**{name: value for name, value in self.sk_params.items() if _takes(fn, name)}, **(override or {})}


class KerasClassifier(BaseWrapper):
    """A classifier; classes may be of any kind that NumPy can sort."""

    def fit(self, x: Any, y: Any, **kwargs: Any) -> Any:
        y = np.array(y)
        if y.ndim == 2 and y.shape[1] > 1:
            self.classes_ = np.arange(y.shape[1])
        elif y.ndim in (1, 2):
            self.classes_ = np.unique(y)
            y = np.searchsorted(self.classes_, y)
        else:
            raise ValueError(f"Invalid shape for y: {y.shape}")
        self.n_classes_ = len(self.classes_)
        return super().fit(x, y, **kwargs)

    def predict(self, x: Any, **kwargs: Any) -> Any:
        classes = predict_classes(self.model, x, **self.filter_sk_params(predict_classes, kwargs))
        return self.classes_[classes]

    def predict_proba(self, x: Any, **kwargs: Any) -> Any:
        probabilities = predict_proba(self.model, x, **self.filter_sk_params(predict_proba, kwargs))
        if probabilities.shape[1] == 1:
            probabilities = np.hstack([1 - probabilities, probabilities])
        return probabilities

    def score(self, x: Any, y: Any, **kwargs: Any) -> Any:
        """The accuracy."""
        y = np.searchsorted(self.classes_, y)
        if _is_categorical(self.model.loss) and len(y.shape) != 2:
            y = keras().utils.to_categorical(y)
        outputs = self.model.evaluate(x, y, **self.filter_sk_params(_trainer("evaluate"), kwargs))
        outputs = outputs if isinstance(outputs, list) else [outputs]
        for name, output in zip(self.model.metrics_names, outputs, strict=False):
            if name in ("accuracy", "acc"):
                return output
        raise ValueError(
            'The model is not configured to compute accuracy. You should pass `metrics=["accuracy"]` to the '
            "`model.compile()` method."
        )


class KerasRegressor(BaseWrapper):
    """A regressor."""

    def predict(self, x: Any, **kwargs: Any) -> Any:
        return np.squeeze(self.model.predict(x, **self.filter_sk_params(_trainer("predict"), kwargs)))

    def score(self, x: Any, y: Any, **kwargs: Any) -> Any:
        """The negative loss: higher is better."""
        loss = self.model.evaluate(x, y, **self.filter_sk_params(_trainer("evaluate"), kwargs))
        return -(loss[0] if isinstance(loss, list) else loss)


def _trainer(name: str) -> Callable[..., Any]:
    return getattr(keras().Sequential, name)


def _takes(fn: Callable[..., Any], name: str) -> bool:
    parameter = inspect.signature(fn).parameters.get(name)
    return parameter is not None and parameter.kind is not inspect.Parameter.VAR_KEYWORD


def _is_categorical(loss: Any) -> bool:
    return getattr(loss, "__name__", getattr(loss, "name", loss)) == "categorical_crossentropy"
