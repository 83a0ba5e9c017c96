"""Frozen graphs: `graph_util`, transforms, loading."""

import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 4], name="input")
h = tf.layers.dense(x, 3, activation=tf.nn.relu, kernel_initializer=tf.constant_initializer(0.1), name="hidden")
h = tf.layers.batch_normalization(h, training=False, name="norm")
h = tf.layers.dropout(h, training=False)
resource = tf.get_variable("res", [3], use_resource=True, initializer=tf.ones_initializer())
out = tf.nn.softmax(
    tf.layers.dense(h, 2, kernel_initializer=tf.constant_initializer(0.2), name="logits") + resource[:2], name="output"
)
train = tf.train.GradientDescentOptimizer(0.1).minimize(tf.reduce_sum(out))
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    expected = sess.run(out, {x: [[1, 2, 3, 4]]})
    frozen = tf.graph_util.convert_variables_to_constants(sess, sess.graph.as_graph_def(), ["output"])
    print(type(frozen).__name__, sorted({n.op for n in frozen.node}), [n.name for n in frozen.node if n.op == "Const"])
    stripped = tf.graph_util.remove_training_nodes(frozen)
    extracted = tf.graph_util.extract_sub_graph(sess.graph_def, ["hidden/Relu"])
    print(len(extracted.node), [n.name for n in extracted.node])
    white = tf.graph_util.convert_variables_to_constants(
        sess, sess.graph_def, ["output"], variable_names_blacklist=["res"]
    )
    print(
        sorted(n.name for n in white.node if n.op == "VarHandleOp"),
        tf.graph_util.must_run_on_cpu(sess.graph.get_operation_by_name("input")),
        tf.graph_util.tensor_shape_from_node_def_name(sess.graph, "logits/kernel"),
    )
    with tf.gfile.GFile("frozen.pb", "wb") as f:
        f.write(frozen.SerializeToString())
    try:
        tf.graph_util.convert_variables_to_constants(sess, sess.graph_def, ["nope"])
    except Exception as error:
        print(type(error).__name__, str(error))
graph = tf.Graph()
with graph.as_default():
    definition = tf.GraphDef()
    with tf.gfile.FastGFile("frozen.pb", "rb") as f:
        definition.ParseFromString(f.read())
    inp, result = tf.import_graph_def(definition, return_elements=["input:0", "output:0"], name="net")
    print(inp.name, result.shape, len(tf.global_variables()))
    with tf.Session() as sess:
        print(
            abs(sess.run(result, {inp: [[1, 2, 3, 4]]}) - expected).max() < 1e-6, sess.run("net/hidden/kernel:0").shape
        )
        print(sess.run("net/output:0", feed_dict={"net/input:0": [[0, 0, 0, 0]]}).tolist())
