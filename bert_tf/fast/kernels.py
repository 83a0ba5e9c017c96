"""oneDNN's kernels, which TensorFlow's graph optimizer makes of the steps in `fusible`, asked for by name.

By name they take what the optimizer cannot give them: a layer norm's own epsilon, and a residual whose shape is not
known.
Source of names and attributes: TensorFlow's `core/ops/nn_ops.cc` and `core/kernels/mkl/`.
"""

from __future__ import annotations

import functools
from typing import Any

import tensorflow as tf

from bert_tf import stages
from bert_tf.fast import gpu
from bert_tf.fast.weights import Dense, Norm

Tensor = Any

# Each with the label that its kernel is registered by.
_LABELS = {"_MklNativeFusedMatMul": b"MklNameChangeOp", "_MklFusedBatchMatMulV2": b"", "_MklLayerNorm": b""}
# What a dense layer's product ends with in the same kernel.
_ACTIVATIONS = {
    "gelu": "GeluExact",
    "gelu_new": "GeluApproximate",
    "gelu_pytorch_tanh": "GeluApproximate",
    "relu": "Relu",
    "tanh": "Tanh",
}


def usable() -> bool:
    """Whether a graph is being made for a processor, in a TensorFlow that has oneDNN, turned on, with these kernels."""
    return not tf.executing_eagerly() and there() and not gpu.there()


def dense(x: Tensor, weights: Dense) -> Tensor:
    """[n,H] -> [n,I]."""
    return _product(x, weights)


def dense_activated(x: Tensor, weights: Dense, activation: str) -> Tensor:
    """[n,H] -> [n,I]; `activation` by its name in a configuration."""
    if activation in _ACTIVATIONS:
        return _product(x, weights, _ACTIVATIONS[activation])
    return stages.activate(_product(x, weights), activation)


def dense_residual(x: Tensor, weights: Dense, residual: Tensor) -> Tensor:
    """[n,H], and [n,I] to be added -> [n,I]."""
    return _product(x, weights, "Add", residual)


def layer_norm(x: Tensor, norm: Norm, eps: float) -> Tensor:
    """[n,H] -> [n,H]."""
    gamma, beta = (tf.constant(each, x.dtype) for each in (norm.gamma, norm.beta))
    return made("_MklLayerNorm", [x, gamma, beta], x.shape, epsilon=eps)


def attention(query: Tensor, key: Tensor, value: Tensor, bias: Tensor) -> Tensor:
    """[B,N,T,D] three times, and [B,1,1,T] to be added to the scores -> [B,N,T,D]."""
    scale = tf.constant(query.shape[-1] ** -0.5, query.dtype)
    shape = [*query.shape[:3], key.shape[2]]
    scores = made("_MklFusedBatchMatMulV2", [query, key], shape, [scale, bias], fused_ops=["Mul", "Add"], adj_y=True)
    return stages.attention_context(tf.nn.softmax(scores), value)


def _product(x: Tensor, weights: Dense, then: str | None = None, *args: Tensor) -> Tensor:
    return made(
        "_MklNativeFusedMatMul",
        [x, tf.cast(weights.kernel, x.dtype)],
        [x.shape[0], weights.bias.shape[0]],
        [tf.cast(weights.bias, x.dtype), *args],
        fused_ops=["BiasAdd", then] if then else ["BiasAdd"],
        transpose_b=weights.transposed,
    )


def made(name: str, inputs: list[Tensor], shape: Any, args: list[Tensor] | None = None, **attributes: Any) -> Tensor:
    """The op of that name; `args` are the inputs of what follows a product, which are counted."""
    dtype = inputs[0].dtype
    values = {"T": tf.compat.v1.AttrValue(type=dtype.as_datatype_enum), "_kernel": _attribute(_LABELS[name])}
    values |= {key: _attribute(value) for key, value in attributes.items()}
    if args is not None:
        values["num_args"] = _attribute(len(args))
    graph = tf.compat.v1.get_default_graph()
    (made,) = graph.create_op(name, [*inputs, *(args or [])], [dtype], attrs=values, name=name.strip("_")).outputs
    made.set_shape(shape)
    return made


def _attribute(value: Any) -> Any:
    kinds = {bool: "b", int: "i", float: "f", bytes: "s"}
    if isinstance(value, list):
        texts = tf.compat.v1.AttrValue.ListValue(s=[each.encode() for each in value])
        return tf.compat.v1.AttrValue(list=texts)
    return tf.compat.v1.AttrValue(**{kinds[type(value)]: value})


@functools.cache
def there() -> bool:
    """Whether TensorFlow has these kernels and oneDNN is on, which it says in no public place."""
    from tensorflow.python.framework import op_def_registry
    from tensorflow.python.util import _pywrap_util_port

    return _pywrap_util_port.IsMklEnabled() and all(op_def_registry.get(name) is not None for name in _LABELS)
