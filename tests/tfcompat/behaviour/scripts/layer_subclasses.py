"""The user's own subclasses of `tf.layers.Layer` and `tf.keras.layers.Layer` in a graph."""

import tensorflow as tf


class Scale(tf.layers.Layer):
    def __init__(self, initial, **kwargs):
        super(Scale, self).__init__(**kwargs)
        self.initial = initial

    def build(self, input_shape):
        print(type(input_shape).__name__, type(input_shape[-1]).__name__, input_shape[-1].value)
        self.scale = self.add_variable(
            "scale", [input_shape[-1].value], initializer=tf.constant_initializer(self.initial)
        )
        self.offset = self.add_weight(
            "offset", shape=[int(input_shape[-1])], initializer=tf.zeros_initializer(), trainable=False
        )
        super(Scale, self).build(input_shape)

    def call(self, inputs, twice=False):
        out = inputs * self.scale + self.offset
        return out * 2.0 if twice else out

    def compute_output_shape(self, input_shape):
        return input_shape


class Block(tf.keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super(Block, self).__init__(**kwargs)
        self.dense = tf.keras.layers.Dense(units, kernel_initializer="ones")

    def build(self, input_shape):
        self.gain = self.add_weight(name="gain", shape=(1,), initializer="ones")
        super(Block, self).build(input_shape)

    def call(self, inputs):
        return self.dense(inputs) * self.gain


class Net(tf.keras.Model):
    def __init__(self):
        super(Net, self).__init__(name="net")
        self.one = tf.keras.layers.Dense(2, kernel_initializer="ones", name="one")
        self.two = tf.keras.layers.Dense(1, kernel_initializer="ones", name="two")

    def call(self, inputs):
        return self.two(self.one(inputs))


x = tf.ones([2, 3])
layer = Scale(2.0, name="mine")
y = layer(x)
z = layer(x, twice=True)
other = Scale(3.0)
w = other(x)
with tf.variable_scope("outer"):
    v = Scale(1.0, name="inner")(x)
applied = layer.apply(x)
print(y.name, z.name, w.name, v.name, applied.name)
print(
    [u.name for u in layer.variables],
    [u.name for u in layer.trainable_weights],
    [u.name for u in other.non_trainable_weights],
    other.name,
)
block = Block(2, name="block")
b = block(x)
net = Net()
n = net(x)
print(b.name, n.name, [u.name for u in block.weights], [u.name for u in net.trainable_variables], net.built)
print([u.name for u in tf.global_variables()], [type(u).__name__ for u in (layer.scale, block.gain)])
shared = tf.keras.layers.Dense(2, name="shared", kernel_initializer="zeros")
print(shared(x).name, shared(x).name, shared.kernel.name, shared.get_config()["units"], shared.losses, shared.updates)
with tf.name_scope("named"):
    print(tf.keras.layers.Dense(1)(x).name)
with tf.variable_scope("vs"):
    k = tf.keras.layers.Dense(1)
    print(k(x).name, k.kernel.name)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run([y, z, w, b, n]))
    layer.scale.load([1.0, 2.0, 3.0], sess)
    print(sess.run(y).tolist(), sess.run(layer.variables[0]).tolist())
