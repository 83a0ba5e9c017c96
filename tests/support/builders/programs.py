"""Small whole programs of the kind that tutorials and papers came with."""

from typing import Any

from .registry import builder


def _trained(tf: Any, step: Any, fetches: Any) -> Any:
    fetches = [fetches, tf.random_normal([2])]
    return lambda session: [session.run(step), session.run(step), session.run(fetches)]


@builder
def residual_network(tf: Any) -> Any:
    def normalized(x: Any) -> Any:
        return tf.nn.relu(tf.layers.batch_normalization(x, momentum=0.997, epsilon=1e-5, training=True, fused=True))

    def convolved(x: Any, filters: int, strides: int) -> Any:
        init = tf.variance_scaling_initializer()
        return tf.layers.conv2d(x, filters, 3, strides, "same", use_bias=False, kernel_initializer=init)

    x = convolved(tf.reshape(tf.range(96.0) / 96.0, [2, 4, 4, 3]), 2, 1)
    for filters, strides in ((2, 1), (4, 2)):
        y = normalized(x)
        shortcut = convolved(y, filters, strides) if strides > 1 else x
        x = convolved(normalized(convolved(y, filters, strides)), filters, 1) + shortcut
    logits = tf.layers.dense(tf.reduce_mean(normalized(x), [1, 2]), 3)
    loss = tf.losses.sparse_softmax_cross_entropy([0, 2], logits)
    loss += 2e-4 * tf.add_n([tf.nn.l2_loss(v) for v in tf.trainable_variables() if "batch_norm" not in v.name])
    rate = tf.train.piecewise_constant(tf.train.get_or_create_global_step(), [2, 5], [0.1, 0.01, 0.001])
    optimizer = tf.train.MomentumOptimizer(rate, 0.9)
    with tf.control_dependencies(tf.get_collection(tf.GraphKeys.UPDATE_OPS)):
        step = optimizer.minimize(loss, tf.train.get_global_step())
    return _trained(tf, step, [loss, logits])


@builder
def dcgan(tf: Any) -> Any:
    def make(z: Any) -> Any:
        with tf.variable_scope("generator"):
            x = tf.reshape(tf.layers.dense(z, 2 * 2 * 4), [-1, 2, 2, 4])
            x = tf.nn.relu(tf.layers.batch_normalization(x, training=True))
            return tf.tanh(tf.layers.conv2d_transpose(x, 1, 3, strides=2, padding="same"))

    def judge(x: Any, reuse: bool) -> Any:
        with tf.variable_scope("discriminator", reuse=reuse):
            x = tf.nn.leaky_relu(tf.layers.conv2d(x, 4, 3, strides=2, padding="same"))
            x = tf.layers.dropout(x, 0.3, training=True)
            return tf.layers.dense(tf.layers.flatten(x), 1)

    fake = make(tf.random_uniform([2, 3], -1.0, 1.0))
    real_logits, fake_logits = judge(tf.ones([2, 4, 4, 1]), False), judge(fake, True)
    real = tf.losses.sigmoid_cross_entropy(tf.ones_like(real_logits), real_logits, label_smoothing=0.1)
    d_loss = real + tf.losses.sigmoid_cross_entropy(tf.zeros_like(fake_logits), fake_logits)
    g_loss = tf.losses.sigmoid_cross_entropy(tf.ones_like(fake_logits), fake_logits)
    steps = [
        tf.train.AdamOptimizer(2e-4, beta1=0.5).minimize(loss, var_list=tf.trainable_variables(scope))
        for loss, scope in ((d_loss, "discriminator"), (g_loss, "generator"))
    ]
    return _trained(tf, steps[0], [d_loss, g_loss, steps[1]])


@builder
def attention(tf: Any) -> Any:
    x = tf.nn.embedding_lookup(tf.get_variable("embedding", [10, 4]), [[1, 2, 3], [4, 5, 0]])
    mask = tf.cast(tf.sequence_mask([3, 2], 3), tf.float32)
    query, key, value = (tf.layers.dense(x, 4, name=name) for name in ("q", "k", "v"))
    parts = [tf.transpose(tf.reshape(t, [2, 3, 2, 2]), [0, 2, 1, 3]) for t in (query, key, value)]
    scores = tf.matmul(parts[0], parts[1], transpose_b=True) / 2.0**0.5
    scores += (1.0 - tf.expand_dims(tf.expand_dims(mask, 1), 1)) * -10000.0
    read = tf.matmul(tf.nn.dropout(tf.nn.softmax(scores), 0.9), parts[2])
    y = x + tf.layers.dense(tf.reshape(tf.transpose(read, [0, 2, 1, 3]), [2, 3, 4]), 4)
    mean, variance = tf.nn.moments(y, [-1], keep_dims=True)
    y = (y - mean) * tf.rsqrt(variance + 1e-12) * tf.get_variable("gamma", [4], initializer=tf.ones_initializer())
    cdf = 0.5 * (1.0 + tf.erf(y / tf.sqrt(2.0)))
    logits = tf.layers.dense(tf.squeeze((y * cdf)[:, 0:1, :], axis=1), 2)
    per_example = -tf.reduce_sum(tf.one_hot([0, 1], depth=2, dtype=tf.float32) * tf.nn.log_softmax(logits), axis=-1)
    loss = tf.reduce_mean(per_example)
    weights = tf.trainable_variables()
    gradients, _ = tf.clip_by_global_norm(tf.gradients(loss, weights), clip_norm=1.0)
    step = tf.train.AdamOptimizer(0.01).apply_gradients(zip(gradients, weights))
    return _trained(tf, step, [loss, logits])


