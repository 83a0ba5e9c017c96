"""Small TensorFlow 1 models whose checkpoints travel between 1.15 and here; runs under both, on Python 3.7 too."""

import collections

import numpy as np
import tensorflow as tf

Model = collections.namedtuple("Model", "train loss feed output")
IMAGES = np.linspace(-1, 1, 4 * 6 * 6).astype(np.float32).reshape(4, 6, 6, 1)
CLASSES = np.array([0, 1, 2, 1])
SERIES = np.linspace(-1, 1, 3 * 4 * 2).astype(np.float32).reshape(3, 4, 2)


def _minimize(optimizer, loss):
    step = tf.train.get_or_create_global_step()
    with tf.control_dependencies(tf.get_collection(tf.GraphKeys.UPDATE_OPS)):
        return optimizer.minimize(loss, global_step=step)


def slots():
    """A regression per optimizer, in scopes of their own; one has resource variables."""
    optimizers = [
        ("adam", tf.train.AdamOptimizer(0.05)),
        ("momentum", tf.train.MomentumOptimizer(0.05, 0.9)),
        ("rmsprop", tf.train.RMSPropOptimizer(0.05, momentum=0.5, centered=True)),
        ("adagrad", tf.train.AdagradOptimizer(0.1)),
        ("ftrl", tf.train.FtrlOptimizer(0.1)),
        ("adadelta", tf.train.AdadeltaOptimizer(1.0)),
    ]
    x = tf.placeholder(tf.float32, [None, 2], name="x")
    losses, trains = [], []
    for name, optimizer in optimizers:
        with tf.variable_scope(name, use_resource=name == "momentum"):
            w = tf.get_variable("w", [2, 3])
            b = tf.Variable(tf.zeros([3]), name="b")
        losses.append(tf.reduce_mean(tf.square(tf.matmul(x, w) + b - 1.0)))
        trains.append(optimizer.minimize(losses[-1], var_list=[w, b]))
    loss = tf.add_n(losses, name="loss")
    train = tf.group(tf.train.get_or_create_global_step().assign_add(1), *trains)
    return Model(train, loss, {"x:0": SERIES[0]}, loss)


def convnet():
    """Convolution, batch normalization, dense layers; Adam, and averages of the weights."""
    x = tf.placeholder(tf.float32, [None, 6, 6, 1], name="images")
    net = tf.layers.conv2d(x, 3, 3, activation=tf.nn.relu, name="conv")
    net = tf.layers.batch_normalization(net, training=True, name="norm")
    net = tf.layers.dense(tf.layers.flatten(net), 4, activation=tf.nn.tanh)
    logits = tf.layers.dense(net, 3, name="logits")
    output = tf.nn.softmax(logits, name="output")
    loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=CLASSES, logits=logits))
    train = _minimize(tf.train.AdamOptimizer(0.02), loss)
    averages = tf.train.ExponentialMovingAverage(0.8, num_updates=tf.train.get_global_step())
    with tf.control_dependencies([train]):
        train = averages.apply(tf.trainable_variables())
    return Model(train, loss, {"images:0": IMAGES}, output)


def recurrent():
    """LSTM, stacked LSTM and GRU cells in `dynamic_rnn`."""
    x = tf.placeholder(tf.float32, [3, 4, 2], name="series")
    cell = tf.nn.rnn_cell
    stacked = cell.MultiRNNCell([cell.BasicLSTMCell(3), cell.LSTMCell(2, use_peepholes=True)])
    first, _ = tf.nn.dynamic_rnn(stacked, x, dtype=tf.float32, scope="stacked")
    second, state = tf.nn.dynamic_rnn(cell.GRUCell(2), first, dtype=tf.float32, scope="gru")
    output = tf.identity(state, name="state")
    loss = tf.reduce_mean(tf.square(second - 0.3))
    return Model(_minimize(tf.train.MomentumOptimizer(0.2, 0.9), loss), loss, {"series:0": SERIES}, output)


def partitioned():
    """A partitioned embedding with sparse updates."""
    ids = tf.placeholder(tf.int32, [None], name="ids")
    with tf.variable_scope("embedding", partitioner=tf.fixed_size_partitioner(3)):
        table = tf.get_variable("table", [7, 2])
    output = tf.nn.embedding_lookup(table, ids, name="looked")
    loss = tf.reduce_mean(tf.square(output - 1.0))
    return Model(_minimize(tf.train.AdagradOptimizer(0.3), loss), loss, {"ids:0": [0, 6, 3, 0]}, output)


def keras_layers():
    """Keras layers under a TensorFlow optimizer."""
    x = tf.placeholder(tf.float32, [3, 4, 2], name="series")
    net = tf.keras.layers.LSTM(3, name="lstm")(x)
    net = tf.keras.layers.Dense(2, name="dense")(net)
    loss = tf.reduce_mean(tf.square(net - 0.5))
    return Model(_minimize(tf.train.RMSPropOptimizer(0.05), loss), loss, {"series:0": SERIES}, net)


MODELS = collections.OrderedDict(
    (make.__name__, make) for make in (slots, convnet, recurrent, partitioned, keras_layers)
)
