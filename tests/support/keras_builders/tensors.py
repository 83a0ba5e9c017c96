"""Models that are fed by tensors: those of a `tf.data` pipeline in most code of that time."""

from typing import Any

from tests.support.keras_builders.registry import program, rows

X, Y = rows(10, 5), rows(10, 2, seed=1)


def _pipeline(tf: Any) -> Any:
    dataset = tf.data.Dataset.from_tensor_slices((X, Y)).repeat().batch(4, drop_remainder=True)
    return tf.compat.v1.data.make_one_shot_iterator(dataset).get_next()


@program
def pipeline(keras: Any, tf: Any) -> Any:
    k = keras.layers
    x, y = _pipeline(tf)
    inputs = k.Input(tensor=x)
    outputs = k.Dense(2)(k.Dropout(0.25)(k.Dense(3, activation="tanh")(inputs)))
    model = keras.models.Model(inputs, outputs)
    model.compile("sgd", "mse", ["mae"], target_tensors=[y])
    first = model.fit(epochs=3, steps_per_epoch=5)
    second = model.fit(epochs=2, steps_per_epoch=2, validation_steps=2, verbose=2)
    evaluation = model.evaluate(steps=3)
    return [first.history, first.params, second.history, second.params, evaluation, model.predict(None, steps=2)]


@program
def loss_without_targets(keras: Any, tf: Any) -> Any:
    """The labels are a tensor inside the graph; the loss is added to the model."""
    k = keras.layers
    x, y = _pipeline(tf)
    inputs = k.Input(tensor=x)
    outputs = k.Dense(2)(inputs)
    model = keras.models.Model(inputs, outputs)
    model.add_loss(keras.backend.mean(keras.backend.square(outputs - y)))
    model.compile("adam", loss=None)
    history = model.fit(steps_per_epoch=3, epochs=2, verbose=0).history
    names = [each.name for each in model.layers]
    tested = keras.models.Sequential([k.Dense(2, input_shape=(5,))])
    tested.compile("sgd", "mse")
    tested.layers[0].set_weights(model.layers[1].get_weights())
    return [history, names[1:], tested.evaluate(X, Y, verbose=0)]


@program
def targets_alone(keras: Any, tf: Any) -> Any:
    """Arrays in, a tensor as the target."""
    model = keras.models.Sequential([keras.layers.Dense(2, input_shape=(5,))])
    model.compile("sgd", "mse", target_tensors=[tf.constant(Y)])
    return [model.fit(X, None, epochs=3, batch_size=10, verbose=0).history, model.metrics_names]


@program
def tensors_given_to_fit(keras: Any, tf: Any) -> Any:
    x, y = _pipeline(tf)
    model = keras.models.Sequential([keras.layers.Dense(2, input_shape=(5,))])
    model.compile("sgd", "mse", ["mae"])
    history = model.fit(x, y, epochs=3, steps_per_epoch=2, verbose=0).history
    validation = {"validation_data": (x, y), "validation_steps": 2}
    validated = model.fit(x, y, epochs=2, steps_per_epoch=2, verbose=0, **validation).history
    evaluation = model.evaluate([x], [y], steps=3)
    answers = [history, model.predict(x, steps=1), validated, evaluation, model.test_on_batch(x, y)]
    for call in (model.evaluate, model.predict, model.fit):
        try:
            call(x, verbose=0) if call == model.predict else call(x, y, verbose=0)
        except ValueError as error:
            answers.append(str(error))
    return answers
