"""tf.keras in a session, tf.distributions, and whole small training graphs."""

from typing import Any

from .registry import add, builder

_KERAS = {
    "dense": lambda keras: keras.layers.Dense(4, activation="relu"),
    "dense_regularized": lambda keras: keras.layers.Dense(4, kernel_regularizer=keras.regularizers.l2(0.01)),
    "dropout": lambda keras: keras.layers.Dropout(0.5),
    "batch_normalization": lambda keras: keras.layers.BatchNormalization(),
    "activation": lambda keras: keras.layers.Activation("tanh"),
    "leaky_relu": lambda keras: keras.layers.LeakyReLU(0.2),
    "gaussian_noise": lambda keras: keras.layers.GaussianNoise(0.2),
}
_KERAS_SEQUENCES = {
    "simple_rnn": lambda keras: keras.layers.SimpleRNN(2),
    "gru": lambda keras: keras.layers.GRU(2),
    "lstm": lambda keras: keras.layers.LSTM(2),
    "lstm_sequences": lambda keras: keras.layers.LSTM(2, return_sequences=True),
    "bidirectional": lambda keras: keras.layers.Bidirectional(keras.layers.LSTM(2)),
    "conv1d": lambda keras: keras.layers.Conv1D(2, 2),
    "global_pooling": lambda keras: keras.layers.GlobalAveragePooling1D(),
    "max_pooling": lambda keras: keras.layers.MaxPooling1D(),
    "flatten": lambda keras: keras.layers.Flatten(),
    "time_distributed": lambda keras: keras.layers.TimeDistributed(keras.layers.Dense(2)),
    "lambda": lambda keras: keras.layers.Lambda(lambda x: x * 2.0),
}
_DISTRIBUTIONS = {
    "normal": lambda tf: tf.distributions.Normal(0.0, [1.0, 2.0]),
    "bernoulli": lambda tf: tf.distributions.Bernoulli(probs=[0.3, 0.7]),
    "categorical": lambda tf: tf.distributions.Categorical(logits=[0.1, 0.5, 0.9]),
    "beta": lambda tf: tf.distributions.Beta(1.0, 2.0),
    "gamma": lambda tf: tf.distributions.Gamma(1.0, 2.0),
    "exponential": lambda tf: tf.distributions.Exponential(2.0),
    "uniform": lambda tf: tf.distributions.Uniform(0.0, 2.0),
    "laplace": lambda tf: tf.distributions.Laplace(0.0, 2.0),
    "dirichlet": lambda tf: tf.distributions.Dirichlet([1.0, 2.0]),
    "student_t": lambda tf: tf.distributions.StudentT(3.0, 0.0, 1.0),
    "multinomial": lambda tf: tf.distributions.Multinomial(4.0, probs=[0.2, 0.8]),
}


def _keras_layer(make: Any, shape: Any) -> Any:
    def build(tf: Any) -> Any:
        x = tf.reshape(tf.range(24.0) / 24.0, shape)
        return [make(tf.keras)(x), tf.random_normal([2])]

    return build


def _sampled(make: Any) -> Any:
    def build(tf: Any, seed: Any) -> Any:
        distribution = make(tf)
        sample = distribution.sample(3, seed=seed)
        return [sample, distribution.log_prob(sample), tf.random_normal([2])] if seed is None else sample

    return build


for _name, _make in sorted(_KERAS.items()):
    add("models", "keras_" + _name, _keras_layer(_make, [6, 4]))
for _name, _make in sorted(_KERAS_SEQUENCES.items()):
    add("models", "keras_" + _name, _keras_layer(_make, [2, 4, 3]))
for _name, _make in sorted(_DISTRIBUTIONS.items()):
    add("models", "distributions_" + _name, _sampled(_make))


@builder
def keras_conv2d(tf: Any) -> Any:
    layers = tf.keras.layers
    x = tf.reshape(tf.range(64.0) / 64.0, [2, 4, 4, 2])
    x = layers.MaxPooling2D()(layers.Conv2D(3, 2, padding="same", activation="relu")(x))
    return layers.Dense(2, activation="softmax")(layers.Flatten()(x))


@builder
def keras_embedding(tf: Any) -> Any:
    return tf.keras.layers.Embedding(5, 3)(tf.constant([[1, 2], [3, 4]]))