@builder
def deep_q_network(tf: Any) -> Any:
    def net(states: Any, scope: str) -> Any:
        with tf.variable_scope(scope):
            init = tf.random_normal_initializer(0.0, 0.3)
            hidden = tf.layers.dense(states, 5, tf.nn.relu, kernel_initializer=init, name="l1")
            return tf.layers.dense(hidden, 2, kernel_initializer=init, name="q")

    states, following = tf.ones([3, 4]), tf.zeros([3, 4])
    actions, rewards = tf.constant([0, 1, 1]), tf.constant([1.0, 0.0, -1.0])
    q, target = net(states, "eval_net"), net(following, "target_net")
    wanted = tf.stop_gradient(rewards + 0.9 * tf.reduce_max(target, axis=1, name="Qmax"))
    places = tf.stack([tf.range(tf.shape(actions)[0], dtype=tf.int32), actions], axis=1)
    loss = tf.reduce_mean(tf.squared_difference(wanted, tf.gather_nd(params=q, indices=places)))
    step = tf.train.RMSPropOptimizer(0.01).minimize(loss)
    pairs = zip(
        tf.get_collection(tf.GraphKeys.GLOBAL_VARIABLES, scope="target_net"),
        tf.get_collection(tf.GraphKeys.GLOBAL_VARIABLES, scope="eval_net"),
    )
    copies = [tf.assign(t, e) for t, e in pairs]
    fetches = [loss, q, tf.random_normal([2])]
    return lambda session: [session.run(step), session.run(copies), session.run(fetches)]


@builder
def policy_gradient(tf: Any) -> Any:
    states = tf.placeholder(tf.float32, [None, 4])
    actions, advantage = tf.placeholder(tf.int32, [None]), tf.placeholder(tf.float32, [None])
    logits = tf.layers.dense(tf.layers.dense(states, 5, tf.tanh), 2)
    action = tf.squeeze(tf.multinomial(logits, 1), axis=1)
    chosen = tf.reduce_sum(-tf.log(tf.nn.softmax(logits)) * tf.one_hot(actions, 2), axis=1)
    distribution = tf.distributions.Normal(tf.reduce_mean(logits, 1), tf.nn.softplus(tf.reduce_sum(logits, 1)) + 1e-4)
    loss = tf.reduce_mean(chosen * advantage) + tf.reduce_mean(-0.01 * distribution.entropy())
    step = tf.train.AdamOptimizer(0.01).minimize(loss)
    feed = {states: [[1.0, 2.0, 3.0, 4.0]] * 2, actions: [0, 1], advantage: [1.0, -1.0]}
    fetches = [loss, action, tf.random_normal([2])]
    return lambda session: [session.run(step, feed), session.run(fetches, feed)]


@builder
def convolutional_text(tf: Any) -> Any:
    tokens = tf.constant([[1, 2, 3, 4, 5], [5, 4, 3, 2, 1]])
    table = tf.Variable(tf.random_uniform([6, 4], -1.0, 1.0), name="W")
    x = tf.expand_dims(tf.nn.embedding_lookup(table, tokens), -1)
    pooled = []
    for size in (2, 3):
        with tf.name_scope("conv-maxpool-%s" % size):
            w = tf.Variable(tf.truncated_normal([size, 4, 1, 2], stddev=0.1), name="W")
            b = tf.Variable(tf.constant(0.1, shape=[2]), name="b")
            h = tf.nn.relu(tf.nn.bias_add(tf.nn.conv2d(x, w, [1, 1, 1, 1], "VALID", name="conv"), b), name="relu")
            pooled.append(tf.nn.max_pool(h, [1, 6 - size, 1, 1], [1, 1, 1, 1], "VALID", name="pool"))
    flat = tf.nn.dropout(tf.reshape(tf.concat(pooled, 3), [-1, 4]), 0.5)
    init = tf.glorot_uniform_initializer()
    w = tf.get_variable("W", shape=[4, 2], initializer=init)
    scores = tf.nn.xw_plus_b(flat, w, tf.Variable(tf.constant(0.1, shape=[2]), name="b"), name="scores")
    labels = tf.constant([[0.0, 1.0], [1.0, 0.0]])
    loss = tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(logits=scores, labels=labels))
    loss += 0.1 * tf.nn.l2_loss(w)
    optimizer = tf.train.AdamOptimizer(1e-3)
    pairs = optimizer.compute_gradients(loss)
    summaries = [tf.summary.histogram("%s/grad" % v.op.name, g) for g, v in pairs if not hasattr(g, "indices")]
    tf.summary.merge(summaries + [tf.summary.scalar("loss", loss)])
    return _trained(tf, optimizer.apply_gradients(pairs), [loss, scores])


