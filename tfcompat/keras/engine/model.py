"""`keras.models.Model` of 2.3.1: made of inputs and outputs, or subclassed."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals_keras import module
from tfcompat.backend.v1api import keras
from tfcompat.keras.engine import configurations, names
from tfcompat.keras.engine.configurations import Configured
from tfcompat.keras.engine.layer import Layer
from tfcompat.keras.engine.saving import Saved
from tfcompat.keras.engine.training import Trained
from tfcompat.keras.legacy import convert
from tfcompat.keras.utils import summary

keras().Sequential()  # swaps in the classes of TensorFlow 1's mode
_functional = module("engine.functional").Functional


class Model(Trained, Saved, Configured, Layer, module("engine.training_v1").Model):  # type: ignore[misc]
    """A model. `Model(inputs, outputs)` joins tensors; a subclass without them defines `call`.

    Source: keras.engine.training.Model and keras.engine.network.Network.
    """

    def __new__(cls, *args: Any, **kwargs: Any) -> Any:
        if cls is Model and _joins(args, kwargs):
            return super().__new__(Joined)
        return super().__new__(cls)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        if _joins(args, kwargs) and not isinstance(self, _functional):
            _inject(type(self))
            Joined.__init__(self, *args, **kwargs)
        else:
            super().__init__(*args, **kwargs)

    def _init_set_name(self, name: str | None, zero_based: bool = True) -> None:
        self._name = name or names.of_model(self)

    @property
    def uses_learning_phase(self) -> bool:
        """Whether an output differs between training and prediction."""
        phase = module("backend").symbolic_learning_phase()
        reached = module("utils.tf_utils").get_reachable_from_inputs([phase], targets=list(self.outputs or ()))
        return any(each in reached for each in self.outputs or ())

    def summary(self, line_length: Any = None, positions: Any = None, print_fn: Any = None) -> None:
        """Prints what the model is made of."""
        summary.print_summary(self, line_length, positions, print_fn)

    @property
    def weights(self) -> list[Any]:
        return [*self.trainable_weights, *self.non_trainable_weights]

    def _listed_weights(self) -> list[Any]:
        """The weights in the order in which `get_weights` gives them: layer by layer."""
        own = [*self._trainable_weights, *self._non_trainable_weights]
        return own + [each for layer in self.flattened_layers for each in layer.weights]

    @property
    def flattened_layers(self) -> list[Any]:
        """The layers in the order of their weights."""
        return list(self.layers)

    def get_weights(self) -> list[Any]:
        """The weights' values, layer by layer."""
        values: list[Any] = keras().backend.batch_get_value(self._listed_weights())
        return values

    def set_weights(self, weights: Any) -> None:
        """Sets the weights to what `get_weights` of such a model gave."""
        keras().backend.batch_set_value(list(zip(self._listed_weights(), weights, strict=False)))

    def count_params(self) -> int:
        return int(sum(each.shape.num_elements() for each in self.weights))

    @property
    def input_layers(self) -> list[Any]:
        return list(self._input_layers)

    @property
    def output_layers(self) -> list[Any]:
        return list(self._output_layers)


class Joined(Model, _functional):  # type: ignore[misc, valid-type]
    """A model of known inputs and outputs; code of that time knows it as `Model`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs = convert.rename("Model", args, kwargs, "input=inputs output=outputs", False)
        args = tuple(list(each) if isinstance(each, tuple) else each for each in args)
        super().__init__(*args, **kwargs)

    def _graph_network_add_loss(self, symbolic_loss: Any) -> None:
        # tf_keras makes layers of the loss' ops, and constants of the tensors that no layer made: labels of a pipeline.
        self._losses.append(symbolic_loss)

    def get_config(self) -> dict[str, Any]:
        """The layers, how they are joined, and which are the inputs and outputs."""
        config: dict[str, Any] = configurations.plain(
            module("engine.functional").get_network_config(self, config={"name": self.name})
        )
        return config


Joined.__name__ = Joined.__qualname__ = "Model"


def _joins(args: tuple[Any, ...], kwargs: dict[str, Any]) -> bool:
    return len(args) >= 2 or (
        ("outputs" in kwargs or "output" in kwargs) and (bool(args) or "inputs" in kwargs or "input" in kwargs)
    )


def _inject(cls: type) -> None:
    """Makes a subclass of the user's, which calls the constructor with inputs and outputs, a joined model."""
    if Model in cls.__bases__:
        cls.__bases__ = tuple(Joined if each is Model else each for each in cls.__bases__)
        return
    for base in cls.__bases__:
        if issubclass(base, Model) and not issubclass(base, _functional):
            _inject(base)


def get_source_inputs(tensor: Any, layer: Any = None, node_index: Any = None) -> Any:
    """The input tensors that a tensor comes from."""
    return module("utils.layer_utils").get_source_inputs(tensor, layer, node_index)
