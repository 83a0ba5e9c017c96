"""The feature columns of `tf.contrib.layers`: as inputs of networks, in linear models, and by themselves."""

from typing import Any, Dict

import numpy as np

from tests.support.contrib_builders.play import trained
from tests.support.contrib_builders.registry import builder


def _features(tf: Any) -> Dict[str, Any]:
    """Three examples; the second has no word."""
    places = [[0, 0], [0, 1], [2, 0]]
    return {
        "age": tf.constant([[17.0], [42.0], [65.0]]),
        "size": tf.constant(np.arange(6, dtype=np.float32).reshape(3, 2)),
        "word": tf.SparseTensor(places, ["ape", "bee", "cat"], [3, 2]),
        "place": tf.SparseTensor([[0, 0], [1, 0], [2, 0]], ["north", "south", "north"], [3, 1]),
        "number": tf.SparseTensor(places, tf.constant([4, 1, 7], tf.int64), [3, 2]),
        "weight": tf.SparseTensor(places, [0.5, 2.0, 1.5], [3, 2]),
    }


@builder
def network_input(tf: Any) -> Any:
    layers = tf.contrib.layers
    word = layers.sparse_column_with_hash_bucket("word", 7)
    number = layers.sparse_column_with_integerized_feature("number", 8, combiner="mean")
    age = layers.real_valued_column("age", normalizer=lambda x: (x - 40.0) / 10.0)
    columns = [
        layers.embedding_column(word, 3),
        layers.embedding_column(layers.weighted_sparse_column(number, "weight"), 2, combiner="sum"),
        layers.one_hot_column(layers.sparse_column_with_keys("place", ["south", "north"])),
        layers.bucketized_column(layers.real_valued_column("size", dimension=2), [1.0, 3.0, 3.0]),
        age,
    ]
    outputs: Dict[Any, Any] = {}
    made = layers.input_from_feature_columns(_features(tf), columns, weight_collections=["mine"], cols_to_outs=outputs)
    return [made, outputs[age]]


@builder
def shared_embeddings(tf: Any) -> Any:
    layers = tf.contrib.layers
    both = [layers.sparse_column_with_hash_bucket(name, 5) for name in ("word", "place")]
    columns = layers.shared_embedding_columns(both, dimension=3, max_norm=1.0)
    return layers.input_from_feature_columns(_features(tf), columns)


@builder
def scattered_embeddings(tf: Any) -> Any:
    layers = tf.contrib.layers
    key = layers.SPARSE_FEATURE_CROSS_DEFAULT_HASH_KEY
    columns = [layers.scattered_embedding_column("word", size=17, dimension=4, hash_key=key)]
    return layers.input_from_feature_columns(_features(tf), columns)


@builder
def linear_model(tf: Any) -> Any:
    layers = tf.contrib.layers
    word = layers.sparse_column_with_hash_bucket("word", 7, combiner="sqrtn")
    place = layers.sparse_column_with_keys("place", ["south", "north"])
    age = layers.bucketized_column(layers.real_valued_column("age"), [18, 25, 60])
    columns = [
        word,
        place,
        age,
        layers.crossed_column([word, place, age], 11),
        layers.crossed_column([place, age], 13, hash_key=layers.SPARSE_FEATURE_CROSS_DEFAULT_HASH_KEY),
        layers.real_valued_column("size", dimension=2),
        layers.weighted_sparse_column(layers.sparse_column_with_integerized_feature("number", 8), "weight"),
    ]
    outputs, _, _ = layers.weighted_sum_from_feature_columns(_features(tf), columns, num_outputs=2)
    loss = tf.reduce_mean(tf.squared_difference(outputs, [[1.0, 2.0], [0.0, -1.0], [3.0, 0.5]]))
    step = tf.train.AdagradOptimizer(0.3).minimize(loss)
    return trained(step, [loss, tf.global_variables()])


@builder
def joint_linear_model(tf: Any) -> Any:
    layers = tf.contrib.layers
    columns = [
        layers.sparse_column_with_hash_bucket("word", 7),
        layers.sparse_column_with_integerized_feature("number", 8),
    ]
    outputs, _, _ = layers.joint_weighted_sum_from_feature_columns(_features(tf), columns, num_outputs=3)
    step = tf.train.GradientDescentOptimizer(0.5).minimize(tf.reduce_sum(tf.square(outputs - 1.0)))
    return trained(step, outputs)


@builder
def wide_and_deep(tf: Any) -> Any:
    layers = tf.contrib.layers
    features = _features(tf)
    word = layers.sparse_column_with_hash_bucket("word", 6)
    deep = layers.input_from_feature_columns(
        features, [layers.embedding_column(word, 3), layers.real_valued_column("size", dimension=2)]
    )
    deep = layers.fully_connected(layers.fully_connected(deep, 5), 1, activation_fn=None)
    wide, _, _ = layers.weighted_sum_from_feature_columns(features, [word], num_outputs=1)
    loss = tf.losses.sigmoid_cross_entropy([[1.0], [0.0], [1.0]], deep + wide)
    return trained(tf.train.AdamOptimizer(0.1).minimize(loss), loss)


@builder
def transformed(tf: Any) -> Any:
    """Ids of crosses by both hashes, and of several hashes of one value."""
    layers = tf.contrib.layers
    word = layers.sparse_column_with_hash_bucket("word", 1000)
    place = layers.sparse_column_with_hash_bucket("place", 1000)
    age = layers.bucketized_column(layers.real_valued_column("age"), [18, 25, 60])
    number = layers.sparse_column_with_integerized_feature("number", 8)
    columns = [
        layers.crossed_column([word, place], 100000),
        layers.crossed_column([word, place, age, number], 100000),
        layers.crossed_column([layers.crossed_column([word, age], 50), number], 100000, hash_key=12345),
        layers.sparse_column_with_hash_bucket("word", 900, hash_keys=[[1, 2], [3, 4]]),
    ]
    found = layers.transform_features(_features(tf), columns)
    return [found[column] for column in columns]


@builder
def parsed(tf: Any) -> Any:
    layers = tf.contrib.layers
    columns = [
        layers.sparse_column_with_hash_bucket("word", 9),
        layers.real_valued_column("age", default_value=30.0),
        layers.real_valued_column("size", dimension=2, dtype=tf.int64),
    ]

    def example(words: Any, sizes: Any) -> Any:
        feature = {
            "word": tf.train.Feature(bytes_list=tf.train.BytesList(value=words)),
            "size": tf.train.Feature(int64_list=tf.train.Int64List(value=sizes)),
        }
        return tf.train.Example(features=tf.train.Features(feature=feature)).SerializeToString()

    serialized = tf.constant([example([b"ape", b"bee"], [1, 2]), example([], [3, 4])])
    found = layers.parse_feature_columns_from_examples(serialized, columns)
    return [found[column] for column in columns]


@builder
def sequence_input(tf: Any) -> Any:
    layers = tf.contrib.layers
    words = tf.SparseTensor([[0, 0, 0], [0, 1, 0], [1, 0, 1]], ["ape", "bee", "cat"], [2, 3, 2])
    features = {"word": words, "size": tf.constant(np.arange(24, dtype=np.float32).reshape(2, 3, 4))}
    columns = [
        layers.embedding_column(layers.sparse_column_with_hash_bucket("word", 5), 3),
        layers.one_hot_column(layers.sparse_column_with_keys("word", ["cat", "ape"])),
        layers.real_valued_column("size", dimension=4),
    ]
    return layers.sequence_input_from_feature_columns(features, columns)
