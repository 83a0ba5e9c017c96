"""A sparse placeholder whose shape is a constant is fed whole, also after operations were built on it, as in 1.15."""

import numpy as np

import tfcompat.v1 as tf


def test_fed_with_a_constant_shape():
    x = tf.sparse_placeholder(tf.float32, shape=tf.constant((5, 4), dtype=tf.int64))
    kept = tf.sparse_retain(x, tf.constant([True, False])) * 3.0
    product = tf.sparse_tensor_dense_matmul(kept, tf.ones([4, 1]))
    value = tf.SparseTensorValue(np.array([[0, 1], [2, 3]]), np.array([2.0, 7.0], "float32"), (5, 4))
    with tf.Session() as session:
        assert session.run(product, {x: value}).ravel().tolist() == [6.0, 0.0, 0.0, 0.0, 0.0]
