"""Feature columns of sequences. Sizes: batch 2, steps 3."""

from typing import Any

from tests.support.contrib_builders.play import trained
from tests.support.contrib_builders.registry import builder


def _words(tf: Any) -> Any:
    return tf.SparseTensor([[0, 0], [1, 0], [1, 1], [1, 2]], ["a", "b", "c", "a"], [2, 3])


@builder
def embedded(tf: Any) -> Any:
    fc = tf.contrib.feature_column
    features = {
        "word": _words(tf),
        "id": tf.SparseTensor([[0, 0], [1, 0], [1, 1], [1, 2]], tf.constant([2, 0, 1, 1], tf.int64), [2, 3]),
        "number": tf.SparseTensor([[0, 0], [1, 0], [1, 1], [1, 2]], [0.5, 1.0, 2.0, 3.0], [2, 3]),
    }
    columns = [
        tf.feature_column.embedding_column(fc.sequence_categorical_column_with_vocabulary_list("word", ["a", "b"]), 4),
        tf.feature_column.indicator_column(
            fc.sequence_categorical_column_with_identity("id", num_buckets=3, default_value=0)
        ),
        fc.sequence_numeric_column("number", normalizer_fn=None),
    ]
    layer, lengths = fc.sequence_input_layer(features, columns)
    cell = tf.nn.rnn_cell.BasicRNNCell(2)
    _, state = tf.nn.dynamic_rnn(cell, layer, sequence_length=lengths, dtype=tf.float32)
    loss = tf.reduce_mean(tf.square(state - 0.5))
    step = tf.train.GradientDescentOptimizer(0.2).minimize(loss)
    return trained(step, [loss, layer, lengths])


@builder
def numbers_of_two(tf: Any) -> Any:
    fc = tf.contrib.feature_column
    values = tf.SparseTensor([[0, 0], [0, 1], [1, 0], [1, 1], [1, 2], [1, 3]], [0.0, 1.0, 2.0, 3.0, 4.0, 5.0], [2, 4])
    return fc.sequence_input_layer({"x": values}, [fc.sequence_numeric_column("x", shape=(2,), default_value=-1.0)])


@builder
def hashed(tf: Any) -> Any:
    fc = tf.contrib.feature_column
    column = fc.sequence_categorical_column_with_hash_bucket("word", 5)
    return fc.sequence_input_layer({"word": _words(tf)}, [tf.feature_column.indicator_column(column)])
