"""What a layer or a model is made of, as the dictionaries that Keras 2.3.1 wrote."""

from __future__ import annotations

import importlib
import json
from typing import Any

import numpy as np

from tfcompat.backend.internals_keras import module
from tfcompat.backend.v1api import keras
from tfcompat.keras import initializers

# What later versions write and 2.3.1 did not know.
_NEW = frozenset(
    "build_config compile_config groups keepdims mask_module module_type optional output_shape_module ragged "
    "registered_name rng_type robust_masking shared_object_id synchronized time_major use_legacy_config "
    "zero_output_for_mask module".split()
)
# The same for the layers of one class: names that others had even then.
_KERNEL = ("kernel_initializer", "kernel_regularizer", "kernel_constraint")
_NEW_OF: dict[str, tuple[str, ...]] = {
    "AlphaDropout": ("seed",),
    "GaussianDropout": ("seed",),
    "GaussianNoise": ("seed",),
    "Lambda": ("mask", "mask_type"),
    "LocallyConnected1D": ("data_format", "implementation"),
    "LocallyConnected2D": ("implementation",),
    "SeparableConv1D": _KERNEL,
    "SeparableConv2D": _KERNEL,
}


def known() -> dict[str, Any]:
    """Every layer and model class by name."""
    layers, models = (importlib.import_module(f"tfcompat.keras.{name}") for name in ("layers", "models"))
    found = {name: getattr(layers, name) for name in layers.__all__ if name[0].isupper()}
    return {**found, "Model": models.Model, "Sequential": models.Sequential, "Functional": models.Model}


def deserialize(config: Any, custom_objects: Any = None) -> Any:
    """The layer or model of `{"class_name", "config"}`.

    Raises:
      ValueError: no layer is known by that name.
    """
    custom = {**keras().utils.get_custom_objects(), **(custom_objects or {})}
    name = config["class_name"]
    found = custom.get(name) or known().get(name)
    if found is None:
        raise ValueError(f"Unknown layer: {name}")
    with keras().utils.custom_object_scope({**known(), **custom}):
        return _made(found, dict(config["config"]) if isinstance(config["config"], dict) else config["config"], custom)


def _made(cls: Any, config: Any, custom: dict[str, Any]) -> Any:
    if isinstance(config, dict):
        config = {key: value for key, value in config.items() if key not in _NEW}
    parameters = importlib.import_module("inspect").signature(cls.from_config).parameters
    return cls.from_config(config, custom_objects=custom) if "custom_objects" in parameters else cls.from_config(config)


def plain(value: Any) -> Any:
    """A configuration without what later versions add to it."""
    if isinstance(value, dict):
        if set(value) >= {"module", "class_name", "config"} and "Policy" in str(value["class_name"]):
            return value["config"].get("name")
        if value.get("class_name") in initializers.__all__ and "dtype" in value["config"]:
            value = {**value, "config": {key: each for key, each in value["config"].items() if key != "dtype"}}
        return {key: plain(each) for key, each in value.items() if key not in _NEW}
    if isinstance(value, (list, tuple)):
        inner = [plain(each) for each in value]  # what a layer keeps of a list is a list of TensorFlow's own kind
        return tuple(inner) if isinstance(value, tuple) else inner
    return value.item() if isinstance(value, (np.ndarray, np.generic)) and value.ndim == 0 else value


def of_layer(name: str, config: dict[str, Any]) -> dict[str, Any]:
    """The configuration of a layer of a class as 2.3.1 wrote it."""
    left_out = _NEW_OF.get(name, ())
    found = {key: plain(value) for key, value in config.items() if key not in _NEW and key not in left_out}
    if "dtype" in found and found["dtype"] is None:
        found["dtype"] = keras().backend.floatx()
    return found


class Configured:
    """What a model gives of itself as data, and how it is made of such data."""

    use_legacy_config = True

    def get_config(self) -> Any:
        return plain(super().get_config())  # type: ignore[misc]

    @classmethod
    def from_config(cls, config: Any, custom_objects: Any = None) -> Any:
        """The model that a configuration describes."""
        scope = {**known(), **keras().utils.get_custom_objects(), **(custom_objects or {})}
        with keras().utils.custom_object_scope(scope):
            inputs, outputs, _ = module("engine.functional").reconstruct_from_config(config, scope)
            return cls(inputs=inputs, outputs=outputs, name=config.get("name"))  # type: ignore[call-arg]

    def _updated_config(self) -> dict[str, Any]:
        name = type(self).__name__
        return {"class_name": name, "config": self.get_config(), "keras_version": "2.3.1", "backend": "tensorflow"}

    def to_json(self, **kwargs: Any) -> str:
        """The configuration as JSON; `model_from_json` makes the model of it."""
        return json.dumps(self._updated_config(), default=as_json, **kwargs)

    def to_yaml(self, **kwargs: Any) -> str:
        """The configuration as YAML, which needs the package PyYAML."""
        text: str = importlib.import_module("yaml").dump(json.loads(self.to_json()), **kwargs)
        return text


def as_json(value: Any) -> Any:
    """What `json` cannot write: NumPy's values, types and shapes.

    Raises:
      TypeError: the value is of another kind.
    """
    if hasattr(value, "get_config"):
        return {"class_name": type(value).__name__, "config": value.get_config()}
    if isinstance(value, np.generic):
        return value.item()
    if isinstance(value, np.ndarray):
        return {"type": "ndarray", "value": value.tolist()}
    if hasattr(value, "as_list"):
        return value.as_list()
    if callable(value) and hasattr(value, "__name__"):
        return value.__name__
    raise TypeError(f"Not JSON Serializable: {value}")
