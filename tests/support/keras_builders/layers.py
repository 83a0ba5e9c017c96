"""Each kind of layer in a model that is trained for 21 steps."""

from typing import Any

from tests.support.keras_builders.registry import program, rows, trained

X, Y = rows(10, 5), rows(10, 2, seed=1)
SEQUENCES, IMAGES = rows(10, 4, 3, seed=2), rows(10, 7, 6, 2, seed=3)
WORDS = (rows(10, 4, seed=4) * 6 + 1).astype("int32")


def _stack(keras: Any, *layers: Any) -> Any:
    model = keras.models.Sequential(list(layers))
    model.compile(loss="mse", optimizer=keras.optimizers.SGD(lr=0.1), metrics=["mae"])
    return model


@program
def dense(keras: Any, tf: Any) -> Any:
    k = keras.layers
    first = k.Dense(4, activation="relu", input_dim=5, kernel_regularizer="l2", bias_regularizer="l1")
    return trained(_stack(keras, first, k.Dense(2, kernel_constraint=keras.constraints.max_norm(0.5))), X, Y)


@program
def dropouts(keras: Any, tf: Any) -> Any:
    k = keras.layers
    noise = [k.GaussianNoise(0.1), k.GaussianDropout(0.2), k.AlphaDropout(0.1), k.Dropout(0.3)]
    return trained(_stack(keras, k.Dense(6, input_shape=(5,)), *noise, k.Dense(2)), X, Y)


@program
def convolution(keras: Any, tf: Any) -> Any:
    k = keras.layers
    layers = [
        k.Conv2D(3, (3, 2), activation="tanh", input_shape=(7, 6, 2)),
        k.MaxPooling2D(),
        k.SpatialDropout2D(0.2),
        k.Flatten(),
        k.Dense(2),
    ]
    return trained(_stack(keras, *layers), IMAGES, Y)


@program
def more_convolutions(keras: Any, tf: Any) -> Any:
    k = keras.layers
    layers = [
        k.SeparableConv2D(3, 2, padding="same", input_shape=(7, 6, 2)),
        k.DepthwiseConv2D(2),
        k.Conv2DTranspose(2, 2, strides=2),
        k.ZeroPadding2D((1, 0)),
        k.UpSampling2D(),
        k.AveragePooling2D(3),
        k.Cropping2D(((1, 0), (0, 1))),
        k.GlobalAveragePooling2D(),
        k.Dense(2),
    ]
    return trained(_stack(keras, *layers), IMAGES, Y)


@program
def normalization(keras: Any, tf: Any) -> Any:
    k = keras.layers
    layers = [k.Dense(4, use_bias=False, input_shape=(5,)), k.BatchNormalization(), k.Activation("relu"), k.Dense(2)]
    return trained(_stack(keras, *layers), X, Y)


@program
def normalization_of_images(keras: Any, tf: Any) -> Any:
    k = keras.layers
    first = k.Conv2D(3, 3, use_bias=False, input_shape=(7, 6, 2))
    layers = [first, k.BatchNormalization(momentum=0.9, scale=False), k.GlobalMaxPooling2D(), k.Dense(2)]
    return trained(_stack(keras, *layers), IMAGES, Y)


@program
def lstm(keras: Any, tf: Any) -> Any:
    k = keras.layers
    drop = {"dropout": 0.2, "recurrent_dropout": 0.3, "recurrent_initializer": "glorot_uniform"}
    first = k.LSTM(3, return_sequences=True, input_shape=(4, 3), **drop)
    return trained(_stack(keras, first, k.LSTM(2, implementation=1, **drop), k.Dense(2)), SEQUENCES, Y)


@program
def gru(keras: Any, tf: Any) -> Any:
    k = keras.layers
    first = k.GRU(3, return_sequences=True, dropout=0.2, recurrent_initializer="he_normal", input_shape=(4, 3))
    second = k.SimpleRNN(2, recurrent_dropout=0.2, recurrent_initializer="identity")
    return trained(_stack(keras, first, second, k.Dense(2)), SEQUENCES, Y)


