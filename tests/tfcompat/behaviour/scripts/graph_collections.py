"""Graph collections and the names in `tf.GraphKeys`."""

import tensorflow as tf

for name in sorted(n for n in dir(tf.GraphKeys) if n.isupper()):
    print(name, getattr(tf.GraphKeys, name))
x = tf.placeholder(tf.float32, [4, 3], name="x")
h = tf.layers.dense(
    x, 2, kernel_regularizer=lambda w: tf.reduce_sum(w), activity_regularizer=lambda y: tf.reduce_sum(y), name="h"
)
n = tf.layers.batch_normalization(h, training=True)
tf.losses.mean_squared_error(tf.zeros([4, 2]), n)
tf.losses.add_loss(tf.constant(1.0, name="extra"))
tf.add_to_collection("mine", h)
tf.add_to_collections(["mine", "other"], n)
tf.summary.scalar("s", tf.constant(1.0))
step = tf.train.get_or_create_global_step()
tf.train.string_input_producer(["a"])
cond = tf.cond(tf.constant(True), lambda: 1.0, lambda: 2.0)
loop = tf.while_loop(lambda i: i < 3, lambda i: i + 1, [0])
tf.metrics.mean(tf.constant([1.0]))
graph = tf.get_default_graph()
for key in sorted(graph.get_all_collection_keys()):
    values = tf.get_collection(key)
    print(key, [getattr(v, "name", type(v).__name__) for v in values])
print([v.name for v in tf.losses.get_losses()], tf.losses.get_total_loss().name)
print([v.name for v in tf.losses.get_regularization_losses()])
print([op.name for op in tf.get_collection(tf.GraphKeys.UPDATE_OPS)])
print(
    tf.get_collection("mine") == [h, n],
    tf.get_collection_ref("mine") is tf.get_collection_ref("mine"),
    tf.get_collection("nothing"),
)
tf.get_collection_ref("mine").append(1)
print(len(tf.get_collection("mine")), tf.get_collection("mine", scope="h"))
graph.clear_collection("mine")
print(tf.get_collection("mine"), sorted(map(str, graph.collections))[:3])
tf.add_to_collection(("tuple", 1), 5)
print(tf.get_collection(("tuple", 1)))
print(
    [v.name for v in tf.moving_average_variables()],
    [v.name for v in tf.model_variables()],
    [v.name for v in tf.local_variables()],
)
