"""A layer in a TensorFlow 1 graph: placeholders in, `session.run` out.

    import tfcompat.v1 as tf
    model = bert_tf.BertModel.from_pretrained(path)
    ids = tf.placeholder(tf.int32, [None, None])
    hidden = model(ids).last_hidden_state
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        session.run(hidden, {ids: batch})

The first call in a graph makes a variable there for each weight; later calls in that graph share them. They are in the
usual collections, are called `MODEL/encoder/layer/0/attention/self/query/weight`, and their initializer gives them the
values that the model had at that first call. What a session then trains stays in its variables until `take_weights`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import tensorflow as tf

from bert_tf.adapters import substitute
from bert_tf.weights import named_weights

_ATTRIBUTE = "_bert_tf_variables"


def call(layer: Any, graph: Any, function: Callable[..., Any], args: Any, kwargs: Any) -> Any:
    """`function(*args, **kwargs)`, the layer's own call, in the graph and on its variables.

    Raises:
      TypeError: `training` is a tensor; a graph is built once for each of True and False.
    """
    if tf.is_tensor(kwargs.get("training")):
        raise TypeError(
            "training is True or False when the graph is built; received a tensor. "
            "Call the model once for each and choose with tf.cond."
        )
    with tf.init_scope():  # the weights are read outside of the graph, into which they go
        variables = _variables(layer, graph)
    with graph.as_default():
        return substitute.run(layer, variables, lambda: function(*args, **kwargs))


def take_weights(layer: Any, session: Any) -> None:
    """Gives the layer the values that its variables have in a session, after training there.

    Raises:
      ValueError: the layer was never called in the session's graph.
    """
    known = getattr(session.graph, _ATTRIBUTE, {})
    kept = {key: known[key][1] for key in (id(each) for each in layer.variables) if key in known}
    if not kept:
        raise ValueError(
            f"{layer.name} has no variables in this session's graph; call it on the graph's tensors first."
        )
    values = session.run(kept)
    with tf.init_scope():
        for each in layer.variables:
            if id(each) in values:
                each.assign(values[id(each)])


def _variables(layer: Any, graph: Any) -> dict[int, Any]:
    """id of each of the layer's weights -> the graph's variable; made where there is none yet."""
    known: dict[int, tuple[Any, Any]] = getattr(graph, _ATTRIBUTE, {})
    setattr(graph, _ATTRIBUTE, known)
    names = {id(weight.variable): name for name, weight in named_weights(layer).items()}
    new = [each for each in layer.variables if id(each) not in known]
    arrays = [np.asarray(each) for each in new]
    with graph.as_default(), graph.control_dependencies(None), graph.name_scope(None):
        for each, array in zip(new, arrays, strict=True):
            name = names.get(id(each), each.path).replace(".", "/")
            made = tf.Variable(_initial(array), trainable=each.trainable, name=f"{layer.name}/{name}")
            known[id(each)] = each, made  # with the weight, so that its id stays its own
    return {key: variable for key, (_, variable) in known.items()}


def _initial(array: np.ndarray) -> Callable[[], Any]:
    """A constant would put all weights into the graph's definition, which may not be longer than 2 GiB."""

    def value() -> Any:
        found = tf.numpy_function(lambda: array, [], array.dtype)
        found.set_shape(array.shape)
        return found

    return value
