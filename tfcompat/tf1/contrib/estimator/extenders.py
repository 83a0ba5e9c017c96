"""`tf.contrib.estimator.clip_gradients_by_norm` and `forward_features`."""

from __future__ import annotations

from typing import Any

from tfcompat.backend import estimator as door
from tfcompat.backend.v1api import v1


class _Clipped(v1.train.Optimizer):
    """An optimizer whose gradients are clipped by their common norm."""

    def __init__(self, optimizer: Any, clip_norm: Any) -> None:
        super().__init__(use_locking=False, name=f"ClipByNorm{optimizer.get_name()}")
        self._optimizer = optimizer
        self._clip_norm = clip_norm

    def compute_gradients(self, *args: Any, **kwargs: Any) -> Any:
        return self._optimizer.compute_gradients(*args, **kwargs)

    def apply_gradients(self, grads_and_vars: Any, global_step: Any = None, name: str | None = None) -> Any:
        gradients, variables = zip(*grads_and_vars, strict=True)
        clipped, _ = v1.clip_by_global_norm(gradients, self._clip_norm)
        return self._optimizer.apply_gradients(list(zip(clipped, variables, strict=True)), global_step, name)

    def get_slot(self, *args: Any, **kwargs: Any) -> Any:
        return self._optimizer.get_slot(*args, **kwargs)

    def get_slot_names(self, *args: Any, **kwargs: Any) -> Any:
        return self._optimizer.get_slot_names(*args, **kwargs)


def clip_gradients_by_norm(optimizer: Any, clip_norm: Any) -> Any:
    """An optimizer that clips gradients to a common norm before it applies them."""
    return _Clipped(optimizer, clip_norm)


def forward_features(estimator: Any, keys: Any = None, sparse_default_values: dict[str, Any] | None = None) -> Any:
    """An estimator whose predictions also hold features: those of the keys, or all.

    Raises:
      TypeError: a key is no string.
      ValueError: when it predicts: a key is missing, taken, or sparse without a default value.
    """
    wished = [keys] if isinstance(keys, str) else keys
    if wished is not None and not isinstance(wished, (list, tuple)):
        raise TypeError(f"keys should be either a string or a list of strings. Given: {type(keys)}")
    for key in wished or ():
        if not isinstance(key, str):
            raise TypeError(
                f"All items in the given keys list should be a string. There exist an item with type: {type(key)}"
            )
    core = door.load()

    def model_fn(features: dict[str, Any], labels: Any, mode: str, config: Any) -> Any:
        spec = estimator.model_fn(features, labels, mode, config)
        if spec.predictions is None:
            return spec
        forwarded = _forwarded(features, spec.predictions, wished, sparse_default_values or {})
        for name in ("predict", "serving_default"):
            output = (spec.export_outputs or {}).get(name)
            if isinstance(output, core.export.PredictOutput):
                output.outputs.update(forwarded)
        return spec._replace(predictions={**spec.predictions, **forwarded})

    return core.Estimator(model_fn=model_fn, model_dir=estimator.model_dir, config=estimator.config)


def _forwarded(features: dict[str, Any], predictions: Any, keys: Any, defaults: dict[str, Any]) -> dict[str, Any]:
    if not isinstance(predictions, dict):
        raise ValueError(f"Predictions should be a dict to be able to forward features. Given: {type(predictions)}")
    forwarded = {}
    for key in features if keys is None else keys:
        if key not in features:
            raise ValueError(
                f'keys should be exist in features. Key "{key}" is not in features dict: {list(features)}.'
            )
        if key in predictions:
            raise ValueError(
                f"Cannot forward feature key ({key}). Since it does exist in predictions: {list(predictions)}."
            )
        feature = v1.convert_to_tensor_or_sparse_tensor(features[key])
        if key in defaults:
            if not isinstance(feature, v1.SparseTensor):
                raise ValueError(f"Feature ({key}) is expected to be a `SparseTensor`.")
            feature = v1.sparse_tensor_to_dense(feature, default_value=defaults[key])
        if not isinstance(feature, v1.Tensor):
            raise ValueError(
                f"Feature ({key}) should be a Tensor. Please use `keys` argument of forward_features to filter "
                f"unwanted features, or add key to argument `sparse_default_values`. Its type is {type(feature)}."
            )
        forwarded[key] = feature
    return forwarded
