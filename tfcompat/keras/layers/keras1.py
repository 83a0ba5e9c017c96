"""Layers of Keras 1 that Keras 2 kept, replaced or dropped: `merge`, `Highway`, `TimeDistributedDense`, …"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.v1api import keras, v1
from tfcompat.keras import initializers, regularizers
from tfcompat.keras.engine import configurations, mirror
from tfcompat.keras.engine.layer import Layer
from tfcompat.keras.legacy import convert

# What Keras 1 wrote of a Merge and did not make it of.
_NOT_MADE_OF = ("layers", "output_shape", "output_mask", "arguments")
_MODES = {"sum": "Add", "mul": "Multiply", "ave": "Average", "max": "Maximum"}


class Merge(Layer):
    """Joins several tensors into one, as Keras 1 did. Source: keras.engine.topology.Merge of 1.2.2.

    Args:
      layers: the layers or models whose outputs are joined, or None if the layer is called with tensors.
      mode: sum, mul, concat, ave, cos, dot, max, or a function of the list of tensors.
      concat_axis: the axis of concat.
      dot_axes: the axes of dot and cos: a number, or one for each tensor.

    Raises:
      ValueError: the mode is none of these, or there is one tensor only.
    """

    def __init__(
        self,
        layers: Any = None,
        mode: str | Callable[..., Any] = "sum",
        concat_axis: int = -1,
        dot_axes: Any = -1,
        output_shape: Any = None,
        arguments: dict[str, Any] | None = None,
        **kwargs: Any,
    ) -> None:
        for gone in ("output_mask", "node_indices", "tensor_indices"):
            kwargs.pop(gone, None)
        super().__init__(**kwargs)
        self._auto_track_sub_layers = False  # the joined layers belong to the model, not to this one
        if not callable(mode) and mode not in (*_MODES, "concat", "cos", "dot"):
            raise ValueError(f"Invalid merge mode: {mode}")
        self.mode = mode
        self.concat_axis = concat_axis
        self.dot_axes = dot_axes
        self.arguments = arguments or {}
        self._declared = output_shape
        self.supports_masking = True
        self.layers = list(layers or ())
        self.joined = self([each.output for each in self.layers]) if layers else None

    def call(self, inputs: Any, mask: Any = None) -> Any:
        if not isinstance(inputs, (list, tuple)) or len(inputs) < 2:
            raise ValueError(f"Merge must be called on a list of tensors (at least 2). Got: {inputs}")
        if callable(self.mode):
            return self.mode(list(inputs), **self.arguments)
        if self.mode == "concat":
            return v1.concat(list(inputs), self.concat_axis)
        if self.mode in ("cos", "dot"):
            return self._dot(*inputs)
        total = inputs[0]
        for each in inputs[1:]:
            joined = {"mul": total * each, "max": v1.maximum(total, each)} if self.mode in ("mul", "max") else {}
            total = joined.get(str(self.mode), total if joined else total + each)
        return total / len(inputs) if self.mode == "ave" else total

    def _dot(self, left: Any, right: Any) -> Any:
        backend, axes = keras().backend, self.dot_axes
        axes = [axes, axes] if isinstance(axes, int) else [a[0] if isinstance(a, (list, tuple)) else a for a in axes]
        axes = [axis % each.shape.rank for axis, each in zip(axes, (left, right), strict=True)]
        if self.mode == "dot":
            return backend.batch_dot(left, right, axes)
        sizes = v1.sqrt(backend.batch_dot(left, left, [axes[0]] * 2) * backend.batch_dot(right, right, [axes[1]] * 2))
        cosine = backend.batch_dot(left, right, axes) / v1.maximum(sizes, backend.epsilon())
        return v1.expand_dims(cosine, 1)

    def get_config(self) -> dict[str, Any]:
        mode = self.mode.__name__ if callable(self.mode) else self.mode
        own: dict[str, Any] = {"mode": mode, "concat_axis": self.concat_axis, "dot_axes": self.dot_axes}
        if self.layers:
            own["layers"] = [{"class_name": type(each).__name__, "config": each.get_config()} for each in self.layers]
        return {**super().get_config(), **own}

    @classmethod
    def from_config(cls, config: dict[str, Any], custom_objects: Any = None) -> Any:
        """The layer; what Keras 1 wrote beside these arguments is left out."""
        layers = [configurations.deserialize(each, custom_objects) for each in config.get("layers") or ()]
        own = {key: value for key, value in config.items() if key not in _NOT_MADE_OF and not key.endswith("_type")}
        return cls(layers, **own)


def merge(inputs: Any, mode: Any = "sum", concat_axis: int = -1, dot_axes: Any = -1, **kwargs: Any) -> Any:
    """The tensors joined into one; see `Merge`."""
    convert.warn(
        "The `merge` function is deprecated and will be removed after 08/2017. Use instead layers from "
        "`keras.layers.merge`, e.g. `add`, `concatenate`, etc."
    )
    return Merge(mode=mode, concat_axis=concat_axis, dot_axes=dot_axes, **kwargs)(list(inputs))


class _Keras1Layer(Layer):
    """A layer whose arguments have the names of Keras 1."""

    def __init__(
        self,
        init: Any = "glorot_uniform",
        weights: Any = None,
        W_regularizer: Any = None,
        b_regularizer: Any = None,
        activity_regularizer: Any = None,
        W_constraint: Any = None,
        b_constraint: Any = None,
        bias: bool = True,
        input_dim: int | None = None,
        **kwargs: Any,
    ) -> None:
        if input_dim:
            kwargs.setdefault("input_shape", (input_dim,))
        super().__init__(weights=weights, **kwargs)
        self.init = initializers.get(init)
        self.bias = bias
        self.input_dim = input_dim
        self.activity_regularizer = regularizers.get(activity_regularizer)
        self._of_w = {"regularizer": regularizers.get(W_regularizer), "constraint": _constraint(W_constraint)}
        self._of_b = {"regularizer": regularizers.get(b_regularizer), "constraint": _constraint(b_constraint)}
        self.input_spec = keras().layers.InputSpec(ndim=2)

    def get_config(self) -> dict[str, Any]:
        own = {
            "init": initializers.serialize(self.init),
            "W_regularizer": regularizers.serialize(self._of_w["regularizer"]),
            "b_regularizer": regularizers.serialize(self._of_b["regularizer"]),
            "activity_regularizer": regularizers.serialize(self.activity_regularizer),
            "W_constraint": keras().constraints.serialize(self._of_w["constraint"])
            if self._of_w["constraint"]
            else None,
            "b_constraint": keras().constraints.serialize(self._of_b["constraint"])
            if self._of_b["constraint"]
            else None,
            "bias": self.bias,
            "input_dim": self.input_dim,
        }
        return {**super().get_config(), **own}


def _constraint(given: Any) -> Any:
    return keras().constraints.get(given)


class MaxoutDense(_Keras1Layer):
    """The largest of `nb_feature` linear maps. Source: keras.legacy.layers.MaxoutDense."""

    def __init__(self, output_dim: int, nb_feature: int = 4, init: Any = "glorot_uniform", **kwargs: Any) -> None:
        super().__init__(init, **kwargs)
        self.output_dim = output_dim
        self.nb_feature = nb_feature

    def build(self, input_shape: Any) -> None:
        size = v1.TensorShape(input_shape).as_list()[-1]
        self.W = self.add_weight("W", (self.nb_feature, size, self.output_dim), initializer=self.init, **self._of_w)
        shape = (self.nb_feature, self.output_dim)
        self.b = self.add_weight("b", shape, initializer="zero", **self._of_b) if self.bias else None
        self.built = True

    def call(self, inputs: Any) -> Any:
        size = self.W.shape.as_list()
        flat = v1.reshape(v1.transpose(self.W, [1, 0, 2]), [size[1], -1])
        maps = v1.reshape(v1.matmul(inputs, flat), [-1, size[0], size[2]])
        return v1.reduce_max(maps if self.b is None else maps + self.b, axis=1)

    def compute_output_shape(self, input_shape: Any) -> Any:
        return (input_shape[0], self.output_dim)

    def get_config(self) -> dict[str, Any]:
        return {**super().get_config(), "output_dim": self.output_dim, "nb_feature": self.nb_feature}


class Highway(_Keras1Layer):
    """A dense layer with a gate that lets the input through. Source: keras.legacy.layers.Highway."""

    def __init__(self, init: Any = "glorot_uniform", activation: Any = None, **kwargs: Any) -> None:
        kwargs.pop("transform_bias", None)
        super().__init__(init, **kwargs)
        self.activation = keras().activations.get(activation)

    def build(self, input_shape: Any) -> None:
        size = v1.TensorShape(input_shape).as_list()[1]
        self.W = self.add_weight("W", (size, size), initializer=self.init, **self._of_w)
        self.W_carry = self.add_weight("W_carry", (size, size), initializer=self.init)
        if self.bias:
            self.b = self.add_weight("b", (size,), initializer="zero", **self._of_b)
            self.b_carry = self.add_weight("b_carry", (size,), initializer="one")
        self.built = True

    def call(self, inputs: Any) -> Any:
        gate = v1.matmul(inputs, self.W_carry)
        gate = v1.sigmoid(gate + self.b_carry if self.bias else gate)
        mapped = v1.matmul(inputs, self.W)
        mapped = self.activation(mapped + self.b if self.bias else mapped)
        return mapped * gate + (1 - gate) * inputs

    def get_config(self) -> dict[str, Any]:
        return {**super().get_config(), "activation": keras().activations.serialize(self.activation)}


class TimeDistributedDense(_Keras1Layer):
    """A dense layer at each step of a sequence. Source: keras.layers.core.TimeDistributedDense of 1.2.2.

    Its input is [batch, steps, size], its output [batch, steps, output_dim].
    """

    def __init__(
        self,
        output_dim: int,
        init: Any = "glorot_uniform",
        activation: Any = None,
        input_dim: int | None = None,
        input_length: int | None = None,
        **kwargs: Any,
    ) -> None:
        if input_dim:
            kwargs.setdefault("input_shape", (input_length, input_dim))
        super().__init__(init, **kwargs)
        self.output_dim = output_dim
        self.activation = keras().activations.get(activation)
        self.input_dim, self.input_length = input_dim, input_length
        self.input_spec = keras().layers.InputSpec(ndim=3)
        self.supports_masking = True

    def build(self, input_shape: Any) -> None:
        size = v1.TensorShape(input_shape).as_list()[-1]
        self.W = self.add_weight("W", (size, self.output_dim), initializer=self.init, **self._of_w)
        self.b = self.add_weight("b", (self.output_dim,), initializer="zero", **self._of_b) if self.bias else None
        self.built = True

    def call(self, inputs: Any) -> Any:
        steps = inputs.shape.as_list()[1] or v1.shape(inputs)[1]
        mapped = v1.matmul(v1.reshape(inputs, [-1, inputs.shape.as_list()[-1]]), self.W)
        mapped = mapped if self.b is None else mapped + self.b
        return self.activation(v1.reshape(mapped, [-1, steps, self.output_dim]))

    def compute_output_shape(self, input_shape: Any) -> Any:
        return (input_shape[0], input_shape[1], self.output_dim)

    def get_config(self) -> dict[str, Any]:
        activation = keras().activations.serialize(self.activation)
        own = {"output_dim": self.output_dim, "activation": activation, "input_length": self.input_length}
        return {**super().get_config(), **own}


def AtrousConvolution1D(*args: Any, **kwargs: Any) -> Any:  # noqa: N802 (the name of that time)
    """A `Conv1D` with `atrous_rate` as its dilation."""
    return _dilated("Conv1D", args, kwargs)


def AtrousConvolution2D(*args: Any, **kwargs: Any) -> Any:  # noqa: N802
    """A `Conv2D` with `atrous_rate` as its dilation."""
    return _dilated("Conv2D", args, kwargs)


def _dilated(name: str, args: Any, kwargs: dict[str, Any]) -> Any:
    if "atrous_rate" in kwargs:
        kwargs["dilation_rate"] = kwargs.pop("atrous_rate")
    convert.warn(f"The `Atrous{name}` layer has been deprecated. Use instead `{name}` with `dilation_rate`.")
    return mirror.public(name)(*args, **kwargs)