@builder
def unrolled_recurrence(tf: Any) -> Any:
    x = tf.placeholder(tf.int32, [2, 3])
    batch = tf.shape(x)[0]
    state = tf.zeros([batch, 4])
    w = tf.get_variable("W", [9, 4])
    outputs = []
    for column in tf.unstack(tf.one_hot(x, 5), axis=1):
        state = tf.tanh(tf.matmul(tf.concat([column, state], 1), w))
        outputs.append(state)
    logits = tf.reshape(tf.layers.dense(tf.stack(outputs, 1), 5), [-1, 5])
    losses = tf.nn.sparse_softmax_cross_entropy_with_logits(logits=logits, labels=tf.reshape(x, [-1]))
    step = tf.train.AdagradOptimizer(0.3).minimize(tf.reduce_mean(losses))
    feed = {x: [[1, 2, 3], [4, 0, 1]]}
    fetches = [losses, state, tf.random_normal([2])]
    return lambda session: [session.run(step, feed), session.run(fetches, feed)]


@builder
def sequence_to_sequence(tf: Any) -> Any:
    source, target = tf.constant([[1, 2, 3], [3, 2, 0]]), tf.constant([[1, 4], [2, 1]])
    with tf.variable_scope("encoder"):
        embedded = tf.nn.embedding_lookup(tf.get_variable("embedding", [5, 3]), source)
        cell = tf.nn.rnn_cell.LSTMCell(4, initializer=tf.orthogonal_initializer())
        outputs, state = tf.nn.dynamic_rnn(cell, embedded, sequence_length=[3, 2], dtype=tf.float32)
    with tf.variable_scope("decoder"):
        embedded = tf.nn.embedding_lookup(tf.get_variable("embedding", [5, 3]), target)
        decoded, _ = tf.nn.dynamic_rnn(tf.nn.rnn_cell.LSTMCell(4), embedded, initial_state=state)
        scores = tf.nn.softmax(tf.einsum("bij,bkj->bik", decoded, outputs))
        logits = tf.layers.dense(tf.concat([decoded, tf.einsum("bik,bkj->bij", scores, outputs)], -1), 5)
    loss = tf.losses.sparse_softmax_cross_entropy(target, logits, weights=tf.sequence_mask([2, 1], dtype=tf.float32))
    step = tf.train.GradientDescentOptimizer(0.5).minimize(loss)
    return _trained(tf, step, [loss, logits])


@builder
def matrix_factorization(tf: Any) -> Any:
    users, items, ratings = tf.constant([0, 1, 1]), tf.constant([2, 0, 1]), tf.constant([3.0, 1.0, 5.0])
    u = tf.get_variable("users", [2, 3], initializer=tf.truncated_normal_initializer(stddev=0.02))
    v = tf.get_variable("items", [3, 3], initializer=tf.truncated_normal_initializer(stddev=0.02))
    left, right = tf.nn.embedding_lookup(u, users), tf.nn.embedding_lookup(v, items)
    guess = tf.reduce_sum(tf.multiply(left, right), 1) + tf.gather(tf.Variable(tf.zeros([2])), users)
    cost = tf.nn.l2_loss(guess - ratings) + 0.05 * tf.add(tf.nn.l2_loss(left), tf.nn.l2_loss(right))
    step = tf.train.FtrlOptimizer(0.05).minimize(cost, global_step=tf.train.create_global_step())
    return _trained(tf, step, [cost, guess])


@builder
def siamese(tf: Any) -> Any:
    def net(x: Any, reuse: bool) -> Any:
        for size in (5, 3):
            with tf.variable_scope("fc%d" % size, reuse=reuse, regularizer=tf.keras.regularizers.l2(0.01)):
                w = tf.get_variable("w", [x.get_shape()[1], size])
                b = tf.get_variable("b", [size], initializer=tf.constant_initializer(0.01), regularizer=None)
                x = tf.nn.relu(tf.matmul(x, w) + b)
        return tf.nn.l2_normalize(x, 1)

    one, two = net(tf.ones([2, 4]), False), net(tf.reshape(tf.range(8.0), [2, 4]), True)
    distance = tf.sqrt(tf.reduce_sum(tf.pow(tf.subtract(one, two), 2), 1) + 1e-6, name="d")
    same = tf.constant([1.0, 0.0])
    loss = tf.reduce_mean(same * distance**2 + (1 - same) * tf.pow(tf.maximum(tf.subtract(1.0, distance), 0), 2))
    loss += sum(tf.get_collection(tf.GraphKeys.REGULARIZATION_LOSSES))
    rate = tf.train.exponential_decay(0.1, tf.train.get_or_create_global_step(), 10, 0.9, staircase=True)
    step = tf.train.AdadeltaOptimizer(rate).minimize(loss, global_step=tf.train.get_global_step())
    return _trained(tf, step, [loss, distance])
