"""Functional models, generators, layers of the user's own, callbacks, and what is said about a model."""

import json
from typing import Any

import numpy as np

from tests.support.keras_builders.registry import program, rows, trained

X, Y = rows(10, 5), rows(10, 2, seed=1)


def _two_headed(keras: Any) -> Any:
    k = keras.layers
    first, second = k.Input(shape=(5,)), k.Input(shape=(5,), name="other")
    shared = k.Dense(3, activation="relu")
    joined = k.concatenate([shared(first), shared(second)])
    summed = k.add([k.Dense(5)(joined), first])
    one = k.Dense(2, name="one")(summed)
    parts = [summed, second]
    mixed = k.average([k.multiply(parts), k.maximum(parts), k.subtract(parts)])
    two = k.Dense(1, activation="sigmoid")(k.Dot(1)([mixed, second]))
    return keras.models.Model(inputs=[first, second], outputs=[one, two])


@program
def two_headed(keras: Any, tf: Any) -> Any:
    model = _two_headed(keras)
    losses = {"one": "mse", model.output_names[1]: "binary_crossentropy"}
    model.compile("sgd", losses, ["accuracy"], loss_weights=[1.0, 0.5])
    model.summary()
    answer = trained(model, [X, X[::-1]], [Y, (Y[:, :1] > 0.5).astype("float32")], validation_split=0.2)
    return [answer, model.metrics_names, model.input_shape, model.output_shape, model.name]


@program
def configuration(keras: Any, tf: Any) -> Any:
    k = keras.layers
    stack = keras.models.Sequential()
    stack.add(k.Conv2D(3, 2, padding="same", input_shape=(6, 6, 2), kernel_regularizer=keras.regularizers.l2(0.5)))
    for layer in (k.BatchNormalization(), k.MaxPooling2D(), k.Dropout(0.5), k.Flatten(), k.Dense(2, name="last")):
        stack.add(layer)
    again = keras.models.model_from_json(stack.to_json())
    joined = _two_headed(keras)
    same = keras.models.Model.from_config(joined.get_config())
    configs = [json.loads(stack.to_json())["config"]["layers"], [each.name for each in same.layers]]
    return [configs, [each.shape for each in again.get_weights()], same.count_params()]


@program
def own_layer(keras: Any, tf: Any) -> Any:
    k = keras.backend

    class Scaled(keras.layers.Layer):  # type: ignore[misc]
        def __init__(self, units: int, **kwargs: Any) -> None:
            self.units = units
            super().__init__(**kwargs)

        def build(self, input_shape: Any) -> None:
            shape = input_shape[:0] + (input_shape[1], self.units)
            self.kernel = self.add_weight(name="kernel", shape=shape, initializer="uniform", trainable=True)
            super().build(input_shape)

        def call(self, inputs: Any) -> Any:
            return k.dot(inputs, self.kernel) * 2

        def compute_output_shape(self, input_shape: Any) -> Any:
            return (input_shape[0], self.units)

    model = keras.models.Sequential([Scaled(3, input_shape=(5,)), keras.layers.Lambda(lambda x: x**2), Scaled(2)])
    model.compile("sgd", "mse")
    inner = k.function([model.layers[0].input, k.learning_phase()], [model.layers[1].output])
    return [trained(model, X, Y), inner([X[:2], 0])[0], model.layers[0].output_shape]


@program
def generators(keras: Any, tf: Any) -> Any:
    def batches() -> Any:
        while True:
            for start in range(0, 10, 5):
                yield X[start : start + 5], Y[start : start + 5]

    model = keras.models.Sequential([keras.layers.Dense(2, input_shape=(5,))])
    model.compile("sgd", "mse", ["mae"])
    first = model.fit_generator(batches(), steps_per_epoch=2, epochs=11, verbose=0, validation_data=(X, Y)).history
    second = model.fit_generator(batches(), 2, 3, verbose=0, validation_data=batches(), validation_steps=2).history
    return [first, second, model.evaluate_generator(batches(), 2), model.predict_generator(batches(), 2)]


@program
def augmented(keras: Any, tf: Any) -> Any:
    images = rows(10, 6, 6, 1, seed=5)
    made = keras.preprocessing.image.ImageDataGenerator(horizontal_flip=True, featurewise_center=True, zoom_range=0.2)
    made.fit(images)
    model = keras.models.Sequential([keras.layers.Flatten(input_shape=(6, 6, 1)), keras.layers.Dense(2)])
    model.compile("sgd", "mse")
    flow = made.flow(images, Y, batch_size=5)
    return [model.fit_generator(flow, 2, 10, verbose=0, workers=0).history, np.random.randint(1000000)]


