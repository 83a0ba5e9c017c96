"""`tf.nn.rnn_cell` and the loops over cells."""

import numpy as np
import tensorflow as tf

tf.set_random_seed(7)
x = tf.placeholder(tf.float32, [2, 4, 3], name="x")
lengths = tf.constant([4, 2])
data = np.linspace(-1, 1, 24).astype(np.float32).reshape(2, 4, 3)


class Counting(tf.nn.rnn_cell.RNNCell):
    def __init__(self, units, reuse=None):
        super(Counting, self).__init__(_reuse=reuse)
        self._units = units

    @property
    def state_size(self):
        return self._units

    @property
    def output_size(self):
        return self._units

    def call(self, inputs, state):
        w = tf.get_variable("w", [inputs.get_shape()[-1].value, self._units], initializer=tf.ones_initializer())
        new = tf.matmul(inputs, w) + state
        return new, new


class Old(tf.nn.rnn_cell.RNNCell):
    state_size = 2
    output_size = 2

    def __call__(self, inputs, state, scope=None):
        with tf.variable_scope(scope or type(self).__name__):
            w = tf.get_variable("w", [3, 2], initializer=tf.ones_initializer())
        return tf.matmul(inputs, w) + state, state + 1.0


def run(name, make):
    with tf.variable_scope(name, initializer=tf.random_uniform_initializer(-0.5, 0.6, seed=5)):
        return make()


cells = {
    "basic": lambda: tf.nn.rnn_cell.BasicRNNCell(2),
    "gru": lambda: tf.nn.rnn_cell.GRUCell(2),
    "basic_lstm": lambda: tf.nn.rnn_cell.BasicLSTMCell(2, forget_bias=1.0),
    "lstm": lambda: tf.nn.rnn_cell.LSTMCell(2, use_peepholes=True, num_proj=3),
    "multi": lambda: tf.nn.rnn_cell.MultiRNNCell([tf.nn.rnn_cell.BasicLSTMCell(2) for _ in range(2)]),
    "dropout": lambda: tf.nn.rnn_cell.DropoutWrapper(
        tf.nn.rnn_cell.GRUCell(2), input_keep_prob=1.0, output_keep_prob=1.0
    ),
    "counting": lambda: Counting(2),
    "old": lambda: Old(),
    "residual": lambda: tf.nn.rnn_cell.ResidualWrapper(tf.nn.rnn_cell.GRUCell(3)),
    "flat": lambda: tf.nn.rnn_cell.LSTMCell(2, state_is_tuple=False),
    "device": lambda: tf.nn.rnn_cell.DeviceWrapper(tf.nn.rnn_cell.GRUCell(2), "/cpu:0"),
}
fetches = []
for key in sorted(cells):
    cell = cells[key]()
    outputs, state = run(key, lambda: tf.nn.dynamic_rnn(cell, x, sequence_length=lengths, dtype=tf.float32))
    print(
        key, type(cell).__name__, outputs.name, outputs.shape, type(state).__name__, cell.state_size, cell.output_size
    )
    fetches.append((key, outputs, state))
zero = tf.nn.rnn_cell.BasicLSTMCell(2).zero_state(2, tf.float32)
print(type(zero).__name__, zero.c.name, zero._fields, zero.h.shape, tf.nn.rnn_cell.LSTMStateTuple(1, 2))
static, static_state = run(
    "static", lambda: tf.nn.static_rnn(tf.nn.rnn_cell.GRUCell(2), tf.unstack(x, axis=1), dtype=tf.float32)
)
print(len(static), static[-1].name, static_state.name)
both, both_state = run(
    "both",
    lambda: tf.nn.bidirectional_dynamic_rnn(
        tf.nn.rnn_cell.GRUCell(2), tf.nn.rnn_cell.GRUCell(2), x, lengths, dtype=tf.float32
    ),
)
print(both[0].name, both[1].name, both_state[0].name)
sides = run(
    "sides",
    lambda: tf.nn.static_bidirectional_rnn(
        tf.nn.rnn_cell.GRUCell(2), tf.nn.rnn_cell.GRUCell(2), tf.unstack(x, axis=1), dtype=tf.float32
    ),
)
print(len(sides), sides[0][0].name)
stepper = tf.nn.rnn_cell.BasicLSTMCell(2, name="stepper")
step_state = stepper.zero_state(2, tf.float32)
for t in range(2):
    step_out, step_state = stepper(x[:, t], step_state)
print(step_out.name, step_state.h.name, [v.name for v in stepper.variables])
raw_cell = tf.nn.rnn_cell.GRUCell(2)
series = tf.TensorArray(tf.float32, 4).unstack(tf.transpose(x, [1, 0, 2]))


def loop_fn(time, cell_output, cell_state, loop_state):
    if cell_output is None:
        next_state = raw_cell.zero_state(2, tf.float32)
    else:
        next_state = cell_state
    finished = time >= lengths
    return (
        finished,
        tf.cond(tf.reduce_all(finished), lambda: tf.zeros([2, 3]), lambda: series.read(time)),
        next_state,
        cell_output,
        None,
    )


raw_outputs, raw_state, _ = run("raw", lambda: tf.nn.raw_rnn(raw_cell, loop_fn))
print(raw_outputs.stack().name, raw_state.name)
for v in tf.global_variables():
    print(v.name, v.shape.as_list())
loss = tf.reduce_sum([tf.reduce_sum(o) for _, o, _ in fetches])
gradients = tf.gradients(loss, tf.trainable_variables())
print([g.name if g is not None else None for g in gradients][:4])
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for key, outputs, state in fetches:
        print(key, np.round(sess.run(outputs, {x: data}).sum(axis=(0, 2)), 5).tolist())
    print(
        np.round(sess.run(static[-1], {x: data}), 5).tolist(),
        np.round(sess.run(both[1], {x: data}).sum(), 4),
        np.round(sess.run(step_out, {x: data}), 5).tolist(),
    )
    print(np.round(sess.run(raw_state, {x: data}), 5).tolist())
    print(
        round(float(np.sum([np.abs(g).sum() for g in sess.run([g for g in gradients if g is not None], {x: data})])), 3)
    )
for wrong in (
    lambda: tf.nn.dynamic_rnn(tf.nn.rnn_cell.GRUCell(2), x),
    lambda: tf.nn.dynamic_rnn(3, x, dtype=tf.float32),
    lambda: tf.nn.rnn_cell.MultiRNNCell([]),
    lambda: tf.nn.rnn_cell.DropoutWrapper(tf.nn.rnn_cell.GRUCell(2), input_keep_prob=2.0),
    lambda: tf.nn.rnn_cell.BasicLSTMCell(2)(x[:, 0], (tf.zeros([2, 2]),)),
    lambda: run("basic", lambda: tf.nn.dynamic_rnn(tf.nn.rnn_cell.BasicRNNCell(2), x, dtype=tf.float32)),
):
    try:
        print("value", wrong())
    except Exception as error:
        print(type(error).__name__)
