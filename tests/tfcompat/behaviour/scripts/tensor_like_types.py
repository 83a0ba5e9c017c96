"""Classes that are registered as dense tensors: what counts as one, and lists that hold them."""

import tensorflow as tf
from tensorflow.python.framework import ops


class Celsius(object):
    def __init__(self, degrees):
        self.degrees = degrees

    @property
    def name(self):
        return "celsius"

    @property
    def dtype(self):
        return tf.float32

    shape = tf.TensorShape([])


class Nameless(object):
    dtype = Celsius.dtype


class Untyped(object):
    name = Celsius.name
    dtype = tf.float32


def converted(value, dtype=None, name=None, as_ref=False):
    return tf.constant(value.degrees, dtype or tf.float32, name=name)


def answers(warm):
    return [tf.is_tensor(warm), tf.contrib.framework.is_tensor(warm), ops.is_dense_tensor_like(warm)]


warm = Celsius(21.5)
ops.register_tensor_conversion_function(Celsius, converted)
print(answers(warm))
ops.register_dense_tensor_like_type(Celsius)
print(answers(warm))
for wrong in (Nameless, Untyped):
    try:
        ops.register_dense_tensor_like_type(wrong)
    except TypeError as error:
        print(error)
print(answers(Nameless()), answers(tf.constant(1)), answers(tf.Variable(1)), answers([warm]), answers(1))
pair, nested = tf.convert_to_tensor([warm, 1.0]), tf.stack([[warm, warm], [tf.constant(2.0), 3]])
with tf.Session() as sess:
    print(sess.run([tf.add(warm, 1.0), pair, nested]))
print(pair.op.type, pair.dtype.name)
try:
    tf.convert_to_tensor([warm, 1.0], tf.int32)
except TypeError as error:
    print(type(error).__name__)
