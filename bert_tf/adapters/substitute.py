"""A layer's own code, run on other variables than its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextvars import ContextVar
from typing import Any

import keras
import tensorflow as tf

_inside: ContextVar[bool] = ContextVar("bert_tf_substitute", default=False)


def inside() -> bool:
    """Whether a layer runs on other variables just now, so that the layers within it do so already."""
    return _inside.get()


def run(layer: Any, others: Mapping[int, Any], function: Callable[[], Any]) -> Any:
    """What `function` returns while each weight of the layer has the value of `others[id(weight)]`.

    A state that the layer changes, such as the seeds of its dropout, is changed in the other variable.
    """
    own = {id(each): each for each in layer.variables}
    token = _inside.set(True)
    try:
        pairs = [(variable, tf.convert_to_tensor(others[key])) for key, variable in own.items()]
        with keras.StatelessScope(pairs, initialize_variables=False) as scope:
            before = {key: scope.get_current_value(variable) for key, variable in own.items()}
            result = function()
    finally:
        _inside.reset(token)
    now = {key: scope.get_current_value(variable) for key, variable in own.items()}
    changes = [others[key].assign(now[key]) for key in own if now[key] is not before[key]]
    if not changes:
        return result
    with tf.control_dependencies(changes):
        return tf.nest.map_structure(tf.identity, result)
