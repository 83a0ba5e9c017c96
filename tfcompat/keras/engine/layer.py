"""`keras.layers.Layer` of 2.3.1 on the layer that tf_keras has in TensorFlow 1's mode."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from typing import Any

from tfcompat.backend import keras_layers
from tfcompat.backend.v1api import keras, v1
from tfcompat.keras import initializers, regularizers

keras()  # loads tf_keras
_SHAPED = ("build", "compute_output_shape")


def own_name(instance: Any) -> str:
    """`dense_1`: the class in small letters and how many of that class the graph holds; Keras counts from one."""
    name = type(instance).__name__
    return f"{_snake_case(name)}_{keras().backend.get_uid(name)}"


def _snake_case(name: str) -> str:
    """`conv_lst_m2d` for ConvLSTM2D: tf_keras splits names otherwise."""
    parted = re.sub("([a-z])([A-Z])", r"\1_\2", re.sub("(.)([A-Z][a-z0-9]+)", r"\1_\2", name)).lower()
    return f"private{parted}" if parted.startswith("_") else parted


class Layer(keras_layers.graph_mode_layer()):  # type: ignore[misc]
    """A layer; a subclass defines `build`, `call` and `compute_output_shape`, which take shapes as tuples.

    Source: keras.engine.base_layer.Layer.
    """

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if not cls.__module__.startswith("tfcompat."):
            for name in _SHAPED:
                if name in vars(cls):
                    setattr(cls, name, _with_tuples(vars(cls)[name]))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        given = kwargs.pop("input_dtype", None)
        if given is not None and v1.as_dtype(given).is_floating:  # a lookup of integers has weights of floats
            kwargs.setdefault("dtype", given)
        super().__init__(*args, **kwargs)

    def _init_set_name(self, name: str | None, zero_based: bool = True) -> None:
        self._name = name or own_name(self)

    @property
    def name(self) -> str:
        return str(self._name)

    @name.setter
    def name(self, value: str) -> None:
        self._name = value

    @property
    def trainable_weights(self) -> list[Any]:
        return list(super().trainable_weights)

    @trainable_weights.setter
    def trainable_weights(self, weights: Any) -> None:
        self._trainable_weights = list(weights)

    @property
    def non_trainable_weights(self) -> list[Any]:
        return list(super().non_trainable_weights)

    @non_trainable_weights.setter
    def non_trainable_weights(self, weights: Any) -> None:
        self._non_trainable_weights = list(weights)

    @property
    def input_shape(self) -> Any:
        """The input's shape as a tuple; a list of tuples only for several inputs."""
        return _alone(super().input_shape)

    @property
    def output_shape(self) -> Any:
        """The output's shape as a tuple; a list of tuples only for several outputs."""
        return _alone(super().output_shape)

    def add_weight(self, *args: Any, **kwargs: Any) -> Any:
        """A new variable; its initializer is Keras' own. Keras 1 gave the shape first and the name last."""
        names = "name shape dtype initializer regularizer trainable constraint"
        if args and isinstance(args[0], (tuple, list)):
            by_name = len(args) == 2 and isinstance(args[1], str) and "name" not in kwargs
            names = "shape name" if by_name else "shape initializer name trainable regularizer constraint"
        kwargs.update(zip(names.split(), args, strict=False))
        kwargs["initializer"] = initializers.get(kwargs.get("initializer") or "glorot_uniform")
        kwargs["regularizer"] = regularizers.get(kwargs.get("regularizer"))
        return super().add_weight(**kwargs)

    def add_loss(self, losses: Any, inputs: Any = None, **kwargs: Any) -> None:
        super().add_loss(losses, inputs=inputs, **kwargs)

    def add_update(self, updates: Any, inputs: Any = None) -> None:
        """Ops, or pairs of a variable and its new value, to be run with each training step."""
        if updates is None:
            return
        updates = updates if isinstance(updates, list) else [updates]
        super().add_update([v1.assign(*each) if isinstance(each, tuple) else each for each in updates])

    def __call__(self, inputs: Any, *args: Any, **kwargs: Any) -> Any:
        """The layer's output, also where `call` made a list of one. A size that only `compute_output_shape` knows is
        given to it."""
        outputs = _alone(super().__call__(inputs, *args, **kwargs))
        flat = outputs if isinstance(outputs, (list, tuple)) else [outputs]
        declared = self._declared_shapes(inputs, len(flat))
        for place, each in enumerate(flat):
            if declared is not None and hasattr(each, "set_shape"):
                _refine(each, declared[place])
            note_shape(each)
        return outputs

    def _declared_shapes(self, inputs: Any, count: int) -> Any:
        """What the user's `compute_output_shape` says, or None."""
        if type(self).compute_output_shape.__module__.startswith(("tf_keras.", "tfcompat.")):
            return None
        tensors = inputs if isinstance(inputs, (list, tuple)) else [inputs]
        if any(each.shape.rank is None for each in tensors):
            return None
        shapes = [tuple(each.shape.as_list()) for each in tensors]
        declared = self.compute_output_shape(shapes if isinstance(inputs, (list, tuple)) else shapes[0])
        several = isinstance(declared, list) and all(isinstance(each, (list, tuple)) for each in declared)
        declared = declared if several else [declared]
        return declared if len(declared) == count else None

    def _handle_activity_regularization(self, inputs: Any, outputs: Any) -> None:
        """Adds the penalty as it is; `tf.keras` divides it by the batch size."""
        if self._activity_regularizer:
            with v1.name_scope("activity_regularizer"):
                flat = outputs if isinstance(outputs, (list, tuple)) else [outputs]
                self.add_loss([self._activity_regularizer(each) for each in flat], inputs=inputs)


def _alone(values: Any) -> Any:
    return values[0] if isinstance(values, list) and len(values) == 1 else values


def note_shape(tensor: Any) -> None:
    """Gives a tensor the attribute `_keras_shape`, by which code of that time asks for its shape."""
    shape = getattr(tensor, "shape", None)
    if shape is not None and getattr(shape, "rank", None) is not None and not hasattr(tensor, "row_splits"):
        tensor._keras_shape = tuple(shape.as_list())


def _refine(tensor: Any, shape: Any) -> None:
    known = None if shape is None else tuple(shape)
    if known is None or any(isinstance(size, v1.Tensor) for size in known):
        return
    static = tensor.shape
    if static.rank is None or static.rank == len(known):
        merged = known if static.rank is None else [a if a is not None else b for a, b in zip(static.as_list(), known)]  # noqa: B905
        tensor.set_shape(merged)


def _with_tuples(method: Callable[..., Any]) -> Callable[..., Any]:
    """The method with `TensorShape`s among its arguments given as tuples."""
    if not callable(method):
        return method

    @functools.wraps(method)
    def called(self: Any, *args: Any, **kwargs: Any) -> Any:
        return method(self, *map(_tuples, args), **{key: _tuples(value) for key, value in kwargs.items()})

    return called


def _tuples(value: Any) -> Any:
    if isinstance(value, v1.TensorShape):
        return None if value.rank is None else tuple(value.as_list())
    if isinstance(value, list) and value and all(isinstance(each, v1.TensorShape) for each in value):
        return [_tuples(each) for each in value]
    return value