@builder
def keras_dropout_training(tf: Any, seed: Any) -> Any:
    return tf.keras.layers.Dropout(0.5, seed=seed)(tf.ones([3, 3]), training=True)


@builder
def keras_sequential(tf: Any) -> None:
    keras = tf.keras
    keras.Sequential([keras.layers.Dense(4, activation="relu", input_shape=(3,)), keras.layers.Dense(2)])


@builder
def keras_functional(tf: Any) -> None:
    keras = tf.keras
    x = keras.layers.Input((3,))
    y = keras.layers.Dropout(0.5)(keras.layers.Dense(4, activation="relu")(x))
    keras.Model(x, keras.layers.Dense(1)(y))


@builder
def keras_fit(tf: Any) -> Any:
    import numpy as np

    keras = tf.keras
    model = keras.Sequential([keras.layers.Dense(4, activation="relu", input_shape=(3,)), keras.layers.Dense(1)])
    model.compile("sgd", "mse")

    def run(session: Any) -> Any:
        keras.backend.set_session(session)
        data = np.arange(12.0).reshape(4, 3) / 12.0
        model.fit(data, data[:, :1], epochs=2, batch_size=2, shuffle=False, verbose=0)
        return model.predict(data)

    return run


@builder
def mnist_softmax(tf: Any) -> Any:
    x = tf.placeholder(tf.float32, [None, 4])
    w = tf.Variable(tf.zeros([4, 3]))
    b = tf.Variable(tf.zeros([3]))
    y = tf.matmul(x, w) + b
    y_ = tf.placeholder(tf.float32, [None, 3])
    loss = tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(labels=y_, logits=y))
    step = tf.train.GradientDescentOptimizer(0.5).minimize(loss)
    right = tf.equal(tf.argmax(y, 1), tf.argmax(y_, 1))
    accuracy = tf.reduce_mean(tf.cast(right, tf.float32))
    feed = {x: [[1.0, 2.0, 3.0, 4.0]], y_: [[0.0, 1.0, 0.0]]}
    return lambda session: [session.run(step, feed), session.run([loss, accuracy, w, b], feed)]


@builder
def mnist_deep(tf: Any) -> Any:
    x = tf.placeholder(tf.float32, [None, 64])
    y_ = tf.placeholder(tf.int64, [None])
    keep = tf.placeholder(tf.float32)
    image = tf.reshape(x, [-1, 8, 8, 1])
    w1 = tf.Variable(tf.truncated_normal([3, 3, 1, 2], stddev=0.1))
    b1 = tf.Variable(tf.constant(0.1, shape=[2]))
    hidden = tf.nn.relu(tf.nn.conv2d(image, w1, strides=[1, 1, 1, 1], padding="SAME") + b1)
    hidden = tf.nn.max_pool(hidden, ksize=[1, 2, 2, 1], strides=[1, 2, 2, 1], padding="SAME")
    flat = tf.reshape(hidden, [-1, 4 * 4 * 2])
    w2 = tf.Variable(tf.truncated_normal([32, 5], stddev=0.1))
    dropped = tf.nn.dropout(tf.nn.relu(tf.matmul(flat, w2)), keep)
    w3 = tf.Variable(tf.truncated_normal([5, 3], stddev=0.1))
    loss = tf.losses.sparse_softmax_cross_entropy(labels=y_, logits=tf.matmul(dropped, w3))
    step = tf.train.AdamOptimizer(1e-2).minimize(loss)
    feed = {x: [[place / 64.0 for place in range(64)]] * 2, y_: [0, 2], keep: 0.5}
    fetches = [loss, w1, w3, tf.random_normal([2])]
    return lambda session: [session.run(step, feed), session.run(step, feed), session.run(fetches, feed)]


