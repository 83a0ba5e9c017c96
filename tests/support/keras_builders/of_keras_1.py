"""What Keras 1.2.2 had and 2.3.1 dropped; the recording is 1.2.2's own."""

import numpy as np

from tests.support.keras_builders.registry import program, rows

SEQUENCES, ROWS = rows(7, 4, 3, seed=2) - 0.5, rows(9, 5, seed=5) * 4 - 2


def _played(keras, layers, x, y):
    """What given weights predict, their gradients, and the loss with penalties; not what training gives: Keras 1 reads
    weights while it changes others."""
    model = keras.models.Sequential(layers)
    model.compile("sgd", "mse")
    model.set_weights([rows(*each.shape, seed=place) - 0.3 for place, each in enumerate(model.get_weights())])
    k = keras.backend
    slopes = k.gradients(k.mean(k.square(model.output - k.variable(y))), model.trainable_weights)
    inputs = model.inputs if hasattr(model, "inputs") else [model.input]
    return [model.predict(x), k.function(inputs, slopes)([x]), model.evaluate(x, y, verbose=0)]


@program
def activations(keras, tf):
    from keras.layers.advanced_activations import ParametricSoftplus, SReLU

    layers = [keras.layers.Dense(4, input_dim=5), ParametricSoftplus(beta_init=2.0), SReLU()]
    images = rows(6, 3, 4, 2, seed=8) * 4 - 2
    shared = [SReLU(shared_axes=[1, 2], input_shape=(3, 4, 2)), ParametricSoftplus(shared_axes=[1])]
    kept = [layers[1].get_config()["beta_init"], sorted(key for key in SReLU().get_config() if key.endswith("_init"))]
    return [_played(keras, layers, ROWS, rows(9, 4)), _played(keras, shared, images, images), kept]


@program
def dense_at_each_step(keras, tf):
    from keras.layers.core import TimeDistributedDense

    first = TimeDistributedDense(5, activation="tanh", W_regularizer="l2", input_length=4, input_dim=3)
    layers = [first, TimeDistributedDense(output_dim=2, bias=False)]
    return [_played(keras, layers, SEQUENCES, rows(7, 4, 2)), layers[0].get_config()["output_dim"]]


@program
def scores_of_batches(keras, tf):
    from keras import metrics

    k, true, found = keras.backend, np.round(rows(6, 4, seed=9)), rows(6, 4, seed=4)
    names = "matthews_correlation precision recall fmeasure f1score fscore".split()
    scores = [float(k.eval(getattr(metrics, name)(k.variable(true), k.variable(found)))) for name in names]
    scores.append(float(k.eval(metrics.fbeta_score(k.variable(true), k.variable(found), beta=2))))
    dense = keras.layers.Dense(3, input_dim=5, activation="sigmoid")
    model = keras.models.Sequential([dense])
    model.compile("sgd", "binary_crossentropy", metrics=["precision", "fmeasure"])
    model.set_weights([rows(5, 3, seed=1) - 0.5, rows(3)])
    return [scores, model.evaluate(ROWS[:3], np.round(rows(3, 3, seed=6)), verbose=0)]


@program
def helpers(keras, tf):
    from keras.optimizers import optimizer_from_config
    from keras.preprocessing import image
    from keras.utils import generic_utils, layer_utils, np_utils

    p, classes, y = rows(6, 3, seed=7), rows(6, 1, seed=8), np.array([1, 0, 1, 1, 0, 1])
    picture, turn = np.round(rows(5, 6, 2, seed=3) * 9), np.array([[0.9, -0.37, 0], [0.41, 0.83, 0], [0, 0, 1]])
    centred = image.transform_matrix_offset_center(turn, 5, 6)
    dense = layer_utils.layer_from_config(
        {"class_name": "Dense", "config": keras.layers.Dense(3, name="d", input_dim=2).get_config()}
    )
    model = keras.models.Sequential([dense, keras.layers.Dense(4, trainable=False)])
    return [
        np_utils.probas_to_classes(p),
        np_utils.probas_to_classes(classes),
        np_utils.categorical_probas_to_classes(p),
        float(np_utils.binary_logloss(p[:, 0], y)),
        float(np_utils.multiclass_logloss(p, y + 1)),
        float(np_utils.accuracy([1, 2, 3], [1, 5, 3])),
        [np_utils.convert_kernel(rows(3, 2, 3, 2), order) for order in ("th", "tf")],
        [np_utils.conv_output_length(11, 3, mode, 2, 2) for mode in ("same", "valid", "full")],
        [np_utils.conv_input_length(6, 3, mode, 2) for mode in ("same", "valid", "full")],
        image.apply_transform(picture, centred, 2, "constant", 1.5),
        image.apply_transform(picture, centred, channel_axis=2),
        image.flip_axis(picture, 1)[0, :, 0],
        [float(each) for each in (generic_utils.func_load(generic_utils.func_dump(lambda x: x / 4))(3),)],
        list(layer_utils.count_total_params(model.layers)),
        type(optimizer_from_config({"class_name": "adam", "config": {"lr": 0.5}})).__name__,
    ]


@program
def blocks_of_resnet(keras, tf):
    from keras.applications.resnet50 import conv_block, identity_block

    keras.backend.set_image_dim_ordering("tf")
    given = keras.layers.Input(shape=(6, 6, 4))
    x = conv_block(given, 3, [2, 3, 5], stage=2, block="a", strides=(1, 1))
    x = identity_block(conv_block(x, 3, [2, 2, 4], stage=3, block="a"), 3, [2, 3, 4], stage=3, block="b")
    model = keras.models.Model(given, x)
    model.set_weights([rows(*each.shape, seed=place) for place, each in enumerate(model.get_weights())])
    names = [each.name for each in model.layers if "_branch" in each.name]
    return [sorted(names), model.output_shape, model.predict(rows(2, 6, 6, 4))]


@program
def arguments_of_the_backend(keras, tf):
    """By the names that they had."""
    k = keras.backend
    images, kernel = k.variable(rows(1, 3, 4, 2, seed=1)), k.variable(rows(2, 3, 2, 2, seed=2))
    values = [
        k.conv2d(images, kernel, border_mode="same", dim_ordering="tf", image_shape=(1, 3, 4, 2), filter_shape=None),
        k.conv2d(images, kernel, strides=(2, 1), border_mode="valid", dim_ordering="tf"),
        k.pool2d(images, (2, 2), strides=(1, 2), border_mode="same", dim_ordering="tf", pool_mode="avg"),
        k.resize_images(images, 2, 3, dim_ordering="tf"),
        k.expand_dims(images, dim=1),
        k.one_hot(k.variable([1, 0, 2], dtype="int32"), nb_classes=3),
    ]
    drawn = [k.random_normal((3,), mean=5.0, std=0.0, seed=3), k.random_uniform((2,), low=2.0, high=2.0, seed=4)]
    return [k.batch_get_value(xs=[images]), [k.eval(each) for each in values + drawn]]
