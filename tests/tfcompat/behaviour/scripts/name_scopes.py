"""Names of ops: scopes, uniqueness, re-entering, operators."""

import tensorflow as tf

with tf.name_scope("a") as scope:
    print(scope)
    x = tf.constant(1.0)
    y = tf.constant(2.0, name="y")
    with tf.name_scope("b") as inner:
        print(inner, (x + y).name, (x * y).name, (x - y).name, (x / y).name, (-x).name, (x < y).name, (x**y).name)
        v = tf.Variable(0.0, name="v")
        u = tf.get_variable("u", [], initializer=tf.zeros_initializer())
        print(v.name, u.name, v.op.name, u.initializer.name)
with tf.name_scope("a") as scope:
    print(scope, tf.constant(1.0, name="y").name)
with tf.name_scope("a/"):
    print(tf.constant(1.0, name="y").name, tf.constant(1.0, name="z").name)
with tf.name_scope(inner):
    print(tf.constant(1.0, name="again").name)
with tf.name_scope(""):
    print(tf.constant(1.0, name="root").name)
with tf.name_scope("c"), tf.name_scope(None):
    print(tf.constant(1.0, name="none").name)
with tf.name_scope(None, "default", [x]) as scope:
    print(scope)
with tf.name_scope("named", "default", [x]) as scope:
    print(scope)
with tf.name_scope(name="kw") as scope:
    print(scope)
graph = tf.get_default_graph()
print(
    graph.unique_name("a"), graph.unique_name("a"), graph.unique_name("a", mark_as_used=False), graph.unique_name("new")
)
with graph.name_scope("g") as scope:
    print(scope, graph.get_name_scope())
with tf.name_scope("Case"):
    print(tf.constant(1, name="c").name)
with tf.name_scope("case") as scope:
    print(scope, tf.constant(1, name="c").name)
for make in (
    lambda: tf.zeros([2]),
    lambda: tf.ones([2]),
    lambda: tf.zeros_like(x),
    lambda: tf.fill([2], 1.0),
    lambda: tf.range(3),
    lambda: tf.linspace(0.0, 1.0, 3),
    lambda: tf.one_hot([1], 3),
    lambda: tf.eye(2),
    lambda: tf.random_normal([2]),
    lambda: tf.random_uniform([2]),
    lambda: tf.truncated_normal([2]),
    lambda: tf.reduce_sum([1.0]),
    lambda: tf.reduce_mean([1.0]),
    lambda: tf.argmax([1.0], 0),
    lambda: tf.concat([[1], [2]], 0),
    lambda: tf.stack([1, 2]),
    lambda: tf.unstack([1, 2])[0],
    lambda: tf.split([1, 2], 2)[0],
    lambda: tf.transpose([[1]]),
    lambda: tf.reshape([1], [1, 1]),
    lambda: tf.squeeze([[1]]),
    lambda: tf.expand_dims(1, 0),
    lambda: tf.cast(1, tf.float32),
    lambda: tf.to_float(1),
    lambda: tf.matmul([[1.0]], [[1.0]]),
    lambda: tf.tensordot([[1.0]], [[1.0]], 1),
    lambda: tf.einsum("ij,jk->ik", tf.eye(1), tf.eye(1)),
    lambda: tf.nn.relu([1.0]),
    lambda: tf.nn.softmax([1.0]),
    lambda: tf.sigmoid(1.0),
    lambda: tf.nn.dropout([1.0], 0.5),
    lambda: tf.nn.l2_loss([1.0]),
    lambda: tf.gather([1], 0),
    lambda: tf.nn.embedding_lookup([[1.0]], [0]),
    lambda: tf.where([True], [1], [2]),
    lambda: tf.boolean_mask([1], [True]),
    lambda: tf.tile([1], [2]),
    lambda: tf.pad([1], [[1, 1]]),
    lambda: tf.clip_by_value(1.0, 0.0, 2.0),
    lambda: tf.clip_by_norm([1.0], 1.0),
    lambda: tf.squared_difference(1.0, 2.0),
    lambda: tf.add_n([1, 2]),
    lambda: tf.identity(x),
    lambda: tf.no_op(),
    lambda: tf.group(x),
    lambda: tf.stop_gradient(x),
    lambda: tf.shape(x),
    lambda: tf.size(x),
    lambda: tf.rank(x),
    lambda: tf.sparse_placeholder(tf.float32),
    lambda: tf.placeholder_with_default(1, []),
    lambda: tf.nn.softmax_cross_entropy_with_logits(logits=[[1.0]], labels=[[1.0]]),
    lambda: tf.nn.sparse_softmax_cross_entropy_with_logits(logits=[[1.0]], labels=[0]),
    lambda: tf.nn.sigmoid_cross_entropy_with_logits(logits=[1.0], labels=[1.0]),
    lambda: tf.nn.moments([1.0], [0])[1],
    lambda: tf.nn.bias_add([[1.0]], [1.0]),
    lambda: tf.nn.xw_plus_b([[1.0]], [[1.0]], [1.0]),
    lambda: tf.cond(tf.constant(True), lambda: 1, lambda: 2),
    lambda: tf.while_loop(lambda i: i < 3, lambda i: i + 1, [0]),
    lambda: tf.py_func(lambda: 1, [], tf.int64),
    lambda: tf.map_fn(lambda i: i, tf.constant([1, 2])),
    lambda: tf.random_shuffle([1]),
):
    try:
        made = make()
        print(getattr(made, "name", made))
    except Exception as error:
        print(type(error).__name__)
print(len(graph.get_operations()))
for wrong in (
    lambda: tf.constant(1, name="bad name"),
    lambda: tf.name_scope("bad name").__enter__(),
    lambda: tf.constant(1, name="_x"),
):
    try:
        print("value", wrong())
    except Exception as error:
        print(type(error).__name__)
