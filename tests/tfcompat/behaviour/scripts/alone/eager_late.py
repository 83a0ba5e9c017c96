"""`tf.enable_eager_execution()` after a graph was begun, and other late switches."""

import tensorflow as tf

print(tf.executing_eagerly())
graph_tensor = tf.constant(1.0)
for late in (
    lambda: tf.enable_eager_execution(),
    lambda: tf.enable_eager_execution(config=tf.ConfigProto()),
    lambda: tf.enable_eager_execution(device_policy=3),
):
    try:
        late()
        print("enabled")
    except Exception as error:
        print(type(error).__name__, error)
print(tf.executing_eagerly(), tf.Session().run(graph_tensor))
tf.enable_resource_variables()
print(tf.resource_variables_enabled(), type(tf.get_variable("r", [])).__name__, type(tf.Variable(1.0)).__name__)
tf.disable_resource_variables()
print(tf.resource_variables_enabled(), type(tf.get_variable("s", [])).__name__)
tf.enable_v2_tensorshape()
print(type(tf.zeros([2]).shape[0]).__name__)
tf.disable_v2_tensorshape()
print(type(tf.zeros([2]).shape[0]).__name__)
tf.enable_control_flow_v2()
print(sorted({op.type for op in tf.get_default_graph().get_operations()}), tf.control_flow_v2_enabled())
tf.disable_control_flow_v2()
tf.disable_v2_behavior()
print(tf.executing_eagerly(), tf.control_flow_v2_enabled(), tf.compat.v1.executing_eagerly())
