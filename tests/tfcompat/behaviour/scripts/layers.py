"""`tf.layers`: functions, classes, names, reuse, training flags."""

import numpy as np
import tensorflow as tf

tf.set_random_seed(11)
x = tf.placeholder(tf.float32, [None, 8, 8, 2], name="x")
training = tf.placeholder(tf.bool, [], name="training")
tf.get_variable_scope().set_initializer(tf.random_uniform_initializer(-0.4, 0.5, seed=21))
net = tf.layers.conv2d(x, 4, 3, padding="same", activation=tf.nn.relu, name="conv")
print(net.name, net.shape)
net = tf.layers.max_pooling2d(net, 2, 2)
print(net.name, net.shape)
net = tf.layers.conv2d(net, 4, [3, 3], strides=(2, 2), use_bias=False)
net = tf.layers.batch_normalization(net, training=training, name="bn")
print(net.name, net.shape)
net = tf.layers.conv2d_transpose(net, 3, 2, strides=2)
net = tf.layers.separable_conv2d(net, 3, 3, padding="same")
net = tf.layers.average_pooling2d(net, 2, 1)
flat = tf.layers.flatten(net)
print(flat.name, flat.shape)
dropped = tf.layers.dropout(flat, 0.5, training=training, seed=3)
out = tf.layers.dense(
    dropped, 3, kernel_initializer=tf.ones_initializer(), bias_initializer=tf.constant_initializer(0.5), name="out"
)
again = tf.layers.dense(dropped, 3, name="out", reuse=True)
print(dropped.name, out.name, again.name)
with tf.variable_scope("scope", reuse=tf.AUTO_REUSE):
    first = tf.layers.dense(flat, 2)
    second = tf.layers.dense(flat, 2)
    third = tf.layers.dense(flat, 2, name="fixed")
    fourth = tf.layers.dense(flat, 2, name="fixed")
print(first.name, second.name, third.name, fourth.name)
one = tf.layers.conv1d(tf.zeros([1, 5, 2]), 3, 2)
three = tf.layers.conv3d(tf.zeros([1, 4, 4, 4, 1]), 2, 2)
print(one.name, one.shape, three.name, three.shape)
dense = tf.layers.Dense(5, activation=tf.tanh, name="object", _reuse=None)
y = dense(flat)
z = dense(flat)
print(
    y.name,
    z.name,
    dense.name,
    dense.built,
    dense.units,
    [v.name for v in dense.variables],
    [v.name for v in dense.trainable_weights],
    dense.kernel.name,
    dense.bias.name,
)
print(dense.dtype, dense.scope_name, dense.graph is tf.get_default_graph(), dense.trainable, dense.count_params())
print(type(dense).__mro__[1].__name__, isinstance(dense, tf.layers.Layer), dense.weights == dense.variables)
bn = tf.layers.BatchNormalization(name="bn_object", momentum=0.9)
b = bn(flat, training=True)
print(b.name, [v.name for v in bn.variables], [v.name for v in bn.trainable_variables], [u.name for u in bn.updates])
flatten = tf.layers.Flatten()
print(flatten(x).name, flatten.name, tf.layers.Dense(1).name, tf.layers.Conv2D(2, 3, name="c").name)
for v in tf.global_variables():
    print(v.name, v.shape.as_list(), type(v).__name__, v.trainable if hasattr(v, "trainable") else "-")
print([op.name for op in tf.get_collection(tf.GraphKeys.UPDATE_OPS)])
print([v.name for v in tf.model_variables()], len(tf.trainable_variables()))
reg = tf.layers.dense(flat, 2, kernel_regularizer=lambda w: 0.5 * tf.reduce_sum(w * w), name="reg")
print([loss.name for loss in tf.losses.get_regularization_losses()])
data = np.linspace(-1, 1, 2 * 8 * 8 * 2).astype(np.float32).reshape(2, 8, 8, 2)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for flag in (False, True):
        print(np.round(sess.run(out, {x: data, training: flag}), 5).tolist())
    sess.run(tf.get_collection(tf.GraphKeys.UPDATE_OPS), {x: data, training: True})
    print(np.round(sess.run(bn.moving_mean)[:3] + 1.0, 5).tolist(), sess.run("bn/moving_variance:0").shape)
    print(sess.run(tf.reduce_sum(tf.abs(y - z)), {x: data, training: False}))
for wrong in (
    lambda: tf.layers.dense(flat, 3, name="out"),
    lambda: tf.layers.dense(tf.placeholder(tf.float32), 3),
    lambda: tf.layers.dense(tf.placeholder(tf.float32, [None, None]), 3),
    lambda: tf.layers.conv2d(flat, 3, 3),
    lambda: tf.layers.dense(flat, 2, name="never", reuse=True),
    lambda: tf.layers.Dense(3).kernel,
    lambda: tf.layers.Dense(3, wrong=1),
    lambda: tf.layers.dense(tf.constant([[1]]), 3).name,
):
    try:
        print("value", wrong())
    except Exception as error:
        print(type(error).__name__)
