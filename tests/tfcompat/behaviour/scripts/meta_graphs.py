"""`export_meta_graph` and `import_meta_graph`, `GraphDef`s, `import_graph_def`."""

import os

import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 2], name="x")
w = tf.get_variable("w", [2, 2], initializer=tf.ones_initializer())
with tf.variable_scope("deep"):
    b = tf.get_variable("b", [2], initializer=tf.constant_initializer(0.5))
y = tf.add(tf.matmul(x, w), b, name="y")
step = tf.train.get_or_create_global_step()
loss = tf.reduce_sum(y, name="loss")
train = tf.train.AdamOptimizer(0.1).minimize(loss, global_step=step, name="train")
tf.add_to_collection("outputs", y)
tf.add_to_collection("train_op", train)
tf.add_to_collection("plain", 5)
tf.summary.scalar("loss", loss)
condition = tf.cond(tf.reduce_sum(x) > 0, lambda: 1.0, lambda: 2.0, name="choose")
loop = tf.while_loop(lambda i: i < 3, lambda i: i + 1, [0], name="loop")
saver = tf.train.Saver()
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(train, {x: [[1, 2]]})
    before = sess.run([y, step], {x: [[1, 1]]})
    print(saver.save(sess, "model", global_step=7), sorted(os.listdir(".")))
    meta = tf.train.export_meta_graph("alone.meta", clear_devices=True)
    text = tf.train.write_graph(sess.graph_def, ".", "graph.pbtxt", as_text=True)
    binary = tf.train.write_graph(sess.graph, ".", "graph.pb", as_text=False)
    print(text, binary, type(meta).__name__, sorted(meta.collection_def))
    print(
        meta.meta_info_def.stripped_op_list.op[0].name,
        meta.saver_def.save_tensor_name,
        saver.saver_def.restore_op_name,
        saver.saver_def.filename_tensor_name,
    )
tf.reset_default_graph()
with tf.Session() as sess:
    restored = tf.train.import_meta_graph("model-7.meta")
    restored.restore(sess, tf.train.latest_checkpoint("."))
    graph = tf.get_default_graph()
    out = graph.get_tensor_by_name("y:0")
    print(
        type(restored).__name__,
        tf.get_collection("outputs")[0] is out,
        tf.get_collection("plain"),
        tf.get_collection("train_op")[0].name,
    )
    print(
        [v.name for v in tf.global_variables()],
        [v.name for v in tf.trainable_variables()],
        type(tf.global_variables()[0]).__name__,
    )
    print(before[0].tolist(), sess.run([out, "global_step:0"], {"x:0": [[1, 1]]}))
    sess.run(tf.get_collection("train_op")[0], {"x:0": [[1, 2]]})
    print(
        sess.run(["global_step:0", "w:0", graph.get_tensor_by_name("choose/Merge:0"), "loop/Exit:0"], {"x:0": [[1, 2]]})
    )
    with tf.variable_scope("", reuse=True):
        try:
            print(tf.get_variable("w", [2, 2]).name)
        except ValueError as error:
            print(type(error).__name__, str(error)[:30])
    extra = tf.reduce_max(out) * 2.0
    print(sess.run(extra, {"x:0": [[1, 1]]}), tf.train.get_global_step().name, tf.summary.merge_all().name)
tf.reset_default_graph()
again = tf.train.import_meta_graph("model-7.meta", import_scope="copy", clear_devices=True)
print(
    [v.name for v in tf.global_variables()],
    tf.get_collection("outputs")[0].name,
    tf.get_default_graph().get_tensor_by_name("copy/y:0").shape,
)
with tf.Session() as sess:
    again.restore(sess, "model-7")
    print(sess.run("copy/y:0", {"copy/x:0": [[1, 1]]}).tolist())
tf.reset_default_graph()
print(tf.train.import_meta_graph("alone.meta") is not None, len(tf.global_variables()))
tf.reset_default_graph()
definition = tf.GraphDef()
with tf.gfile.GFile("graph.pb", "rb") as f:
    definition.ParseFromString(f.read())
ours = tf.constant([[10.0, 10.0]], name="ours")
got = tf.import_graph_def(definition, input_map={"x:0": ours}, return_elements=["y:0", "y", "loss:0"], name="part")
print(
    [getattr(g, "name", g) for g in got],
    type(got[1]).__name__,
    tf.import_graph_def(definition, name=""),
    len(tf.global_variables()),
)
tf.import_graph_def(definition)
print(
    tf.get_default_graph().get_operation_by_name("import/y").type,
    definition.node[0].op,
    definition.versions.producer > 20,
    len([n for n in definition.node if n.op.startswith("Variable")]),
)
for wrong in (
    lambda: tf.import_graph_def(definition, input_map={"nope:0": ours}),
    lambda: tf.import_graph_def(definition, return_elements=["nope:0"]),
    lambda: tf.import_graph_def("x"),
    lambda: tf.train.import_meta_graph("none.meta"),
    lambda: tf.import_graph_def(definition, input_map={"x:0": tf.constant("s")}),
    lambda: tf.get_default_graph().get_tensor_by_name("part/nope:0"),
):
    try:
        print("value", wrong())
    except Exception as error:
        print(type(error).__name__)