@program
def events(keras: Any, tf: Any) -> Any:
    seen = []

    class Noting(keras.callbacks.Callback):  # type: ignore[misc]
        def on_train_begin(self, logs: Any = None) -> None:
            seen.append(sorted(self.params))

        def on_batch_end(self, batch: int, logs: Any = None) -> None:
            seen.append([batch, sorted(logs)])

        def on_epoch_end(self, epoch: int, logs: Any = None) -> None:
            seen.append([epoch, list(logs)])

    model = keras.models.Sequential([keras.layers.Dense(2, input_shape=(5,))])
    model.compile("sgd", "mse", ["mae"])
    extra = [keras.callbacks.LambdaCallback(on_epoch_begin=lambda epoch, logs: seen.append(epoch)), Noting()]
    model.fit(X, Y, batch_size=4, epochs=2, verbose=0, validation_data=(X, Y), callbacks=extra)
    return seen


@program
def gradients_in_a_layer(keras: Any, tf: Any) -> Any:
    """Where the largest entries were, by a gradient, which comes as a list of one: pooling is undone by it."""
    k, layers = keras.backend, keras.layers
    given = layers.Input((4, 6))
    before = layers.Conv1D(3, 2, padding="same", activation="relu")(given)
    pooled = layers.MaxPooling1D(2)(before)
    places = layers.Lambda(lambda x: k.gradients(k.sum(x[1]), x[0]), output_shape=lambda x: x[0])([before, pooled])
    outputs = layers.Dense(2)(layers.Flatten()(layers.multiply([layers.UpSampling1D(2)(pooled), places])))
    model = keras.models.Model(given, outputs)
    model.compile("sgd", "mse")
    return trained(model, rows(10, 4, 6), rows(10, 2, seed=1))


@program
def other_shapes(keras: Any, tf: Any) -> Any:
    """Models called with shapes that their layers take, though not those of their inputs: images of another size, a
    sequence for a vector, and the product of a vector and a word's embedding."""
    k = keras.layers
    small = keras.models.Sequential([k.Conv2D(2, 3, input_shape=(8, 8, 1)), k.GlobalAveragePooling2D()])
    image = k.Input((10, 12, 1))
    vectors = keras.models.Sequential([k.Dense(6, input_dim=5, activation="relu"), k.Reshape((3, 2))])
    vector, word = k.Input((5,)), k.Input((1,), dtype="int32")
    parts = vectors(k.multiply([vector, k.Embedding(4, 5)(word)]))
    whole = keras.models.Model([image, vector, word], k.concatenate([small(image), k.Flatten()(parts)]))
    given, one = k.Input((4,)), k.Input((1, 4))
    dense = keras.models.Model(given, k.Dense(2)(given))
    shapes = [dense(k.Input(shape)).shape.as_list() for shape in [(1, 4), (7, 4)]]
    column = keras.models.Model(one, k.Dense(2)(one))
    shapes.append(column(given).shape.as_list())
    whole.compile("sgd", "mse")
    inputs = [rows(10, 10, 12, 1), X, np.arange(10)[:, None] % 4]
    return [shapes, trained(whole, inputs, rows(10, 8, seed=1), epochs=2)]


@program
def calls_of_models(keras: Any, tf: Any) -> Any:
    """What a model's nodes are: its own inputs and outputs, then those of each call."""
    k = keras.layers
    first, second = k.Input((4,)), k.Input((4,))
    joined = keras.models.Model(first, k.Dense(2, activation="tanh")(first))
    stack = keras.models.Sequential([k.Dense(3, input_shape=(2,)), k.Dense(1)])
    one, two = k.Input((4,)), k.Input((4,))
    whole = keras.models.Model([one, two], [stack(joined(one)), stack(joined(two))])
    both = keras.models.Model([first, second], [k.add([first, second]), k.Dense(3)(second)])
    both([one, two])
    whole.summary()
    nodes = [
        [[model.get_input_at(place), model.get_output_at(place)] for place in (0, 1, 2, -1, -3)]
        for model in (joined, stack)
    ]
    names = [[[tensor.name for tensor in pair] for pair in rows] for rows in nodes]
    pairs = [[each.name for each in both.get_output_at(place) + both.get_input_at(place)] for place in (0, 1)]
    shapes = [joined.get_input_shape_at(0), stack.get_output_shape_at(2), both.get_output_shape_at(0)]
    outer = keras.models.Model(one, k.concatenate([joined.get_output_at(1), stack.get_output_at(1)]))
    return [names, pairs, shapes, outer.predict(X[:, :4])]
