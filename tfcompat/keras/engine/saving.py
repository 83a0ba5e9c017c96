"""Models in files of Keras 1 and 2: HDF5 with the configuration as JSON, read and written as 2.3.1 did."""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import warnings
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

from tfcompat.backend.internals_keras import module
from tfcompat.backend.v1api import keras
from tfcompat.keras import losses, optimizers
from tfcompat.keras.engine import configurations, stored_weights

VERSION = "2.3.1"


@contextlib.contextmanager
def opened(file: Any, mode: str) -> Iterator[Any]:
    """An HDF5 file by its path, by a file object that is open for bytes, or as it is.

    Raises:
      ImportError: h5py is not installed.
    """
    try:
        h5py = importlib.import_module("h5py")
    except ImportError:
        raise ImportError("model files of Keras need h5py, which is not installed; run: pip install h5py") from None
    if isinstance(file, h5py.Group):
        yield file
        return
    with h5py.File(os.fspath(file) if isinstance(file, (str, os.PathLike)) else file, mode) as group:
        yield group


def _json(value: Any) -> bytes:
    return json.dumps(value, default=configurations.as_json).encode()


def save_model(model: Any, filepath: Any, overwrite: bool = True, include_optimizer: bool = True) -> None:
    """Writes a model: what it is made of, its weights, what it is trained by, and the optimizer's state."""
    if not overwrite and not may_write(filepath):
        return
    with opened(filepath, "w") as file:
        file.attrs["keras_version"] = VERSION.encode()
        file.attrs["backend"] = b"tensorflow"
        file.attrs["model_config"] = _json({"class_name": type(model).__name__, "config": model.get_config()})
        write_weights(model, file.create_group("model_weights"))
        if include_optimizer and getattr(model, "optimizer", None):
            _write_training(model, file)


def save_weights_to_hdf5_group(f: Any, layers: Any) -> None:
    """Writes the weights of layers to a group of an HDF5 file."""
    write_weights(SimpleNamespace(flattened_layers=layers), f)


def load_weights_from_hdf5_group(f: Any, layers: Any, reshape: bool = False) -> None:
    """Sets the weights of layers to those in a group, in order; see `stored_weights.read`."""
    stored_weights.read(SimpleNamespace(flattened_layers=layers), f, False, False, reshape)


def load_weights_from_hdf5_group_by_name(
    f: Any, layers: Any, skip_mismatch: bool = False, reshape: bool = False
) -> None:
    """Sets the weights of layers to those in a group that have their names; see `stored_weights.read`."""
    stored_weights.read(SimpleNamespace(flattened_layers=layers), f, True, skip_mismatch, reshape)


def may_write(path: Any) -> bool:
    """Whether no file is there, or the user lets it be overwritten."""
    if not isinstance(path, (str, os.PathLike)) or not os.path.exists(path):
        return True
    return bool(module("utils.io_utils").ask_to_proceed_with_overwrite(os.fspath(path)))


def write_weights(model: Any, group: Any) -> None:
    """Writes a model's weights, layer by layer."""
    flat = SimpleNamespace(layers=model.flattened_layers, _trainable_weights=[], _non_trainable_weights=[])
    module("saving.legacy.hdf5_format").save_weights_to_hdf5_group(group, flat)
    group.attrs["keras_version"] = VERSION.encode()
    group.attrs["backend"] = b"tensorflow"
    for holder in (group, *(each for each in group.values() if hasattr(each, "keys"))):
        for name in [each for each in holder.attrs if each.startswith(("layer_names", "weight_names"))]:
            # Keras 2.3.1 decodes them, so they must be bytes.
            holder.attrs[name] = [_text(each).encode() for each in holder.attrs[name]]
    for name in ("top_level_model_weights",):
        if name in group and not len(group[name]):
            del group[name]


def _write_training(model: Any, file: Any) -> None:
    if isinstance(model.optimizer, optimizers.TFOptimizer):
        warnings.warn(
            "TensorFlow optimizers do not make it possible to access optimizer attributes or optimizer state after "
            "instantiation. As a result, we cannot save the optimizer as part of the model save file. You will have "
            "to compile your model again after loading it. Prefer using a Keras optimizer instead (see "
            "keras.io/optimizers).",
            stacklevel=4,
        )
        return
    file.attrs["training_config"] = _json(
        {
            "optimizer_config": optimizers.serialize(model.optimizer),
            "loss": model.loss,
            "metrics": model._compile_metrics,
            "weighted_metrics": model._compile_weighted_metrics,
            "sample_weight_mode": model.sample_weight_mode,
            "loss_weights": model.loss_weights,
        }
    )
    if model.optimizer.weights:
        group = file.create_group("optimizer_weights")
        values = keras().backend.batch_get_value(model.optimizer.weights)
        names = _unique([str(each.name) for each in model.optimizer.weights])
        module("saving.legacy.hdf5_format").save_attributes_to_hdf5_group(
            group, "weight_names", [name.encode() for name in names]
        )
        for name, value in zip(names, values, strict=True):
            group.create_dataset(name, data=value)


def _unique(names: list[str]) -> list[str]:
    seen: dict[str, int] = {}
    found = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        found.append(name if seen[name] == 1 else f"{name}_{seen[name] - 1}")
    return found


