"""`tf.Graph.as_graph_def` gives a graph that 1.15 can import and prints as 1.15 printed it."""

import tensorflow as tf


def test_version_and_attributes_are_those_of_1_15():
    with tf.Graph().as_default() as graph:
        a = tf.constant([[1.0]])
        product = tf.matmul(a, a, name="product")
        tf.nn.max_pool(tf.ones([1, 2, 2, 1]), [1, 2, 2, 1], [1, 1, 1, 1], "SAME", name="pool")
        with tf.control_dependencies([product]):
            tf.no_op(name="after")
    graph_def = graph.as_graph_def()
    attributes = {node.name: sorted(node.attr) for node in graph_def.node}
    assert graph_def.versions.producer == 134
    assert attributes["product"] == ["T", "transpose_a", "transpose_b"]
    assert attributes["pool"] == ["T", "data_format", "ksize", "padding", "strides"]
    assert attributes["after"] == []


def test_a_new_attribute_that_says_something_stays():
    with tf.Graph().as_default() as graph:
        v = tf.get_variable("v", [2], use_resource=True)
        v.assign([1.0, 2.0])
    (made,) = [node for node in graph.as_graph_def().node if node.op == "VarHandleOp"]
    assert made.attr["shared_name"].s == b"v"
    with tf.Graph().as_default() as again:
        tf.import_graph_def(graph.as_graph_def(), name="")
    assert [op.name for op in again.get_operations()] == [op.name for op in graph.get_operations()]


def test_maps_print_in_the_order_of_their_keys():
    with tf.Graph().as_default() as graph:
        tf.placeholder(tf.float32, [2], name="x")
    text = str(graph.as_graph_def().node[0])
    assert text.index('key: "dtype"') < text.index('key: "shape"')
    assert text.startswith('name: "x"\nop: "Placeholder"\n')
