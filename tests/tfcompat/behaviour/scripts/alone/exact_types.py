"""Whether a type is tf.Tensor itself, as code of 2017 asks, and what other classes are asked for so."""

import numpy as np
import tensorflow as tf
from tensorflow.python.framework import ops

x = tf.placeholder(tf.float32, [None])
things = [
    x,
    tf.identity(x),
    tf.constant(1.0),
    tf.cond(tf.constant(True), lambda: 1.0, lambda: 2.0),
    tf.keras.layers.Dense(2)(tf.ones([1, 2])),
    tf.Variable(1.0),
    tf.get_variable("v", []),
    tf.get_variable("r", [], use_resource=True),
    tf.no_op(),
    tf.SparseTensor([[0]], [1.0], [2]),
    tf.IndexedSlices(x, [0]),
    np.zeros(2),
    [x],
    None,
]
print([type(each) is tf.Tensor for each in things])
print([type(each) == ops.Tensor and each.dtype == tf.float32 for each in things])
print([type(each) is not tf.Tensor for each in things])
print([type(each) != tf.Tensor or len(each.op.inputs) for each in things])
print([type(each) in (tf.Tensor, tf.Variable) for each in things])
print([type(each) in [list, tf.Tensor, np.ndarray] for each in things])
print([type(each) not in {tf.Operation, tf.Tensor} for each in things])
print([each.__class__ == tf.Tensor for each in things])
print([type(each) is tf.Variable for each in things])
print([type(each) is tf.Operation for each in things])
print([type(each) in (tf.SparseTensor, tf.IndexedSlices) for each in things])