def _text(value: Any) -> str:
    return value.decode() if isinstance(value, bytes) else str(value)


def load_model(filepath: Any, custom_objects: Any = None, compile: bool = True) -> Any:
    """The model in a file, with its weights; compiled if it was when it was written.

    Raises:
      ValueError: the file holds no model, or weights that do not fit it.
    """
    with opened(filepath, "r") as file:
        if "model_config" not in file.attrs:
            raise ValueError("No model found in config.")
        config = json.loads(_text(file.attrs["model_config"]))
        model = model_from_config(_of_its_time(config, _text(file.attrs.get("keras_version", "1"))), custom_objects)
        stored_weights.read(model, file["model_weights"], by_name=False, skip_mismatch=False, reshape=False)
        if not compile:
            return model
        if "training_config" not in file.attrs:
            warnings.warn(
                "No training configuration found in save file: the model was *not* compiled. Compile it manually.",
                stacklevel=2,
            )
            return model
        _compile(model, json.loads(_text(file.attrs["training_config"])), custom_objects)
        if "optimizer_weights" in file:
            _read_optimizer(model, file["optimizer_weights"])
    return model


def _compile(model: Any, config: dict[str, Any], custom_objects: Any) -> None:
    custom = custom_objects or {}

    def own(value: Any) -> Any:
        if isinstance(value, list):
            return [own(each) for each in value]
        if isinstance(value, dict):
            return {key: own(each) for key, each in value.items()}
        return custom.get(value, value) if isinstance(value, str) else value

    loss = config["loss"]
    if isinstance(loss, dict) and "class_name" in loss:
        loss = losses.get(loss)
    model.compile(
        optimizers.deserialize(config["optimizer_config"], custom_objects),
        own(loss),
        own(config["metrics"]),
        loss_weights=config["loss_weights"],
        sample_weight_mode=config["sample_weight_mode"],
        weighted_metrics=own(config.get("weighted_metrics")),
    )


def _read_optimizer(model: Any, group: Any) -> None:
    names = module("saving.legacy.hdf5_format").load_attributes_from_hdf5_group(group, "weight_names")
    model._make_train_function()
    try:
        model.optimizer.set_weights([group[name][()] for name in names])
    except ValueError:
        warnings.warn(
            "Error in loading the saved optimizer state. As a result, your model is starting with a freshly "
            "initialized optimizer.",
            stacklevel=3,
        )


def _of_its_time(value: Any, version: str) -> Any:
    """A configuration of Keras 1 with what Keras 2 has to be told: there Flatten left its input in order."""
    if not version.startswith("1"):
        return value
    if isinstance(value, list):
        return [_of_its_time(each, version) for each in value]
    if not isinstance(value, dict):
        return value
    found = {key: _of_its_time(each, version) for key, each in value.items()}
    if found.get("class_name") == "Flatten" and isinstance(found.get("config"), dict):
        found["config"].setdefault("data_format", "channels_last")
    return found


def model_from_config(config: Any, custom_objects: Any = None) -> Any:
    """The model of `{"class_name", "config"}`."""
    if isinstance(config, list):
        raise TypeError(
            "`model_from_config` expects a dictionary, not a list. Maybe you meant to use "
            "`Sequential.from_config(config)`?"
        )
    return configurations.deserialize(config, custom_objects)


def model_from_json(json_string: str, custom_objects: Any = None) -> Any:
    """The model that `to_json` described."""
    config = json.loads(json_string)
    return model_from_config(_of_its_time(config, str(config.get("keras_version", "2"))), custom_objects)


def model_from_yaml(yaml_string: str, custom_objects: Any = None) -> Any:
    """The model that `to_yaml` described; only plain values are read."""
    return model_from_config(importlib.import_module("yaml").safe_load(yaml_string), custom_objects)


def clone_model(model: Any, input_tensors: Any = None) -> Any:
    """A model like this one with weights of its own."""
    config = {"class_name": type(model).__name__, "config": model.get_config()}
    copied = configurations.deserialize(config)
    if input_tensors is None:
        return copied
    tensors = input_tensors if isinstance(input_tensors, list) else [input_tensors]
    outputs = copied(tensors[0] if len(tensors) == 1 else tensors)
    return importlib.import_module("tfcompat.keras.models").Model(tensors, outputs)


class Saved:
    """How a model writes and reads itself."""

    def save(self, filepath: Any, overwrite: bool = True, include_optimizer: bool = True) -> None:
        """Writes the whole model to an HDF5 file."""
        save_model(self, filepath, overwrite, include_optimizer)

    def save_weights(self, filepath: Any, overwrite: bool = True) -> None:
        """Writes the weights to an HDF5 file."""
        if not overwrite and not may_write(filepath):
            return
        with opened(filepath, "w") as file:
            write_weights(self, file)

    def load_weights(
        self, filepath: Any, by_name: bool = False, skip_mismatch: bool = False, reshape: bool = False
    ) -> None:
        """Reads the weights of an HDF5 file, in order or by the names of layers; see `stored_weights.read`."""
        with opened(filepath, "r") as file:
            group = file["model_weights"] if "layer_names" not in file.attrs and "model_weights" in file else file
            stored_weights.read(self, group, by_name, skip_mismatch, reshape)
