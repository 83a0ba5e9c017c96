"""Custom getters, variable creators, regularizers, partitioners and constraints."""

import tensorflow as tf

calls = []


def watching(getter, name, *args, **kwargs):
    calls.append((name, kwargs.get("shape"), kwargs.get("trainable"), sorted(k for k in kwargs)[:3]))
    return getter(name, *args, **kwargs)


def scaled(getter, name, *args, **kwargs):
    return 2.0 * getter(name + "_raw", *args, **kwargs)


with tf.variable_scope("watched", custom_getter=watching):
    a = tf.get_variable("a", [2])
    with tf.variable_scope("inner", custom_getter=scaled):
        b = tf.get_variable("b", [2], initializer=tf.ones_initializer())
print(calls)
print(a.name, b.name, type(b).__name__, [v.name for v in tf.global_variables()])


def l2(weight):
    return lambda w: tf.multiply(weight, tf.reduce_sum(tf.square(w)), name="l2")


with tf.variable_scope("regular", regularizer=l2(0.5)):
    r = tf.get_variable("r", [3], initializer=tf.ones_initializer())
    s = tf.get_variable("s", [3], initializer=tf.ones_initializer(), regularizer=l2(0.1))
    with tf.variable_scope("off", regularizer=tf.no_regularizer):
        tf.get_variable("t", [3])
losses = tf.get_collection(tf.GraphKeys.REGULARIZATION_LOSSES)
print([loss.name for loss in losses], tf.losses.get_regularization_loss().name)

with tf.variable_scope("parts", partitioner=tf.fixed_size_partitioner(2, axis=0)):
    p = tf.get_variable("p", [5, 2], initializer=tf.ones_initializer())
print(type(p).__name__, p.name, [v.name for v in p], p.shape, p.dtype, len(list(p)))
print([(v._get_save_slice_info().spec) for v in p], tf.convert_to_tensor(p).name, p.as_tensor().name)
with tf.variable_scope("parts", reuse=True, partitioner=tf.fixed_size_partitioner(2)):
    print([v.name for v in tf.get_variable("p", [5, 2])])
q = tf.get_variable(
    "q", [4, 6], partitioner=tf.variable_axis_size_partitioner(32, axis=1), initializer=tf.zeros_initializer()
)
print([v.name for v in q] if hasattr(q, "__iter__") and type(q).__name__ == "PartitionedVariable" else q.name)
m = tf.get_variable(
    "m",
    [8],
    partitioner=tf.min_max_variable_partitioner(max_partitions=4, min_slice_size=8),
    initializer=tf.zeros_initializer(),
)
print([(v.name, v.shape.as_list()) for v in m] if type(m).__name__ == "PartitionedVariable" else m.name)
print(tf.nn.embedding_lookup(p, [0, 4], partition_strategy="div").shape)

clip = tf.get_variable(
    "clip", [2], constraint=lambda w: tf.clip_by_value(w, 0.0, 1.0), initializer=tf.ones_initializer()
)
train = tf.train.GradientDescentOptimizer(1.0).minimize(-tf.reduce_sum(clip) * 3.0)


def creator(next_creator, **kwargs):
    kwargs["initial_value"] = tf.zeros([2])
    return next_creator(**kwargs)


with tf.variable_creator_scope(creator):
    made = tf.Variable([5.0, 5.0], name="made")

with tf.variable_scope("cache", caching_device="/cpu:0") as scope:
    cached = tf.get_variable("c", [1])
    print(scope.caching_device, cached.value().name if hasattr(cached, "value") else "-")
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run([b, losses[0], losses[1], tf.losses.get_regularization_loss()]))
    print(sess.run([p.as_tensor()])[0].shape, sess.run(made))
    sess.run(train)
    print(sess.run(clip))
    print(
        [
            len(sess.run(tf.convert_to_tensor(p))),
            sess.run(tf.nn.embedding_lookup(p, [0, 4], partition_strategy="div")).tolist(),
        ]
    )
print([len(tf.get_collection(k)) for k in ("variables", "trainable_variables", "regularization_losses")])
