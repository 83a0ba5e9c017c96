"""A model's weights out of an HDF5 group, in order or by the names of layers, as Keras 2.3.1 read them.

Keras 1 laid some weights out otherwise, which tf_keras still converts. Theano turned kernels around before it moved
them over an image; since Keras 2 a file says which backend wrote it.

Source: keras.engine.saving.
"""

from __future__ import annotations

import warnings
from typing import Any

import numpy as np

from tfcompat.backend.internals_keras import module
from tfcompat.backend.v1api import keras

# How many of a layer's weights are kernels that are moved over an image.
_KERNELS = {"Conv1D": 1, "Conv2D": 1, "Conv2DTranspose": 1, "Conv3D": 1, "ConvLSTM2D": 2}


def read(model: Any, group: Any, by_name: bool, skip_mismatch: bool, reshape: bool) -> None:
    """Sets a model's weights to those in a group.

    Args:
      by_name: go by the layers' names; layers that the group does not have stay as they are.
      skip_mismatch: warn of layers with other weights instead of raising.
      reshape: read a kernel of another shape as it lies in memory instead of transposing it.

    Raises:
      ValueError: the layers, their weights or the weights' shapes do not fit.
    """
    if skip_mismatch and not by_name:
        raise ValueError("When calling model.load_weights, skip_mismatch can only be set to True when by_name is True.")
    pairs = _by_name(model, group, skip_mismatch, reshape) if by_name else _in_order(model, group, reshape)
    keras().backend.batch_set_value(pairs)


def _in_order(model: Any, group: Any, reshape: bool) -> list[Any]:
    layers = [layer for layer in model.flattened_layers if _variables(layer)]
    saved = [(name, values) for name, values in _saved(group) if values]
    if len(saved) != len(layers):
        raise ValueError(
            f"You are trying to load a weight file containing {len(saved)} layers into a model with {len(layers)} "
            "layers."
        )
    pairs: list[Any] = []
    for place, (layer, (name, values)) in enumerate(zip(layers, saved, strict=True)):
        values = _converted(layer, values, group, reshape)
        if len(values) != len(_variables(layer)):
            raise ValueError(
                f'Layer #{place} (named "{layer.name}" in the current model) was found to correspond to layer {name} '
                f"in the save file. However the new layer {layer.name} expects {len(_variables(layer))} weights, but "
                f"the saved weights have {len(values)} elements."
            )
        pairs += zip(_variables(layer), values, strict=True)
    return pairs


def _by_name(model: Any, group: Any, skip_mismatch: bool, reshape: bool) -> list[Any]:
    pairs: list[Any] = []
    for place, (name, values) in enumerate(_saved(group)):
        for layer in (each for each in model.flattened_layers if each.name == name):
            found = _converted(layer, list(values), group, reshape)
            problem = _misfit(layer, found)
            if problem is None:
                pairs += zip(_variables(layer), found, strict=True)
            elif skip_mismatch:
                warnings.warn(f"Skipping loading of weights for layer {layer.name}: it {problem}.", stacklevel=5)
            else:
                raise ValueError(f'Layer #{place} (named "{layer.name}") {problem}.')
    return pairs


def _misfit(layer: Any, values: list[Any]) -> str | None:
    """What keeps values from being a layer's weights."""
    variables = _variables(layer)
    if len(variables) != len(values):
        return f"expects {len(variables)} weight(s), but the saved weights have {len(values)} element(s)"
    for variable, value in zip(variables, values, strict=True):
        shape = tuple(variable.shape.as_list())
        if shape != value.shape:
            return f"has a weight {variable.name} of shape {shape}, but the saved weight has shape {value.shape}"
    return None


def _variables(layer: Any) -> list[Any]:
    """A layer's weights in the order of files: those that are trained first."""
    return [*layer.trainable_weights, *layer.non_trainable_weights]


def _saved(group: Any) -> list[tuple[str, list[Any]]]:
    """Each saved layer's name and values."""
    attributes = module("saving.legacy.hdf5_format").load_attributes_from_hdf5_group
    return [
        (name, [np.asarray(group[name][each]) for each in attributes(group[name], "weight_names")])
        for name in attributes(group, "layer_names")
    ]


def _attribute(group: Any, name: str) -> str | None:
    value = group.attrs.get(name)
    return value.decode() if isinstance(value, bytes) else value


def _converted(layer: Any, values: list[Any], group: Any, reshape: bool) -> list[Any]:
    backend = _attribute(group, "backend")
    if backend == "theano":
        values = _turned_around(layer, values)
    if reshape and values and type(layer).__name__ in _KERNELS:
        values = [_as_it_lies(layer, values[0]), *values[1:]]
    version = _attribute(group, "keras_version") or "1"
    found: list[Any] = module("saving.legacy.hdf5_format").preprocess_weights_for_loading(
        layer, values, version, backend
    )
    return found


def _turned_around(layer: Any, values: list[Any]) -> list[Any]:
    """The values with the kernels of all convolutions in a layer, or in a model used as a layer, turned around."""
    kernels = {
        id(variable)
        for each in layer._flatten_layers()
        if each.weights
        for variable in each.weights[: _KERNELS.get(type(each).__name__, 0)]
    }
    variables = _variables(layer)
    if len(variables) != len(values):
        return values
    pairs = zip(variables, values, strict=True)
    return [np.flip(each, tuple(range(each.ndim - 2))).copy() if id(own) in kernels else each for own, each in pairs]


def _as_it_lies(layer: Any, value: Any) -> Any:
    shape = tuple(layer.weights[0].shape.as_list())
    if value.size != np.prod(shape):
        raise ValueError(
            f"Weights must be of equal size to apply a reshape operation. Layer {layer.name}'s weights have shape "
            f"{shape} and size {np.prod(shape)}. The weights for loading have shape {value.shape} and size "
            f"{value.size}."
        )
    return value.reshape(shape)
