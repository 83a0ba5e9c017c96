"""`tf.data` in a graph: one-shot, initializable, reinitializable and feedable iterators."""

import numpy as np
import tensorflow as tf


def drain(sess, fetch, limit=10):
    seen = []
    try:
        for _ in range(limit):
            value = sess.run(fetch)
            seen.append(value.tolist() if hasattr(value, "tolist") else value)
    except tf.errors.OutOfRangeError as error:
        seen.append(type(error).__name__)
    return seen


dataset = tf.data.Dataset.range(5)
print(type(dataset).__name__, dataset.output_types, dataset.output_shapes, dataset.output_classes.__name__)
one_shot = dataset.map(lambda v: v * 2).filter(lambda v: v > 0).make_one_shot_iterator()
element = one_shot.get_next()
print(type(one_shot).__name__, element.name, element.shape, one_shot.output_types, one_shot.output_shapes)
bound = tf.placeholder(tf.int64, [], name="bound")
initializable = tf.data.Dataset.range(bound).make_initializable_iterator()
item = initializable.get_next()
train, test = tf.data.Dataset.range(3), tf.data.Dataset.from_tensor_slices(np.array([10, 20], np.int64))
structure = tf.data.Iterator.from_structure(train.output_types, train.output_shapes)
train_init, test_init = structure.make_initializer(train), structure.make_initializer(test)
current = structure.get_next()
handle = tf.placeholder(tf.string, [], name="handle")
feedable = tf.data.Iterator.from_string_handle(handle, train.output_types, train.output_shapes)
fed = feedable.get_next()
first, second = train.repeat().make_one_shot_iterator(), test.make_initializable_iterator()
print(initializable.initializer.name, train_init.name, type(structure).__name__, first.string_handle().name)
nested = tf.data.Dataset.from_tensor_slices({"a": [1, 2, 3], "b": (np.ones((3, 2)), ["x", "y", "z"])}).batch(2)
print(nested.output_types, nested.output_shapes)
batch = nested.make_one_shot_iterator().get_next()
zipped = (
    tf.data.Dataset.zip((tf.data.Dataset.range(3), tf.data.Dataset.range(3, 6))).make_one_shot_iterator().get_next()
)
with tf.Session() as sess:
    print(drain(sess, element), drain(sess, element))
    try:
        sess.run(item)
    except Exception as error:
        print(type(error).__name__, error.message.split("\n")[0])
    sess.run(initializable.initializer, {bound: 3})
    print(drain(sess, item))
    sess.run(initializable.initializer, {bound: 2})
    print(drain(sess, item), drain(sess, zipped))
    for init in (train_init, test_init, train_init):
        sess.run(init)
        print(drain(sess, current))
    sess.run(second.initializer)
    handles = sess.run([first.string_handle(), second.string_handle()])
    print([sess.run(fed, {handle: handles[n % 2]}) for n in range(4)])
    got = sess.run(batch)
    print(sorted(got), got["a"].tolist(), got["b"][1].tolist())
    print(sess.run(batch)["b"][0].tolist())
pipelines = {
    "batch": tf.data.Dataset.range(7).batch(3),
    "drop": tf.data.Dataset.range(7).batch(3, drop_remainder=True),
    "take": tf.data.Dataset.range(9).skip(2).take(2),
    "padded": tf.data.Dataset.range(1, 4).map(lambda v: tf.fill([v], v)).padded_batch(3, [None]),
    "flat": tf.data.Dataset.range(3).flat_map(lambda v: tf.data.Dataset.from_tensors(v).repeat(2)),
    "interleave": tf.data.Dataset.range(2).interleave(
        lambda v: tf.data.Dataset.from_tensors(v).repeat(2), cycle_length=2
    ),
    "repeat": tf.data.Dataset.range(2).repeat(2),
    "concat": tf.data.Dataset.range(2).concatenate(tf.data.Dataset.range(5, 6)),
    "shard": tf.data.Dataset.range(6).shard(3, 1),
    "window": tf.data.Dataset.range(4).window(2).flat_map(lambda w: w.batch(2)),
    "cache": tf.data.Dataset.range(2).cache().repeat(2),
    "prefetch": tf.data.Dataset.range(2).prefetch(1),
    "shuffle": tf.data.Dataset.range(8).shuffle(8, seed=4),
    "shuffle_once": tf.data.Dataset.range(4).shuffle(4, seed=4, reshuffle_each_iteration=False).repeat(2),
    "apply": tf.data.Dataset.range(6).apply(tf.data.experimental.map_and_batch(lambda v: v + 1, 3)),
    "enumerate": tf.data.Dataset.range(2).apply(tf.data.experimental.enumerate_dataset()),
    "ignore": tf.data.Dataset.from_tensor_slices([1.0, 0.0])
    .map(lambda v: tf.check_numerics(1.0 / v, "bad"))
    .apply(tf.data.experimental.ignore_errors()),
    "parallel": tf.data.Dataset.range(4).map(lambda v: v * v, num_parallel_calls=2),
    "unbatch": tf.data.Dataset.from_tensors([1, 2]).apply(tf.data.experimental.unbatch()),
    "group": tf.data.Dataset.range(6).apply(
        tf.data.experimental.group_by_window(lambda v: v % 2, lambda k, d: d.batch(3), 3)
    ),
    "scan": tf.data.Dataset.range(4).apply(tf.data.experimental.scan(np.int64(0), lambda s, v: (s + v, s + v))),
    "reduce": tf.data.Dataset.from_tensors(tf.data.Dataset.range(4).reduce(np.int64(0), lambda s, v: s + v)),
}
with tf.Session() as sess:
    for key in sorted(pipelines):
        iterator = tf.data.make_initializable_iterator(pipelines[key])
        sess.run(iterator.initializer)
        print(key, [np.asarray(v).tolist() if not isinstance(v, str) else v for v in drain(sess, iterator.get_next())])
for wrong in (
    lambda: tf.data.Dataset.range(bound).make_one_shot_iterator(),
    lambda: [v for v in tf.data.Dataset.range(3)],
    lambda: tf.data.Dataset.from_tensor_slices((np.ones(2), np.ones(3))),
    lambda: structure.make_initializer(tf.data.Dataset.from_tensors("text")),
    lambda: tf.data.Dataset.range(3).batch(0).make_one_shot_iterator(),
    lambda: tf.data.Dataset.range(3).map(lambda a, b: a),
):
    try:
        print("value", type(wrong()).__name__)
    except Exception as error:
        print(type(error).__name__)
