"""`keras.models.Sequential` of 2.3.1: a stack of layers."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals_keras import module
from tfcompat.backend.v1api import v1
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

    @property
    def layers(self) -> list[Any]:
        """The layers that were added; what a `Merge` at the beginning joins is no part of them."""
        found = list(super().layers)
        joins = [place for place, each in enumerate(found) if _is_joined(each)]
        return found[joins[-1] :] if joins else found

    @property
    def flattened_layers(self) -> list[Any]:
        """The layers, and instead of a `Merge` at the beginning those that it joins: Keras 1's order of weights."""
        first, *rest = self.layers or [None]
        if not _is_joined(first):
            return self.layers
        below = [each for branch in first.layers for each in getattr(branch, "flattened_layers", [branch])]
        return list(dict.fromkeys([*below, *rest]))

    def add(self, layer: Any) -> None:
        """Adds a layer on top. Keras 1 let a stack begin with a `Merge` of models."""
        if self.layers or not _is_joined(layer):
            super().add(layer)
            return
        self.outputs = [layer.joined]
        self.inputs = module("utils.layer_utils").get_source_inputs(layer.joined)
        self.built = self._has_explicit_input_shape = self._graph_initialized = True
        self._init_graph_network(self.inputs, self.outputs)

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
        deferred = bool(self.inputs) and not self._has_explicit_input_shape
        shaped = {"build_input_shape": tuple(v1.TensorShape(shape).as_list())} if deferred and shape is not None else {}
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


def _is_joined(layer: Any) -> bool:
    """Whether a layer is a `Merge` that was made of layers."""
    return getattr(layer, "joined", None) is not None
