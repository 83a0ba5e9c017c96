"""A graph definition holds no attribute that TensorFlow 1.15 would refuse."""

import tensorflow as tf


def _attributes(op):
    nodes = tf.get_default_graph().as_graph_def().node
    return {name for node in nodes if node.op == op for name in node.attr}


def test_a_matrix_product_and_its_gradient():
    v = tf.get_variable("v", [2, 2])
    tf.gradients(tf.matmul(v, v), v)
    assert _attributes("MatMul") == {"T", "transpose_a", "transpose_b"}


def test_a_resource_variable():
    tf.get_variable("v", [2], use_resource=True)
    assert _attributes("VarHandleOp") >= {"dtype", "shape", "shared_name"}
    assert not _attributes("VarHandleOp") & {"debug_name", "allowed_devices"}


def test_an_attribute_that_changes_the_op_stays():
    tf.raw_ops.FusedBatchNormV3(
        x=tf.zeros([1, 2, 2, 1]),
        scale=[1.0],
        offset=[0.0],
        mean=[0.0],
        variance=[1.0],
        exponential_avg_factor=0.5,
        is_training=True,
    )
    assert "exponential_avg_factor" in _attributes("FusedBatchNormV3")


def test_an_attribute_of_that_name_that_1_15_knew_stays():
    tf.nn.conv2d(tf.zeros([1, 4, 4, 1]), tf.zeros([2, 2, 1, 1]), strides=1, padding=[[0, 0], [1, 1], [1, 1], [0, 0]])
    assert "explicit_paddings" in _attributes("Conv2D")
