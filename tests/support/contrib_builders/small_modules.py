"""Modules of `tf.contrib` with a handful of names each."""

from typing import Any

import numpy as np

from tests.support.contrib_builders.play import trained
from tests.support.contrib_builders.registry import builder


def _numbers(tf: Any, *shape: int) -> Any:
    return tf.constant(np.sin(np.arange(np.prod(shape), dtype=np.float32)).reshape(shape))


@builder
def sparse_softmax(tf: Any) -> Any:
    logits, labels = 2 * _numbers(tf, 3, 4), tf.one_hot([0, 2, 3], 4)
    p = tf.contrib.sparsemax.sparsemax(logits)
    loss = tf.contrib.sparsemax.sparsemax_loss(logits, p, labels)
    return p, loss, tf.gradients(loss, logits)


@builder
def iterative_solvers(tf: Any) -> Any:
    solvers = tf.contrib.solvers
    matrix = _numbers(tf, 4, 3)
    square = tf.matmul(matrix, matrix, transpose_a=True) + tf.eye(3)
    operator = solvers.util.create_operator(square)
    right = _numbers(tf, 3)
    return (
        solvers.linear_equations.conjugate_gradient(operator, right),
        solvers.linear_equations.conjugate_gradient(
            operator, right, solvers.util.identity_operator(square), x=tf.ones([3]), max_iter=2
        ),
        solvers.least_squares.cgls(solvers.util.create_operator(matrix), _numbers(tf, 4), max_iter=2),
    )


@builder
def bidiagonal(tf: Any) -> Any:
    lanczos, util = tf.contrib.solvers.lanczos, tf.contrib.solvers.util
    operator = util.create_operator(_numbers(tf, 5, 4) + tf.eye(5, 4))
    u, v, alpha, beta = lanczos.lanczos_bidiag(operator, 3, starting_vector=_numbers(tf, 5) + 1.0)
    return u, v, alpha, beta, lanczos.bidiag_matmul(u, alpha, beta), lanczos.bidiag_matmul(v, alpha, beta, True)


@builder
def scaled_loss(tf: Any) -> Any:
    weights = tf.get_variable("weights", initializer=np.float32([0.5, -0.3]))
    loss = tf.reduce_sum(tf.square(weights - 1.0))
    manager = tf.contrib.mixed_precision.ExponentialUpdateLossScaleManager(8.0, 3)
    optimizer = tf.contrib.mixed_precision.LossScaleOptimizer(tf.train.GradientDescentOptimizer(0.1), manager)
    return trained(optimizer.minimize(loss), [loss, weights, manager.get_loss_scale()])


@builder
def resampled_images(tf: Any) -> Any:
    image, points = _numbers(tf, 2, 3, 4, 2), 3 * _numbers(tf, 2, 5, 2) + 1.0
    values = tf.contrib.resampler.resampler(image, points)
    return values, tf.gradients(values**2, [image, points])


@builder
def next_string(tf: Any) -> Any:
    counter = tf.Variable(-1, trainable=False, dtype=tf.int64, use_resource=False)
    text = tf.contrib.input_pipeline.obtain_next(tf.constant(["a", "b", "c"]), counter)
    return lambda session: [session.run(text) for _ in range(5)]


@builder
def copied_graph(tf: Any) -> Any:
    copy = tf.contrib.copy_graph
    here, there = tf.get_default_graph(), tf.Graph()
    variable = tf.Variable([1.0, 2.0], name="kept")
    out = tf.multiply(variable, 3.0, name="out")
    copied = copy.copy_variable_to_graph(variable, there)
    result = copy.copy_op_to_graph(out, there, [copied], "inside")
    assert copy.get_copied_op(out, there, "inside") is result and here is not there
    with tf.Session(graph=there) as session:
        session.run([v.initializer for v in there.get_collection("variables")])
        value = session.run(copied)
    return tf.constant(sorted(op.name for op in there.get_operations() if op.type != "NoOp")), tf.constant(value)


@builder
def differential_equations(tf: Any) -> Any:
    integrate = tf.contrib.integrate
    start, times = tf.constant([1.0, 0.0], tf.float64), np.linspace(0.0, 3.0, 4)

    def turn(y: Any, t: Any) -> Any:
        return tf.stack([y[1], -y[0]]) * tf.cast(1.0 + 0.1 * t, tf.float64)

    states, about = integrate.odeint(turn, start, times, 1e-5, 1e-8, full_output=True)
    return (
        states,
        about["num_func_evals"],
        integrate.odeint_fixed(turn, start, times, dt=0.4),
        integrate.odeint_fixed(turn, start, times, method="midpoint"),
    )


