"""Which classes things are of, subclasses of TensorFlow's classes, what can be replaced in them."""

import copy

import numpy as np
import tensorflow as tf


class LoudSession(tf.Session):
    def run(self, *args, **kwargs):
        print("run", len(args))
        return super(LoudSession, self).run(*args, **kwargs)


class NamedGraph(tf.Graph):
    def __init__(self, label):
        super(NamedGraph, self).__init__()
        self.label = label


class CountingSaver(tf.train.Saver):
    saves = 0

    def save(self, *args, **kwargs):
        CountingSaver.saves += 1
        return super(CountingSaver, self).save(*args, **kwargs)


class HalfAdam(tf.train.AdamOptimizer):
    def apply_gradients(self, grads_and_vars, global_step=None, name=None):
        return super(HalfAdam, self).apply_gradients([(g * 0.5, v) for g, v in grads_and_vars], global_step, name)


class Wide(tf.layers.Dense):
    def __init__(self, units, **kwargs):
        super(Wide, self).__init__(units * 2, **kwargs)


class Twice(tf.keras.layers.Dense):
    def call(self, inputs):
        return super(Twice, self).call(inputs) * 2.0


class Stacked(tf.nn.rnn_cell.GRUCell):
    def call(self, inputs, state):
        output, state = super(Stacked, self).call(inputs, state)
        return output + 1.0, state


x = tf.placeholder(tf.float32, [None, 3])
v = tf.Variable(1.0)
r = tf.get_variable("r", [], use_resource=True)
cell = tf.nn.rnn_cell.BasicLSTMCell(2)
dense = tf.layers.Dense(2)
keras = tf.keras.layers.Dense(2)
optimizer = tf.train.AdamOptimizer()
sparse = tf.SparseTensor([[0]], [1.0], [2])
dataset = tf.data.Dataset.range(3)
checks = [
    (x, tf.Tensor),
    (x, tf.Variable),
    (v, tf.Variable),
    (v, tf.Tensor),
    (r, tf.Variable),
    (x.op, tf.Operation),
    (x.shape, tf.TensorShape),
    (x.shape[0], tf.Dimension),
    (x.dtype, tf.DType),
    (x.graph, tf.Graph),
    (cell, tf.nn.rnn_cell.RNNCell),
    (cell, tf.layers.Layer),
    (cell, tf.keras.layers.Layer),
    (dense, tf.layers.Layer),
    (dense, tf.keras.layers.Layer),
    (dense, tf.keras.layers.Dense),
    (keras, tf.keras.layers.Layer),
    (keras(x) is not None and keras.kernel, tf.Variable),
    (keras, tf.layers.Layer),
    (optimizer, tf.train.Optimizer),
    (sparse, tf.SparseTensor),
    (sparse, tf.Tensor),
    (dataset, tf.data.Dataset),
    (tf.Session(), tf.Session),
    (tf.ConfigProto(), tf.ConfigProto),
    (tf.errors.NotFoundError(None, None, ""), tf.errors.OpError),
    (tf.errors.OpError(None, None, "", 1), Exception),
    (tf.keras.Sequential(), tf.keras.Model),
    (tf.train.Scaffold(), tf.train.Scaffold),
    (tf.TensorArray(tf.float32, 1), tf.TensorArray),
    (tf.FIFOQueue(1, tf.float32), tf.QueueBase),
    (tf.train.Coordinator(), tf.train.Coordinator),
    (tf.summary.FileWriter("logs"), tf.summary.FileWriter),
]
print([isinstance(value, kind) for value, kind in checks])
print(
    issubclass(tf.train.MomentumOptimizer, tf.train.Optimizer),
    issubclass(tf.layers.Dense, tf.layers.Layer),
    issubclass(tf.nn.rnn_cell.GRUCell, tf.nn.rnn_cell.RNNCell),
    issubclass(tf.errors.InvalidArgumentError, tf.OpError),
)
print(tf.is_tensor(x), tf.is_tensor(v), tf.is_tensor(1), tf.is_tensor(sparse), tf.is_tensor(np.zeros(2)))
print(
    type(x) == type(tf.constant(1)),
    type(v) == type(tf.Variable(1)),
    type(x).__name__,
    type(v).__name__,
    type(x.op).__name__,
    type(x.shape).__name__,
    type(dense).__name__,
)
print(
    tf.nn.relu.__name__,
    tf.nn.conv2d.__name__,
    tf.layers.dense.__name__,
    tf.train.AdamOptimizer.__name__,
    tf.Session.__name__,
    tf.placeholder.__name__,
    callable(tf.nn.softmax),
)
graph = NamedGraph("mine")
with graph.as_default():
    a = tf.get_variable("a", initializer=tf.constant(2.0))
    train = HalfAdam(0.1).minimize(tf.square(a))
    w = Wide(2, kernel_initializer=tf.ones_initializer())(tf.ones([1, 2]))
    t = Twice(2, kernel_initializer="ones")(tf.ones([1, 2]))
    out, _ = Stacked(2)(tf.ones([1, 2]), tf.zeros([1, 2]))
    saver = CountingSaver()
    print(tf.get_default_graph().label, w.shape, out.shape)
    with LoudSession() as sess:
        sess.run(tf.global_variables_initializer())
        sess.run(train)
        print(a.eval(), sess.run([w, t]), saver.save(sess, "model"), CountingSaver.saves)
before = tf.nn.relu
tf.nn.relu = lambda value, name=None: tf.identity(value, name or "patched")
print(tf.nn.relu(x).name)
tf.nn.relu = before
print(tf.nn.relu(x).name)
old = tf.Session.run
tf.Session.run = lambda self, fetches, *args, **kwargs: ("patched", old(self, fetches, *args, **kwargs))
with tf.Session() as sess:
    print(sess.run(tf.constant(4)))
tf.Session.run = old
tf.my_own_name = 3
print(tf.my_own_name, hasattr(tf, "another"), getattr(tf, "another", "default"), "Session" in dir(tf), tf.__name__)
config = copy.deepcopy(tf.ConfigProto(allow_soft_placement=True))
print(
    config.allow_soft_placement,
    copy.copy(tf.float32) is tf.float32,
    copy.copy(x) is x,
    copy.copy(cell).state_size,
)
print(
    tf.Session.run is old,
    tf.Tensor.__add__ is not None,
    tf.Tensor.OVERLOADABLE_OPERATORS >= {"__add__", "__getitem__"},
    tf.newaxis,
    tf.GRAPH_DEF_VERSION > 20,
    tf.AUTO_REUSE,
)
