"""Models of `tf.keras` called: with shapes that their layers take, though not those of their inputs; and the nodes."""

import numpy as np
import tensorflow as tf

layers, K = tf.keras.layers, tf.keras.backend


def joined(shape, layer):
    given = layers.Input(shape)
    return tf.keras.Model(given, layer(given))


def dense():
    return layers.Dense(3, kernel_initializer="ones")


def called(model, shape):
    given = layers.Input(shape)
    whole = tf.keras.Model(given, model(given))
    return whole.output_shape, whole.predict(np.ones((2,) + shape)).shape


first, one, two = layers.Input((4,)), layers.Input((4,)), layers.Input((4,))
inner = tf.keras.Model(first, layers.Dense(2)(first))
stack = tf.keras.Sequential([layers.Dense(3, input_shape=(2,)), layers.Dense(1)])
whole = tf.keras.Model([one, two], [stack(inner(one)), stack(inner(two))])
for model in (inner, stack):
    print([(model.get_input_at(place).name, model.get_output_at(place).name) for place in (0, 1, 2, -1, -3)])
    print(model.get_input_shape_at(0), model.get_output_shape_at(1), model.output.name)
print(whole.get_output_at(0)[1] is whole.outputs[1], whole.get_input_shape_at(0))
for built, given in [
    ((4,), (1, 4)),
    ((4,), (7, 4)),
    ((2, 4), (4,)),
    ((2, 4), (3, 4)),
    ((1,), (1, 1)),
    ((1, 1), (1,)),
]:
    K.clear_session()
    print(built, given, called(joined(built, dense()), given))
    stack = tf.keras.Sequential([dense()])
    stack.build((None,) + built)
    shaped = tf.keras.Sequential([layers.Dense(3, input_shape=built)])
    print(called(stack, given), called(shaped, given))
K.clear_session()
images = joined((8, 8, 1), layers.Conv2D(2, 3))
print(called(images, (10, 12, 1)), called(tf.keras.Sequential([images, layers.MaxPool2D()]), (6, 5, 1)))
print(images(tf.placeholder(tf.float32, [3, 5, 6, 1])).shape, images(tf.zeros([3, 5, 6, 1])).name)
print(called(tf.keras.Sequential([layers.Flatten(input_shape=(2, 3)), dense()]), (3, 2)))
print(layers.TimeDistributed(joined((4,), dense()))(layers.Input((7, 4))).shape)
two = [layers.Input((4,)), layers.Input((2, 4))]
add = tf.keras.Model(two, layers.Lambda(lambda x: x[0][:, None] + x[1])(two))
print(add([layers.Input((4,)), layers.Input((5, 4))]).shape)
for model, given in [(joined((4,), dense()), (5,)), (joined((4,), dense()), (4, 1)), (joined((3, 1), dense()), (3,))]:
    try:
        print(called(model, given))
    except ValueError:
        print("refused", given)
for given in [(1, 4), (5,)]:
    try:
        joined((4,), dense()).predict(np.ones((2,) + given))
    except ValueError as error:
        print(error)
K.clear_session()
