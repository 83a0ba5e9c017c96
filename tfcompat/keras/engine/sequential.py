"""`keras.models.Sequential` of 2.3.1: a stack of layers."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals_keras import module
from tfcompat.keras.engine import configurations
from tfcompat.keras.engine.model import Joined
from tfcompat.keras.legacy import convert


class Sequential(Joined, module("engine.sequential").Sequential):  # type: ignore[misc]
    """A model to which one layer after another is added.

    Source: keras.engine.sequential.Sequential.
    """

    def __init__(self, layers: Any = None, name: str | None = None) -> None:
        module("engine.sequential").Sequential.__init__(self, None, name)
        for layer in layers or ():
            self.add(layer)

    def predict_proba(self, x: Any, batch_size: int = 32, verbose: int = 0) -> Any:
        """The predictions, with a warning if they are no probabilities."""
        predictions = self.predict(x, batch_size, verbose)
        if predictions.min() < 0.0 or predictions.max() > 1.0:
            convert.warn(
                "Network returning invalid probability values. The last layer might not normalize predictions into "
                "probabilities (like softmax or sigmoid would)."
            )
        return predictions

    def predict_classes(self, x: Any, batch_size: int = 32, verbose: int = 0) -> Any:
        """The class numbers: the highest of several outputs, or whether a single one is above one half."""
        predictions = self.predict(x, batch_size=batch_size, verbose=verbose)
        if predictions.shape[-1] > 1:
            return predictions.argmax(axis=-1)
        return (predictions > 0.5).astype("int32")

    def get_config(self) -> dict[str, Any]:
        """The layers; what the first one takes is said in its own configuration."""
        layers = [
            {"class_name": type(each).__name__, "config": configurations.plain(each.get_config())}
            for each in self.layers
        ]
        shape = getattr(self, "_build_input_shape", None)
        known = bool(self.inputs) and not (layers and "batch_input_shape" in layers[0]["config"])
        shaped = {"build_input_shape": tuple(shape)} if known and shape is not None else {}
        return {"name": self.name, "layers": layers, **shaped}

    @classmethod
    def from_config(cls, config: Any, custom_objects: Any = None) -> Any:
        """A stack of the layers in a configuration: a list of them, or a dictionary with a name."""
        listed = isinstance(config, list)
        model = cls(name=None if listed else config.get("name"))
        for each in config if listed else config["layers"]:
            model.add(configurations.deserialize(each, custom_objects))
        shape = None if listed else config.get("build_input_shape")
        if not model.inputs and shape:
            model.build(shape)
        return model
