"""`tf.contrib.learn.BaseEstimator`: `fit`, `evaluate` and `predict` around the ops that a subclass builds."""

from __future__ import annotations

import copy
import os
import tempfile
from typing import Any

from tfcompat.backend import estimator
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.learn.estimators import inputs, loops, tensor_signature
from tfcompat.tf1.contrib.learn.estimators.run_config import RunConfig
from tfcompat.tf1.contrib.learn.interfaces import Evaluable, Trainable
from tfcompat.tf1.contrib.learn.monitors import replace_monitors_with_hooks


class BaseEstimator(Trainable, Evaluable):
    """Trains, evaluates and asks a model that `_get_train_ops`, `_get_eval_ops` and `_get_predict_ops` build.

    Raises:
      ValueError: `model_dir` and the one of `config` differ.
    """

    _Config = RunConfig

    def __init__(self, model_dir: str | None = None, config: Any = None) -> None:
        if config is None:
            config = self._Config()
            v1.logging.info("Using default config.")
        self._session_config = config.session_config or v1.ConfigProto(allow_soft_placement=True)
        if model_dir is not None and config.model_dir is not None and model_dir != config.model_dir:
            raise ValueError(
                "model_dir are set both in constructor and RunConfig, but with different values. "
                f"In constructor: '{model_dir}', in RunConfig: '{config.model_dir}' "
            )
        self._model_dir = model_dir or config.model_dir
        if self._model_dir is None:
            self._model_dir = tempfile.mkdtemp()
            v1.logging.warning("Using temporary folder as model directory: %s", self._model_dir)
        self._config = config if config.model_dir is not None else config.replace(model_dir=self._model_dir)
        v1.logging.info("Using config: %s", vars(self._config))
        self._features_info: Any = None
        self._labels_info: Any = None
        self._graph: Any = None

    @property
    def config(self) -> Any:
        return copy.deepcopy(self._config)

    @property
    def model_dir(self) -> str:
        return str(self._model_dir)

    def fit(
        self,
        x: Any = None,
        y: Any = None,
        input_fn: Any = None,
        steps: int | None = None,
        batch_size: int | None = None,
        monitors: Any = None,
        max_steps: int | None = None,
    ) -> BaseEstimator:
        """Trains for `steps` more steps, or up to `max_steps`; answers the estimator.

        Raises:
          ValueError: both are given, or both arrays and an input function, or neither.
        """
        if steps is not None and max_steps is not None:
            raise ValueError("Can not provide both steps and max_steps.")
        inputs.verify(x, y, input_fn, None, batch_size)
        monitors = list(monitors or ())
        if x is not None:
            input_fn, feed_fn = inputs.functions(x, y, batch_size=batch_size, shuffle=True, epochs=None)
            monitors.insert(0, v1.train.FeedFnHook(feed_fn))
        if max_steps is not None and 0 < max_steps <= self._trained_steps():
            v1.logging.info("Skipping training since max_steps has already saved.")
            return self
        hooks = replace_monitors_with_hooks(monitors, self)
        if steps is not None or max_steps is not None:
            hooks.append(v1.train.StopAtStepHook(steps, max_steps))
        loss = self._train_model(input_fn=input_fn, hooks=hooks)
        v1.logging.info("Loss for final step: %s.", loss)
        return self

    def partial_fit(
        self,
        x: Any = None,
        y: Any = None,
        input_fn: Any = None,
        steps: int | None = 1,
        batch_size: int | None = None,
        monitors: Any = None,
    ) -> BaseEstimator:
        """`fit`, for one step unless told otherwise."""
        return self.fit(x, y, input_fn, steps, batch_size, monitors)

    def evaluate(
        self,
        x: Any = None,
        y: Any = None,
        input_fn: Any = None,
        feed_fn: Any = None,
        batch_size: int | None = None,
        steps: int | None = None,
        metrics: Any = None,
        name: str | None = None,
        checkpoint_path: str | None = None,
        hooks: Any = None,
        log_progress: bool = True,
    ) -> dict[str, Any] | None:
        """The metrics over `steps` batches, or over all there are, with `global_step`.

        Raises:
          ValueError: both arrays and an input function are given, or neither; or `metrics` is no dict.
          NotFittedError: nothing was trained.
        """
        inputs.verify(x, y, input_fn, feed_fn, batch_size)
        if metrics is not None and not isinstance(metrics, dict):
            raise ValueError(f"Metrics argument should be None or dict. Got {metrics}.")
        if x is not None:
            input_fn, feed_fn = inputs.functions(x, y, batch_size=batch_size)
        results, step = self._evaluate_model(
            input_fn, steps, feed_fn, metrics, name or "", checkpoint_path, hooks, log_progress
        )
        if results is not None:
            results["global_step"] = step
        return results

    def predict(
        self,
        x: Any = None,
        input_fn: Any = None,
        batch_size: int | None = None,
        outputs: Any = None,
        as_iterable: bool = True,
        iterate_batches: bool = False,
    ) -> Any:
        """Yields the predictions row by row, or by the batch; `as_iterable=False` answers one array of all.

        Raises:
          ValueError: both an array and an input function are given, or neither; or no output has a wished name.
          NotFittedError: nothing was trained.
        """
        inputs.verify(x, None, input_fn, None, batch_size)
        if x is not None and not as_iterable:
            return loops.together(self.predict(x, None, batch_size or 128, outputs, iterate_batches=True))
        input_fn, feed_fn = inputs.functions(x, None, input_fn, None, batch_size)
        return self._infer_model(input_fn, feed_fn, outputs, as_iterable, iterate_batches)

    def get_variable_value(self, name: str) -> Any:
        """A variable's value in the newest checkpoint."""
        return v1.train.load_variable(self.model_dir, name)

    def get_variable_names(self) -> list[str]:
        """The names of the variables in the newest checkpoint."""
        return [name for name, _ in v1.train.list_variables(self.model_dir)]

    def get_params(self, deep: bool = True) -> dict[str, Any]:
        """scikit-learn's view of the settings: attributes without a leading underscore."""
        return {key: value for key, value in vars(self).items() if not key.startswith("_") and not callable(value)}

    def set_params(self, **params: Any) -> BaseEstimator:
        """Changes settings.

        Raises:
          ValueError: there is no such setting.
        """
        for key, value in params.items():
            if key not in self.get_params():
                raise ValueError(f"Invalid parameter {key} for estimator {type(self).__name__}.")
            setattr(self, key, value)
        return self

    def _get_train_ops(self, features: Any, labels: Any) -> Any:
        raise NotImplementedError("_get_train_ops not implemented in BaseEstimator")

    def _get_eval_ops(self, features: Any, labels: Any, metrics: Any) -> Any:
        raise NotImplementedError("_get_eval_ops not implemented in BaseEstimator")

    def _get_predict_ops(self, features: Any) -> Any:
        raise NotImplementedError("_get_predict_ops not implemented in BaseEstimator")

    def _device(self) -> Any:
        core = estimator.load("python.estimator.estimator")
        return core._get_replica_device_setter(self._config) if self._config.num_ps_replicas > 0 else None

    def _check_inputs(self, features: Any, labels: Any) -> None:
        for name, tensors in (("features", features), ("labels", labels)):
            known = getattr(self, f"_{name}_info")
            if known is None:
                setattr(self, f"_{name}_info", tensor_signature.create_signatures(tensors))
            elif tensors is not None and not tensor_signature.tensors_compatible(tensors, known):
                raise ValueError(
                    f"{name.capitalize()} are incompatible with given information. "
                    f"Given {name}: {tensors}, required signatures: {known}."
                )

    def _train_model(self, input_fn: Any, hooks: list[Any]) -> Any:
        self._graph = v1.Graph()
        return loops.train(self, self._graph, input_fn, hooks)

    def _evaluate_model(
        self,
        input_fn: Any,
        steps: int | None,
        feed_fn: Any = None,
        metrics: Any = None,
        name: str = "",
        checkpoint_path: str | None = None,
        hooks: Any = None,
        log_progress: bool = True,
    ) -> tuple[Any, Any]:
        checkpoint_path = checkpoint_path or self._checkpoint()
        folder = os.path.join(self._model_dir, f"eval_{name}" if name else "eval")
        hooks = [*(hooks or ()), *([v1.train.FeedFnHook(feed_fn)] if feed_fn else ())]
        return loops.evaluate(self, input_fn, steps, metrics, folder, checkpoint_path, hooks, log_progress)

    def _infer_model(
        self, input_fn: Any, feed_fn: Any = None, outputs: Any = None, as_iterable: bool = True,
        iterate_batches: bool = False,
    ) -> Any:  # fmt: skip
        return loops.infer(self, self._checkpoint(), input_fn, feed_fn, outputs, as_iterable, iterate_batches)

    def _trained_steps(self) -> int:
        latest = v1.train.latest_checkpoint(self._model_dir)
        return int(v1.train.load_variable(latest, v1.GraphKeys.GLOBAL_STEP)) if latest else 0

    def _checkpoint(self) -> str:
        latest = v1.train.latest_checkpoint(self._model_dir)
        if not latest:
            raise loops.NotFittedError(f"Couldn't find trained model at {self._model_dir}.")
        return str(latest)
