"""tf.data pipelines and their iterators."""

from typing import Any

from .registry import add, builder


def _three(tf: Any, dataset: Any) -> Any:
    following = tf.data.make_one_shot_iterator(dataset).get_next()
    return lambda session: [session.run(following) for _ in range(3)]


def _initialized(tf: Any, dataset: Any) -> Any:
    iterator = tf.data.make_initializable_iterator(dataset)
    following = iterator.get_next()
    return lambda session: [session.run(iterator.initializer)] + [session.run(following) for _ in range(3)]


def _range(tf: Any) -> Any:
    return tf.data.Dataset.from_tensor_slices(list(range(12)))


_DATASETS = {
    "slices": lambda tf: _range(tf),
    "slices_pair": lambda tf: tf.data.Dataset.from_tensor_slices(([[1.0], [2.0], [3.0]], [1, 2, 3])).batch(1),
    "slices_dict": lambda tf: tf.data.Dataset.from_tensor_slices({"x": [1.0, 2.0, 3.0], "y": [1, 2, 3]}),
    "tensors": lambda tf: tf.data.Dataset.from_tensors([1.0, 2.0]).repeat(),
    "range": lambda tf: tf.data.Dataset.range(10),
    "batch": lambda tf: _range(tf).batch(4),
    "batch_drop": lambda tf: _range(tf).batch(4, drop_remainder=True),
    "repeat_batch": lambda tf: _range(tf).repeat(2).batch(5),
    "map": lambda tf: _range(tf).map(lambda x: x * 2),
    "map_parallel": lambda tf: _range(tf).map(lambda x: x * 2, num_parallel_calls=2),
    "map_random": lambda tf: _range(tf).map(lambda x: tf.random_uniform([2])),
    "map_random_cast": lambda tf: _range(tf).map(lambda x: tf.cast(x, tf.float32) + tf.random_normal([])),
    "filter": lambda tf: _range(tf).filter(lambda x: x > 4),
    "flat_map": lambda tf: _range(tf).flat_map(lambda x: tf.data.Dataset.from_tensors(x).repeat(2)),
    "interleave": lambda tf: _range(tf).interleave(lambda x: tf.data.Dataset.from_tensors(x), 2, 1),
    "take_skip": lambda tf: _range(tf).skip(2).take(5),
    "prefetch_cache": lambda tf: _range(tf).cache().prefetch(1),
    "shard": lambda tf: _range(tf).shard(2, 1),
    "zip": lambda tf: tf.data.Dataset.zip((_range(tf), tf.data.Dataset.range(12))),
    "concatenate": lambda tf: _range(tf).take(1).concatenate(_range(tf)),
    "padded_batch": lambda tf: _range(tf).map(lambda x: tf.fill([x], x)).padded_batch(3, [None]),
    "window": lambda tf: _range(tf).window(2).flat_map(lambda x: x.batch(2)),
    "generator": lambda tf: tf.data.Dataset.from_generator(lambda: iter([1, 2, 3]), tf.int32, []),
    "map_and_batch": lambda tf: _range(tf).apply(tf.data.experimental.map_and_batch(lambda x: x + 1, 3)),
}


_SHUFFLES = {
    "shuffle": lambda tf, seed: _range(tf).shuffle(12, seed=seed),
    "shuffle_small_buffer": lambda tf, seed: _range(tf).shuffle(3, seed=seed),
    "shuffle_repeat_batch": lambda tf, seed: _range(tf).shuffle(12, seed=seed).repeat().batch(8),
    "shuffle_fixed": lambda tf, seed: _range(tf).shuffle(12, seed, reshuffle_each_iteration=False).repeat().batch(8),
    "repeat_shuffle": lambda tf, seed: _range(tf).repeat().shuffle(12, seed=seed).batch(8),
    "shuffle_and_repeat": lambda tf, seed: (
        _range(tf).apply(tf.data.experimental.shuffle_and_repeat(12, seed=seed)).batch(8)
    ),
}


def _shuffled(make: Any, read: Any) -> Any:
    return lambda tf, seed: read(tf, make(tf, seed))


def _read(make: Any, read: Any) -> Any:
    return lambda tf: read(tf, make(tf))


for _name, _make in sorted(_DATASETS.items()):
    add("datasets", "%s_one_shot" % _name, _read(_make, _three))
    add("datasets", "%s_initializable" % _name, _read(_make, _initialized))


for _name, _make in sorted(_SHUFFLES.items()):
    add("datasets", "%s_one_shot" % _name, _shuffled(_make, _three))
    add("datasets", "%s_initializable" % _name, _shuffled(_make, _initialized))


@builder
def reinitializable(tf: Any) -> Any:
    iterator = tf.data.Iterator.from_structure(tf.int32, tf.TensorShape([]))
    following = iterator.get_next()
    start = iterator.make_initializer(_range(tf).shuffle(12))
    return lambda session: [session.run(start), session.run(following), session.run(following)]


@builder
def model(tf: Any) -> Any:
    dataset = tf.data.Dataset.from_tensor_slices(([[1.0, 2.0], [3.0, 4.0]], [0, 1])).shuffle(2).repeat().batch(2)
    features, labels = tf.data.make_one_shot_iterator(dataset).get_next()
    logits = tf.layers.dense(features, 2)
    loss = tf.losses.sparse_softmax_cross_entropy(labels, logits)
    step = tf.train.AdamOptimizer(0.1).minimize(loss)
    return lambda session: [session.run(step), session.run([loss, logits])]
