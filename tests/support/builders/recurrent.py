"""tf.nn.rnn_cell and the loops around the cells."""

from typing import Any

from .registry import add, builder


def _inputs(tf: Any) -> Any:
    return tf.reshape(tf.range(24.0) / 24.0, [2, 4, 3])


_CELLS = {
    "basic_rnn": lambda tf: tf.nn.rnn_cell.BasicRNNCell(2),
    "gru": lambda tf: tf.nn.rnn_cell.GRUCell(2),
    "basic_lstm": lambda tf: tf.nn.rnn_cell.BasicLSTMCell(2),
    "basic_lstm_forget": lambda tf: tf.nn.rnn_cell.BasicLSTMCell(2, forget_bias=0.0, state_is_tuple=True),
    "basic_lstm_one_tensor": lambda tf: tf.nn.rnn_cell.BasicLSTMCell(2, state_is_tuple=False),
    "lstm": lambda tf: tf.nn.rnn_cell.LSTMCell(2),
    "lstm_initializer": lambda tf: tf.nn.rnn_cell.LSTMCell(2, initializer=tf.random_uniform_initializer(-1, 1)),
    "lstm_peepholes": lambda tf: tf.nn.rnn_cell.LSTMCell(2, use_peepholes=True),
    "lstm_projection": lambda tf: tf.nn.rnn_cell.LSTMCell(3, num_proj=2, cell_clip=1.0, proj_clip=1.0),
    "multi": lambda tf: tf.nn.rnn_cell.MultiRNNCell([tf.nn.rnn_cell.BasicLSTMCell(2) for _ in range(2)]),
    "dropout": lambda tf: tf.nn.rnn_cell.DropoutWrapper(tf.nn.rnn_cell.GRUCell(2), 0.7, 0.8, 0.9),
    "dropout_output": lambda tf: tf.nn.rnn_cell.DropoutWrapper(tf.nn.rnn_cell.BasicLSTMCell(2), output_keep_prob=0.5),
    "dropout_tensor": lambda tf: tf.nn.rnn_cell.DropoutWrapper(
        tf.nn.rnn_cell.BasicLSTMCell(2), output_keep_prob=tf.constant(0.5)
    ),
    "dropout_seeded": lambda tf: tf.nn.rnn_cell.DropoutWrapper(tf.nn.rnn_cell.LSTMCell(2), 0.5, 0.5, 0.5, seed=4),
    "dropout_variational": lambda tf: tf.nn.rnn_cell.DropoutWrapper(
        tf.nn.rnn_cell.GRUCell(2), 0.5, 0.5, 0.5, variational_recurrent=True, input_size=3, dtype=tf.float32
    ),
    "residual": lambda tf: tf.nn.rnn_cell.ResidualWrapper(tf.nn.rnn_cell.GRUCell(3)),
    "device": lambda tf: tf.nn.rnn_cell.DeviceWrapper(tf.nn.rnn_cell.GRUCell(2), "/cpu:0"),
}


def _dynamic(make: Any, at_once: Any = None) -> Any:
    def build(tf: Any) -> Any:
        outputs, state = tf.nn.dynamic_rnn(make(tf), _inputs(tf), dtype=tf.float32, parallel_iterations=at_once)
        return [outputs, state, tf.random_normal([2])]

    return build


def _static(make: Any) -> Any:
    def build(tf: Any) -> Any:
        outputs, state = tf.nn.static_rnn(make(tf), tf.unstack(_inputs(tf), 4, 1), dtype=tf.float32)
        return [outputs[-1], state, tf.random_normal([2])]

    return build


def _called(make: Any) -> Any:
    def build(tf: Any) -> Any:
        cell = make(tf)
        return cell(tf.ones([2, 3]), cell.zero_state(2, tf.float32))

    return build


for _name, _make in sorted(_CELLS.items()):
    add("recurrent", _name + "_cell", _called(_make))
    # The draws for the inputs of several steps race in 1.15 too, unless there is one step at a time.
    add("recurrent", _name + "_dynamic", _dynamic(_make, 1 if _name == "dropout" else None))
    add("recurrent", _name + "_static", _static(_make))


def _trained(tf: Any, outputs: Any) -> Any:
    loss = tf.reduce_mean(tf.square(outputs))
    step = tf.train.AdamOptimizer(0.1).minimize(loss)
    fetches = [loss, tf.trainable_variables(), tf.random_normal([2])]
    return lambda session: [session.run(step), session.run(step), session.run(fetches)]


@builder
def train_basic_lstm_dynamic(tf: Any) -> Any:
    return _trained(tf, tf.nn.dynamic_rnn(tf.nn.rnn_cell.BasicLSTMCell(2), _inputs(tf), dtype=tf.float32)[0])


@builder
def train_gru_dynamic_lengths(tf: Any) -> Any:
    cell = tf.nn.rnn_cell.GRUCell(2)
    return _trained(tf, tf.nn.dynamic_rnn(cell, _inputs(tf), sequence_length=[2, 4], dtype=tf.float32)[0])


