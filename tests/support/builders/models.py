"""tf.distributions, and whole small training graphs."""

from typing import Any

from .registry import add, builder

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


def _sampled(make: Any) -> Any:
    def build(tf: Any, seed: Any) -> Any:
        distribution = make(tf)
        sample = distribution.sample(3, seed=seed)
        return [sample, distribution.log_prob(sample), tf.random_normal([2])] if seed is None else sample

    return build


for _name, _make in sorted(_DISTRIBUTIONS.items()):
    add("models", "distributions_" + _name, _sampled(_make))


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
    d_loss = tf.reduce_mean(
        cross(logits=real, labels=tf.ones_like(real)) + cross(logits=fake, labels=tf.zeros_like(fake))
    )
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