@program
def embedding(keras: Any, tf: Any) -> Any:
    k = keras.layers
    words = k.Embedding(8, 3, input_length=4, mask_zero=True)
    recurrent = k.Bidirectional(k.LSTM(2, return_sequences=True, recurrent_initializer="uniform"))
    layers = [words, recurrent, k.TimeDistributed(k.Dense(3)), k.GRU(2, recurrent_initializer="normal"), k.Dense(2)]
    return trained(_stack(keras, *layers), WORDS, Y)


@program
def sequences(keras: Any, tf: Any) -> Any:
    k = keras.layers
    layers = [
        k.Conv1D(4, 2, padding="causal", input_shape=(4, 3)),
        k.LocallyConnected1D(3, 2),
        k.MaxPooling1D(2),
        k.Permute((2, 1)),
        k.Reshape((3,)),
        k.RepeatVector(2),
        k.Flatten(),
        k.PReLU(),
        k.LeakyReLU(0.2),
        k.Dense(2),
    ]
    return trained(_stack(keras, *layers), SEQUENCES, Y)


@program
def initializers(keras: Any, tf: Any) -> Any:
    names = (
        "glorot_normal glorot_uniform he_normal he_uniform identity lecun_normal lecun_uniform normal ones "
        "random_normal random_uniform truncated_normal uniform zeros"
    )
    found = {}
    for name in names.split():
        model = _stack(keras, keras.layers.Dense(3, kernel_initializer=name, input_shape=(3,)))
        found[name] = model.get_weights()[0]
    own = keras.initializers.VarianceScaling(2.0, "fan_out", "uniform", seed=4)
    model = _stack(keras, keras.layers.Conv2D(2, 2, kernel_initializer=own, input_shape=(3, 3, 2)))
    found["orthogonal"] = _stack(
        keras, keras.layers.Dense(2, kernel_initializer="orthogonal", input_shape=(2,))
    ).get_weights()[0]
    return {**found, "own": model.get_weights()[0]}


@program
def activity(keras: Any, tf: Any) -> Any:
    k = keras.layers
    layers = [k.Dense(4, activity_regularizer="l2", input_shape=(5,)), k.ActivityRegularization(0.01), k.Dense(2)]
    return trained(_stack(keras, *layers), X, Y)


@program
def channels_first_on_a_processor(keras: Any, tf: Any) -> Any:
    """Each kind of layer whose kernels want channels last, with its gradients; a softmax runs over the last axis."""
    k, found = keras.layers, []
    first = {"data_format": "channels_first"}
    for layer, shape in (
        (k.Conv1D(3, 2, activation="softmax", **first), (2, 7)),
        (k.Conv2D(3, 2, activation="softmax", strides=(2, 1), padding="same", **first), (2, 5, 6)),
        (k.Conv2D(2, (2, 1), dilation_rate=2, use_bias=False, **first), (3, 5, 6)),
        (k.Conv3D(2, (2, 1, 2), activation="tanh", **first), (2, 3, 4, 5)),
        (k.Conv3DTranspose(2, (2, 1, 2), **first), (3, 2, 3, 4)),
        (k.SeparableConv2D(3, 2, depth_multiplier=2, **first), (2, 4, 5)),
        (k.MaxPooling2D((2, 3), strides=(1, 2), padding="same", **first), (2, 4, 5)),
        (k.AveragePooling2D((2, 1), **first), (2, 4, 5)),
    ):
        given = k.Input(shape)
        outputs = layer(given)
        layer.set_weights([rows(*each.shape, seed=place) - 0.4 for place, each in enumerate(layer.get_weights())])
        slopes = keras.backend.gradients(keras.backend.sum(keras.backend.square(outputs)), [given, *layer.weights])
        run = keras.backend.function([given], [outputs, *slopes])
        values = run([rows(2, *shape, seed=9)])
        found.append([layer.output_shape, values[0], [each.sum() for each in values[1:]]])
    return found