@builder
def train_lstm_static(tf: Any) -> Any:
    steps = tf.unstack(_inputs(tf), 4, 1)
    return _trained(tf, tf.nn.static_rnn(tf.nn.rnn_cell.LSTMCell(2), steps, dtype=tf.float32)[0][-1])


@builder
def train_multi_dropout(tf: Any) -> Any:
    def cell() -> Any:
        return tf.nn.rnn_cell.DropoutWrapper(tf.nn.rnn_cell.BasicLSTMCell(3), output_keep_prob=0.5)

    stacked = tf.nn.rnn_cell.MultiRNNCell([cell(), cell()], state_is_tuple=True)
    state = stacked.zero_state(2, tf.float32)
    outputs, _ = tf.nn.dynamic_rnn(stacked, _inputs(tf), initial_state=state)
    return _trained(tf, tf.layers.dense(outputs[:, -1], 2))


@builder
def dynamic_time_major(tf: Any) -> Any:
    return tf.nn.dynamic_rnn(tf.nn.rnn_cell.GRUCell(2), _inputs(tf), dtype=tf.float32, time_major=True)


@builder
def dynamic_placeholder(tf: Any) -> Any:
    x = tf.placeholder(tf.float32, [None, None, 3])
    lengths = tf.placeholder(tf.int32, [None])
    outputs, _ = tf.nn.dynamic_rnn(tf.nn.rnn_cell.BasicLSTMCell(2), x, lengths, dtype=tf.float32)
    step = tf.train.GradientDescentOptimizer(0.1).minimize(tf.reduce_sum(outputs))
    feed = {x: [[[1.0, 2.0, 3.0]] * 3], lengths: [2]}
    return lambda session: [session.run(step, feed), session.run(outputs, feed)]


@builder
def static_lengths(tf: Any) -> Any:
    steps = tf.unstack(_inputs(tf), 4, 1)
    return tf.nn.static_rnn(tf.nn.rnn_cell.BasicLSTMCell(2), steps, dtype=tf.float32, sequence_length=[2, 3])


@builder
def static_state_saving(tf: Any) -> Any:
    class Saver:
        def state(self, name: str) -> Any:
            return tf.zeros([2, 2])

        def save_state(self, name: str, value: Any) -> Any:
            return tf.identity(value)

    steps = tf.unstack(_inputs(tf), 4, 1)
    return tf.nn.static_state_saving_rnn(tf.nn.rnn_cell.GRUCell(2), steps, Saver(), "state")


@builder
def bidirectional_dynamic(tf: Any) -> Any:
    forward, backward = tf.nn.rnn_cell.LSTMCell(2), tf.nn.rnn_cell.LSTMCell(2)
    outputs, _ = tf.nn.bidirectional_dynamic_rnn(forward, backward, _inputs(tf), dtype=tf.float32)
    return _trained(tf, tf.concat(outputs, 2))


@builder
def bidirectional_static(tf: Any) -> Any:
    steps = tf.unstack(_inputs(tf), 4, 1)
    forward, backward = tf.nn.rnn_cell.GRUCell(2), tf.nn.rnn_cell.GRUCell(2)
    return tf.nn.static_bidirectional_rnn(forward, backward, steps, dtype=tf.float32)[0]


@builder
def raw(tf: Any) -> Any:
    cell = tf.nn.rnn_cell.LSTMCell(2)
    inputs = tf.TensorArray(tf.float32, size=4).unstack(tf.transpose(_inputs(tf), [1, 0, 2]))

    def step(time: Any, output: Any, state: Any, loop_state: Any) -> Any:
        state = cell.zero_state(2, tf.float32) if output is None else state
        done = time >= tf.constant([4, 4])
        following = tf.cond(tf.reduce_all(done), lambda: tf.zeros([2, 3]), lambda: inputs.read(time))
        return done, following, state, output, None

    outputs, state, _ = tf.nn.raw_rnn(cell, step)
    return [outputs.stack(), state]


@builder
def language_model(tf: Any) -> Any:
    embedding = tf.get_variable("embedding", [10, 3])
    inputs = tf.nn.dropout(tf.nn.embedding_lookup(embedding, [[1, 2, 3], [4, 5, 6]]), 0.9)
    cell = tf.nn.rnn_cell.BasicLSTMCell(3, forget_bias=0.0)
    state = cell.zero_state(2, tf.float32)
    outputs = []
    with tf.variable_scope("RNN"):
        for time in range(3):
            if time > 0:
                tf.get_variable_scope().reuse_variables()
            output, state = cell(inputs[:, time, :], state)
            outputs.append(output)
    logits = tf.layers.dense(tf.reshape(tf.concat(outputs, 1), [-1, 3]), 10)
    loss = tf.nn.sparse_softmax_cross_entropy_with_logits(labels=[1, 2, 3, 4, 5, 6], logits=logits)
    weights = tf.trainable_variables()
    gradients, _ = tf.clip_by_global_norm(tf.gradients(tf.reduce_sum(loss) / 2, weights), 5.0)
    step = tf.train.GradientDescentOptimizer(0.1).apply_gradients(zip(gradients, weights))
    return lambda session: [session.run(step), session.run([loss, weights[0][0]])]
