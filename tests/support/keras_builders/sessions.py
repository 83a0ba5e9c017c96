"""Keras layers in TensorFlow 1 code: placeholders, `Session.run`, the learning phase, and `tf.keras` beside it."""

from typing import Any

from tests.support.keras_builders.registry import program, rows, trained

X, Y = rows(10, 5), rows(10, 2, seed=1)


@program
def layers_on_placeholders(keras: Any, tf: Any) -> Any:
    k, phase = keras.layers, keras.backend.learning_phase()
    x, y = tf.placeholder(tf.float32, [None, 5]), tf.placeholder(tf.float32, [None, 2])
    hidden = k.Dropout(0.4)(k.Dense(4, activation="relu")(x))
    predictions = k.Dense(2, activation="softmax")(hidden)
    loss = tf.reduce_mean(keras.losses.categorical_crossentropy(y, predictions))
    step = tf.train.GradientDescentOptimizer(0.5).minimize(loss)
    session, losses = keras.backend.get_session(), []
    session.run(tf.global_variables_initializer())
    for _ in range(20):
        losses.append(session.run([loss, step], {x: X, y: Y, phase: 1})[0])
    names = [predictions.name] + [each.name for each in tf.trainable_variables()]
    return [losses, session.run(predictions, {x: X, phase: 0}), names]


@program
def model_in_session(keras: Any, tf: Any) -> Any:
    model = keras.models.Sequential([keras.layers.Dense(3, input_dim=5), keras.layers.Dropout(0.5)])
    model.add(keras.layers.Dense(2))
    model.compile("sgd", "mse")
    model.fit(X, Y, epochs=2, verbose=0)
    session = keras.backend.get_session()
    fed = {model.input: X[:3], keras.backend.learning_phase(): 0}
    k = keras.backend
    gradient = k.function([model.input], k.gradients(k.mean(model.output), [model.input]))
    k.set_value(model.optimizer.lr, 0.5)
    return [session.run(model.output, fed), gradient([X[:3]])[0], k.get_value(model.optimizer.lr), model.output.name]


@program
def beside_tf_keras(keras: Any, tf: Any) -> Any:
    theirs = tf.keras.models.Sequential([tf.keras.layers.Dense(2, input_shape=(5,), kernel_initializer="ones")])
    theirs.compile("sgd", "mse")
    ours = keras.models.Sequential([keras.layers.Dense(2, input_shape=(5,), kernel_initializer="ones")])
    ours.compile("sgd", "mse")
    losses = theirs.fit(X, Y, epochs=3, batch_size=4, shuffle=False, verbose=0).history["loss"]
    return [losses, trained(ours, X, Y, epochs=3, shuffle=False), [each.name for each in theirs.weights], ours.name]


@program
def backend(keras: Any, tf: Any) -> Any:
    k = keras.backend
    a, b = k.variable(rows(2, 3)), k.variable(rows(3, 2, seed=1), name="b")
    values = [
        k.dot(a, b), k.mean(a, axis=-1), k.std(a), k.softmax(a), k.clip(a, 0.2, 0.5), k.batch_flatten(k.expand_dims(a)),
        k.random_uniform((2,)), k.random_normal((2,)), k.truncated_normal((2,)), k.random_binomial((3,), 0.5),
        k.dropout(a, 0.5), k.switch(k.greater(k.sum(a), 1), a, a * 2), k.one_hot(k.constant([1, 0], dtype="int32"), 3),
        k.hard_sigmoid(a), k.relu(a - 0.5, alpha=0.1), k.l2_normalize(a, -1), k.batch_dot(k.ones((2, 3)), a, axes=1),
    ]  # fmt: skip
    shape = [k.int_shape(a), k.ndim(b), k.count_params(a), k.is_keras_tensor(k.placeholder((2, 2)))]
    return [[k.eval(each) for each in values], shape, k.image_data_format(), k.epsilon(), k.floatx()]
