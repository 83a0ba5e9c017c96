"""`tf.Graph` and `tf.Operation`: looking up, finalizing, colocating, devices, containers."""

import threading

import tensorflow as tf


def attempt(make):
    try:
        made = make()
        print("value", getattr(made, "name", made))
    except Exception as error:
        print(type(error).__name__, str(error).split("\n")[0].split(" (graphs are")[0].rstrip("."))


graph = tf.Graph()
default = tf.get_default_graph()
with graph.as_default() as g:
    a = tf.constant([1.0, 2.0], name="a")
    b = tf.split(a, 2, name="b")
    c = tf.placeholder(tf.float32, [None], name="c")
print(
    g is graph,
    a.graph is graph,
    tf.get_default_graph() is default,
    graph.version > 0,
    graph.finalized,
    graph.building_function,
)
print(
    [op.name for op in graph.get_operations()],
    graph.get_operation_by_name("a").outputs[0] is a,
    graph.get_tensor_by_name("b:1") is b[1],
)
print(
    graph.as_graph_element("a") is a.op,
    graph.as_graph_element("a:0") is a,
    graph.as_graph_element(a) is a,
    graph.seed,
    graph.control_flow_v2_enabled if hasattr(graph, "control_flow_v2_enabled") else False,
)
for wrong in (
    lambda: graph.get_operation_by_name("nope"),
    lambda: graph.get_tensor_by_name("nope:0"),
    lambda: graph.get_tensor_by_name("a"),
    lambda: graph.get_tensor_by_name("b:5"),
    lambda: graph.get_operation_by_name("a:0"),
    lambda: graph.get_tensor_by_name(3),
    lambda: graph.get_operation_by_name(a),
    lambda: graph.as_graph_element(3),
    lambda: default.as_graph_element(a),
    lambda: graph.get_tensor_by_name("a:x"),
    lambda: graph.as_graph_element("a", allow_tensor=True, allow_operation=False),
    lambda: a + tf.constant(1.0),
    lambda: tf.add(a, tf.placeholder(tf.float32)),
):
    attempt(wrong)
op = graph.get_operation_by_name("b")
print(
    op.type,
    op.node_def.op,
    [i.name for i in op.inputs],
    len(op.outputs),
    op.get_attr("num_split"),
    op.op_def.name,
    op.control_inputs,
    op.graph is graph,
    op.device == "",
)
print(
    op.node_def.attr["num_split"].i,
    op.values()[0].name,
    len(op.traceback) > 0,
    a.op.get_attr("dtype"),
    a.op.get_attr("value").float_val[:],
)
attempt(lambda: op.get_attr("nope"))
with tf.Graph().as_default() as colocated:
    with tf.device("/cpu:0"):
        one = tf.constant(1.0, name="one")
        with tf.device("/gpu:1"):
            print(tf.constant(1.0).device)
        with tf.device(None):
            print(repr(tf.constant(1.0).device))
    with tf.device(lambda o: "/job:ps/task:%d" % len(o.name)):
        print(tf.constant(1.0, name="abc").device)
    with tf.device(tf.train.replica_device_setter(ps_tasks=2)):
        print([tf.Variable(0.0, name="v%d" % i).device for i in range(3)], tf.constant(1.0).device)
    with tf.device("/job:worker"), tf.device("/gpu:0"):
        print(tf.constant(2.0).device)
    with tf.colocate_with(one):
        two = tf.constant(2.0, name="two")
    print(two.op.colocation_groups(), two.device, one.op.colocation_groups())
    with colocated.container("box"):
        print(tf.FIFOQueue(1, tf.float32).queue_ref.op.get_attr("container"))
    print(
        colocated.as_graph_def().node[0].device,
        len(colocated.as_graph_def(from_version=2).node) < len(colocated.as_graph_def().node),
    )
    with tf.container("other"):
        pass
graph.finalize()
print(graph.finalized)
with graph.as_default():
    attempt(lambda: tf.constant(1.0))
    with tf.Session() as sess:
        print(sess.run(a).tolist())
found = []


def in_thread():
    found.append(tf.get_default_graph() is default)
    with tf.Graph().as_default():
        found.append(tf.constant(1).name)


with tf.Graph().as_default():
    thread = threading.Thread(target=in_thread)
    thread.start()
    thread.join()
print(found)
with tf.Graph().as_default() as attributed:
    with attributed._attr_scope({"_mark": tf.AttrValue(s=b"yes")}):
        marked = tf.constant(1.0)
    print(
        marked.op.get_attr("_mark"),
        attributed.unique_name("Const"),
        attributed.is_fetchable(marked),
        tf.get_default_graph() is attributed,
    )
    made = attributed.create_op(
        "Const",
        [],
        [tf.float32],
        attrs={"value": marked.op.node_def.attr["value"], "dtype": tf.AttrValue(type=tf.float32.as_datatype_enum)},
        name="by_hand",
    )
    print(made.name, type(made).__name__)
    tf.set_random_seed(5)
    print(attributed.seed, tf.get_seed(3), tf.get_seed(None) is not None)
print(tf.GraphDef().node, tf.NodeDef(name="n").name, tf.executing_eagerly())
with tf.init_scope():
    print(tf.get_default_graph() is default)
