"""Code of Keras 1, as far as Keras 2.3.1 accepted it."""

from typing import Any

from tests.support.keras_builders.registry import program, rows, trained

IMAGES, Y = rows(10, 8, 7, 2, seed=3), rows(10, 2, seed=1)
SEQUENCES = rows(10, 4, 3, seed=2)


@program
def convolutions(keras: Any, tf: Any) -> Any:
    k, l2 = keras.layers, keras.regularizers.l2
    model = keras.models.Sequential()
    first = {"border_mode": "same", "subsample": (2, 2), "init": "he_normal", "W_regularizer": l2(0.01)}
    model.add(k.Convolution2D(4, 3, 2, dim_ordering="tf", input_shape=(8, 7, 2), **first))
    model.add(k.BatchNormalization(mode=0, gamma_init="one"))
    model.add(k.MaxPooling2D(pool_size=(2, 2), border_mode="valid", dim_ordering="default"))
    model.add(k.Convolution2D(nb_filter=3, nb_row=1, nb_col=2, bias=False))
    model.add(k.ZeroPadding2D(padding={"top_pad": 1, "left_pad": 2}))
    model.add(k.AtrousConvolution2D(2, 2, 2, atrous_rate=(1, 1)))
    model.add(k.Flatten())
    model.add(k.Dense(output_dim=5, init="uniform", activation="tanh", b_regularizer=l2(0.01)))
    model.add(k.Dropout(p=0.5))
    model.add(k.Dense(2))
    model.compile(keras.optimizers.SGD(lr=0.05), "mse")
    return [trained(model, IMAGES, Y), model.fit(IMAGES, Y, nb_epoch=2, verbose=0).history]


@program
def sequences(keras: Any, tf: Any) -> Any:
    k = keras.layers
    model = keras.models.Sequential()
    model.add(k.Convolution1D(4, 2, border_mode="same", subsample_length=1, input_dim=3, input_length=4))
    model.add(k.MaxPooling1D(pool_length=2, stride=1))
    model.add(k.GRU(3, return_sequences=True, dropout_W=0.1, dropout_U=0.1, inner_init="normal", consume_less="gpu"))
    options = {"inner_init": "uniform", "inner_activation": "hard_sigmoid", "forget_bias_init": "one"}
    model.add(k.LSTM(output_dim=3, **options))
    model.add(k.Highway(activation="relu"))
    model.add(k.MaxoutDense(4, nb_feature=2))
    model.add(k.GaussianNoise(sigma=0.1))
    model.add(k.Dense(2))
    model.compile(keras.optimizers.SGD(lr=0.05), "mse")
    return trained(model, SEQUENCES, Y)


@program
def joined(keras: Any, tf: Any) -> Any:
    k = keras.layers
    first = k.Input(shape=(3,))
    second = k.Embedding(input_dim=7, output_dim=2, input_length=3, init="normal", dropout=0.2)(first)
    model = keras.models.Model(input=first, output=k.Dense(2)(k.Flatten()(second)))
    model.compile(keras.optimizers.SGD(lr=0.05), "mse")

    def batches() -> Any:
        while True:
            yield (SEQUENCES[:5, 0] * 6, Y[:5])

    options = {"samples_per_epoch": 3, "nb_epoch": 2, "validation_data": batches(), "nb_val_samples": 2}
    return [
        model.fit_generator(batches(), verbose=0, max_q_size=1, nb_worker=1, **options).history,
        model.get_weights(),
    ]


@program
def names_of_modules(keras: Any, tf: Any) -> Any:
    from importlib import import_module

    paths = (
        "layers.core.Dense layers.convolutional.Conv2D layers.recurrent.LSTM "
        "layers.normalization.BatchNormalization layers.advanced_activations.PReLU "
        "layers.embeddings.Embedding layers.pooling.MaxPooling2D layers.wrappers.TimeDistributed "
        "layers.merge.Concatenate layers.noise.GaussianNoise layers.local.LocallyConnected1D "
        "engine.topology.Layer engine.topology.InputSpec engine.training.Model engine.Input "
        "utils.np_utils.to_categorical utils.generic_utils.Progbar utils.data_utils.get_file "
        "utils.vis_utils.plot_model preprocessing.image.img_to_array preprocessing.sequence.pad_sequences "
        "preprocessing.text.Tokenizer backend.tensorflow_backend.set_session datasets.mnist.load_data "
        "wrappers.scikit_learn.KerasClassifier objectives.mean_squared_error regularizers.l1_l2 "
        "constraints.maxnorm callbacks.History"
    )
    found = []
    for path in paths.split():
        module, name = path.rsplit(".", 1)
        holder = keras
        for part in module.split("."):
            holder = getattr(holder, part, None) or import_module("keras." + module)
        found.append([path, getattr(holder, name).__name__])
    k = keras.backend
    found.append([k.image_data_format(), k.backend(), keras.__version__])
    return [found, keras.utils.np_utils.to_categorical([0, 2])]


@program
def sequential_begun_with_merge(keras: Any, tf: Any) -> Any:
    """Keras 2 has no `Merge` any more: 2.3.1 plays the same model as a functional one."""
    k = keras.layers
    left = keras.models.Sequential([k.Dense(3, input_dim=5, activation="tanh")])
    right = keras.models.Sequential([k.Dense(4, input_dim=5)])
    if hasattr(k, "Merge"):
        model = keras.models.Sequential()
        model.add(k.Merge([left, right], mode="concat", concat_axis=1))
        model.add(k.Dense(2))
    else:
        both = k.concatenate([left.output, right.output], axis=1)
        model = keras.models.Model([left.input, right.input], k.Dense(2)(both))
    model.compile("sgd", "mse")
    given = rows(10, 5)
    return [trained(model, [given, given[::-1]], Y), model.input_shape, model.count_params()]
