"""`dataset.shuffle(n).repeat()`: the order of every epoch, by each way to an iterator."""

import numpy as np
import tensorflow as tf


def run(tag, make, limit=60, pick=lambda value: value):
    """Prints the elements that two initializations of one iterator give."""
    tf.reset_default_graph()
    tf.set_random_seed(3)
    iterator = make().make_initializable_iterator()
    element = iterator.get_next()
    with tf.Session() as sess:
        for _ in range(2):
            sess.run(iterator.initializer)
            seen = []
            try:
                while len(seen) < limit:
                    seen.append(np.asarray(pick(sess.run(element))).tolist())
            except tf.errors.OutOfRangeError:
                seen.append("end")
            print(tag, len(seen), seen[:20], seen[-20:])


def numbers(count):
    return tf.data.Dataset.range(count)


run("fused", lambda: numbers(6).shuffle(4).repeat())
run("buffer of more than an epoch", lambda: numbers(5).shuffle(20).repeat(4))
run("seeded", lambda: numbers(6).shuffle(4, seed=-2).repeat(3))
run("many", lambda: numbers(3000).shuffle(700).repeat(3), 10000)
run("unknown size", lambda: numbers(3000).filter(lambda v: v % 3 > 0).shuffle(600).repeat(2), 10000)
run("one at a time", lambda: numbers(4).shuffle(1).repeat(2))
run("one epoch", lambda: numbers(6).shuffle(6).repeat(1))
run("nothing", lambda: numbers(0).shuffle(6).repeat())
run("endless", lambda: numbers(6).repeat().shuffle(4).repeat(), 20)
run("twice", lambda: numbers(4).shuffle(4).repeat(2).shuffle(3).repeat(2))
run("not adjacent", lambda: numbers(6).shuffle(4).batch(2).repeat(3))
run("same each time", lambda: numbers(6).shuffle(4, reshuffle_each_iteration=False).repeat(3))
run("by name", lambda: numbers(6).apply(tf.data.experimental.shuffle_and_repeat(4, 3)))
run("in a function", lambda: numbers(2).flat_map(lambda _: numbers(4).shuffle(4).repeat(3)))
run("zipped", lambda: tf.data.Dataset.zip((numbers(5).shuffle(5).repeat(), numbers(12))), 60, lambda both: both[0])
run("generator", lambda: tf.data.Dataset.from_generator(lambda: iter(range(5)), tf.int32, []).shuffle(3).repeat(3))
features = {"a": np.arange(5), "b": (np.ones((5, 2)), list("vwxyz"))}
run("structure", lambda: tf.data.Dataset.from_tensor_slices(features).shuffle(5).repeat(3), 60, lambda v: (v["a"], v["b"][1].decode()))
sparse = tf.SparseTensorValue([[0, 0], [1, 2], [2, 1]], [1, 2, 3], [3, 4])
run("sparse", lambda: tf.data.Dataset.from_tensor_slices(tf.SparseTensor(*sparse)).shuffle(3).repeat(3), 60, lambda v: v.values)
options = tf.data.Options()
options.experimental_optimization.apply_default_optimizations = False
run("not optimized", lambda: numbers(6).shuffle(4).repeat(3).with_options(options))

tf.reset_default_graph()
tf.set_random_seed(3)
dataset = numbers(6).shuffle(4).repeat().batch(2)
element = dataset.make_one_shot_iterator().get_next()
reinitializable = tf.data.Iterator.from_structure(tf.int64, [None])
initializer = reinitializable.make_initializer(numbers(6).shuffle(4).repeat().batch(2))
other = reinitializable.get_next()
with tf.Session() as sess:
    sess.run(initializer)
    print([sess.run([element, other]) for _ in range(9)])

tf.reset_default_graph()
element = numbers(30).shuffle(30).repeat().batch(30).make_one_shot_iterator().get_next()
with tf.Session() as sess:
    epochs = [sess.run(element).tolist() for _ in range(3)]
    print("without seeds", [sorted(epoch) == list(range(30)) for epoch in epochs], epochs[0] != epochs[1] != epochs[2])