@builder
def kernel_features(tf: Any) -> Any:
    methods = tf.contrib.kernel_methods
    features = methods.RandomFourierFeatureMapper(3, 5, 2.0, seed=4).map(_numbers(tf, 2, 3))
    labels = tf.constant([[1], [0]])
    return features, methods.sparse_multiclass_hinge_loss(labels, features, tf.constant([0.5, 2.0]))


@builder
def signals(tf: Any) -> Any:
    signal = tf.contrib.signal
    wave = _numbers(tf, 1, 40)
    spectrum = signal.stft(wave, 16, 8, 16)
    mel = tf.tensordot(tf.abs(spectrum), signal.linear_to_mel_weight_matrix(5, 9, 8000, 80.0, 3800.0), 1)
    return (
        signal.frame(wave, 7, 3, pad_end=True),
        spectrum,
        signal.inverse_stft(spectrum, 16, 8, window_fn=signal.inverse_stft_window_fn(8)),
        mel,
        signal.mfccs_from_log_mel_spectrograms(tf.log(mel + 1e-6)),
        signal.overlap_and_add(_numbers(tf, 4, 6), 3),
        signal.hann_window(5),
        signal.hamming_window(6, periodic=False),
    )


@builder
def tables(tf: Any) -> Any:
    lookup = tf.contrib.lookup
    words = tf.constant(["red", "green", "blue"])
    to_index = lookup.index_table_from_tensor(words, num_oov_buckets=2)
    to_word = lookup.index_to_string_table_from_tensor(words, default_value="none")
    fixed = lookup.HashTable(lookup.KeyValueTensorInitializer(["a", "b"], [5, 6]), -1)
    query = tf.constant(["blue", "pink", "red", "grey"])
    return (
        to_index.lookup(query),
        to_word.lookup(tf.constant([2, 7, 0], tf.int64)),
        fixed.lookup(tf.constant(["b", "z"])),
        fixed.size(),
        lookup.string_to_index(query, words),
        lookup.index_to_string(tf.constant([1], tf.int64), words),
    )


@builder
def datasets(tf: Any) -> Any:
    data = tf.contrib.data
    numbers = tf.data.Dataset.range(7)
    made = [
        numbers.apply(data.batch_and_drop_remainder(3)),
        numbers.apply(data.sliding_window_batch(3, window_shift=2)),
        numbers.apply(data.map_and_batch(lambda x: x * x, 4)),
        numbers.apply(data.group_by_window(lambda x: x % 2, lambda _, group: group.batch(4), 4)),
        numbers.apply(data.enumerate_dataset(5)),
        numbers.batch(3).apply(data.unbatch()),
        numbers.apply(data.scan(tf.constant(0, tf.int64), lambda total, x: (total + x, total + x))),
        numbers.map(lambda x: tf.range(x)).apply(data.padded_batch_and_drop_remainder(3, [None])),
        numbers.apply(data.shuffle_and_repeat(4, 2, seed=3)),
        data.choose_from_datasets([numbers, numbers.map(lambda x: -x)], tf.data.Dataset.range(2).repeat(3)),
        data.Counter(3, 4).take(3),
        numbers.apply(data.assert_element_shape(tf.TensorShape([]))),
    ]
    return [data.reduce_dataset(each, _last(tf)) for each in made[5:7]] + [
        each.make_one_shot_iterator().get_next() for each in made
    ]


def _last(tf: Any) -> Any:
    zero = lambda _: tf.constant(0, tf.int64)  # noqa: E731
    return tf.contrib.data.Reducer(zero, lambda total, x: total * 2 + x, lambda total: total)


@builder
def second_optimizers(tf: Any) -> Any:
    """`tf.contrib.optimizer_v2`: two of them, one that holds a gradient back."""
    optimizers = tf.contrib.optimizer_v2
    a, b = tf.get_variable("a", initializer=0.5), tf.get_variable("b", initializer=2.0)
    square = a * a
    loss = square * b + tf.square(b)
    first = optimizers.AdamOptimizer(0.05).minimize(loss, var_list=[a, b])
    then = optimizers.RMSPropOptimizer(0.05, momentum=0.5).minimize(loss, var_list=[b], stop_gradients=[square])
    once, again = trained(first, [a, b], 5), trained(then, [a, b], 5)
    return lambda session: [once(session), again(session)]


@builder
def resampled_periodically(tf: Any) -> Any:
    resample = tf.contrib.periodic_resample.periodic_resample
    return resample(_numbers(tf, 2, 3, 8), [4, 6, None]), resample(_numbers(tf, 3, 6), [7, None])
