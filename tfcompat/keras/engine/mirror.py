"""For each layer of tf_keras the one of Keras 2.3.1: the same class below `Layer` of this package.

The mirrored classes inherit from each other as the originals do: an LSTM is an instance of `keras.layers.RNN`.
"""

from __future__ import annotations

import inspect
from typing import Any

from tfcompat.backend.internals_keras import module
from tfcompat.backend.v1api import keras
from tfcompat.keras import by_name, initializers, regularizers
from tfcompat.keras.engine import channels_first, configurations
from tfcompat.keras.engine.layer import Layer
from tfcompat.keras.legacy import convert

_mirrored: dict[type, type] = {}
# Where Keras 2.3.1 had another default.
_DEFAULTS: dict[str, dict[str, Any]] = {
    "GRU": {"recurrent_activation": "sigmoid", "implementation": 2},
    "GRUCell": {"recurrent_activation": "sigmoid", "implementation": 2},
    "LSTM": {"recurrent_activation": "sigmoid", "implementation": 2},
    "LSTMCell": {"recurrent_activation": "sigmoid", "implementation": 2},
}


def of(original: type) -> type:
    """The class of Keras 2.3.1 for a layer class of tf_keras; made once."""
    base, graph_base = module("engine.base_layer").Layer, module("engine.base_layer_v1").Layer
    if original in (base, graph_base):
        return Layer
    if original not in _mirrored:
        module("utils.version_utils").swap_class(original, base, graph_base, False)
        bases = [of(each) for each in original.__bases__ if issubclass(each, base)]
        above = [each for each in bases if not any(each is not other and issubclass(other, each) for other in bases)]
        _mirrored[original] = _made(original, above)
    return _mirrored[original]


def replace(original: type, mirrored: type) -> type:
    """Makes a class of ours the mirrored one."""
    _mirrored[original] = mirrored
    return mirrored


def _made(original: type, above: list[type]) -> type:
    body = {"__doc__": original.__doc__, "__module__": "tfcompat.keras.layers", "_tfcompat_original": original}
    mirrored = type(original.__name__, (*above, original), body)
    parameters = inspect.signature(original.__init__).parameters  # type: ignore[misc]

    def __init__(self: Any, *args: Any, **kwargs: Any) -> None:
        if _outermost(type(self)) is mirrored:
            args, kwargs = convert.layer(original.__name__, args, kwargs)
            kwargs = {**_DEFAULTS.get(original.__name__, {}), **kwargs}
            _fill(kwargs, parameters, list(parameters)[1 : len(args) + 1])
        super(mirrored, self).__init__(*args, **kwargs)  # type: ignore[arg-type]

    def get_config(self: Any) -> dict[str, Any]:
        return configurations.of_layer(original.__name__, super(mirrored, self).get_config())  # type: ignore[arg-type]

    __init__.__signature__ = inspect.signature(original.__init__)  # type: ignore[attr-defined,misc]
    mirrored.__init__ = __init__  # type: ignore[misc]
    mirrored.get_config = get_config  # type: ignore[attr-defined]
    if original.__name__ in channels_first.MOVED:
        mirrored.call = channels_first.call(mirrored)  # type: ignore[attr-defined]
    return mirrored


def _outermost(cls: type) -> type | None:
    """The first mirrored class that `cls` inherits from: its constructor's arguments are those that the user gave."""
    return next((each for each in cls.__mro__ if "_tfcompat_original" in vars(each)), None)


def _fill(kwargs: dict[str, Any], parameters: Any, given: list[str]) -> None:
    """Puts Keras' own initializers and regularizers in place of names and defaults."""
    for name, parameter in parameters.items():
        if name in given:
            continue
        value = kwargs.get(name, parameter.default)
        if name.endswith("_initializer") and isinstance(value, (str, dict)):
            kwargs[name] = initializers.get(value)
        elif name.endswith("_regularizer") and isinstance(value, (str, dict)):
            kwargs[name] = regularizers.get(value)
        elif name.endswith("_constraint") and isinstance(value, dict):
            kwargs[name] = by_name.of_keras_1(value)


def public(name: str) -> type:
    """The mirrored class of `tf.keras.layers.<name>`."""
    return of(getattr(keras().layers, name))