@builder
def gan(tf: Any) -> Any:
    def net(x: Any, size: int, scope: str, reuse: Any = None) -> Any:
        with tf.variable_scope(scope, reuse=reuse):
            return tf.layers.dense(tf.layers.dense(x, 4, tf.nn.leaky_relu), size)

    noise = tf.random_uniform([2, 3], -1.0, 1.0)
    real = net(tf.ones([2, 4]), 1, "D")
    fake = net(net(noise, 4, "G"), 1, "D", reuse=True)
    cross = tf.nn.sigmoid_cross_entropy_with_logits
    d_loss = tf.reduce_mean(cross(logits=real, labels=tf.ones_like(real)) + cross(logits=fake, labels=tf.zeros_like(fake)))
    g_loss = tf.reduce_mean(cross(logits=fake, labels=tf.ones_like(fake)))
    d_vars = tf.get_collection(tf.GraphKeys.TRAINABLE_VARIABLES, scope="D")
    g_vars = tf.get_collection(tf.GraphKeys.TRAINABLE_VARIABLES, scope="G")
    steps = [
        tf.train.AdamOptimizer(1e-2, beta1=0.5).minimize(d_loss, var_list=d_vars),
        tf.train.AdamOptimizer(1e-2, beta1=0.5).minimize(g_loss, var_list=g_vars),
    ]
    return lambda session: [session.run(steps[0]), session.run(steps[1]), session.run([d_loss, g_loss])]


@builder
def autoencoder(tf: Any) -> Any:
    x = tf.placeholder("float", [None, 4])
    weights = {"h1": tf.Variable(tf.random_normal([4, 2])), "h2": tf.Variable(tf.random_normal([2, 4]))}
    biases = {"b1": tf.Variable(tf.random_normal([2])), "b2": tf.Variable(tf.random_normal([4]))}
    code = tf.nn.sigmoid(tf.add(tf.matmul(x, weights["h1"]), biases["b1"]))
    y = tf.nn.sigmoid(tf.add(tf.matmul(code, weights["h2"]), biases["b2"]))
    cost = tf.reduce_mean(tf.pow(x - y, 2))
    step = tf.train.RMSPropOptimizer(0.01).minimize(cost)
    feed = {x: [[0.1, 0.2, 0.3, 0.4]]}
    return lambda session: [session.run(step, feed), session.run([cost, y], feed)]


@builder
def vae(tf: Any) -> Any:
    x = tf.constant([[0.1, 0.2, 0.3, 0.4]])
    mean, log_variance = tf.layers.dense(x, 2), tf.layers.dense(x, 2)
    code = mean + tf.exp(log_variance / 2) * tf.random_normal(tf.shape(mean))
    y = tf.layers.dense(code, 4, tf.nn.sigmoid)
    divergence = -0.5 * tf.reduce_sum(1 + log_variance - tf.square(mean) - tf.exp(log_variance), 1)
    loss = tf.reduce_mean(tf.reduce_sum(tf.squared_difference(x, y), 1) + divergence)
    step = tf.train.AdamOptimizer(0.01).minimize(loss)
    return lambda session: [session.run(step), session.run([loss, y])]


@builder
def keras_gan(tf: Any) -> Any:
    """What is made after a model is compiled has its seeds shifted by the loss and the metrics."""
    keras = tf.keras
    judge = keras.Sequential(
        [keras.layers.Dense(4, activation="relu", input_shape=(4,)), keras.layers.Dense(1, activation="sigmoid")]
    )
    judge.compile(keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
    maker = keras.Sequential([keras.layers.Dense(4, input_shape=(2,)), keras.layers.Dropout(0.5)])
    judge.trainable = False
    noise = keras.layers.Input((2,))
    both = keras.Model(noise, judge(maker(noise)))
    both.compile("adam", "binary_crossentropy")
    return [maker.weights, tf.random_normal([2])]


@builder
def keras_classifier(tf: Any) -> Any:
    import numpy as np

    keras = tf.keras
    model = keras.Sequential()
    model.add(keras.layers.Dense(5, activation="relu", input_dim=3))
    model.add(keras.layers.Dropout(0.5))
    model.add(keras.layers.Dense(2, activation="softmax"))
    model.compile("rmsprop", "sparse_categorical_crossentropy", metrics=["accuracy"])

    def run(session: Any) -> Any:
        keras.backend.set_session(session)
        data, labels = np.arange(12.0).reshape(4, 3) / 12.0, np.array([0, 1, 0, 1])
        model.fit(data, labels, epochs=2, batch_size=2, shuffle=False, verbose=0)
        return [model.predict(data), [float(value) for value in model.evaluate(data, labels, verbose=0)]]

    return run
