"""Optimizers: names of slots and ops, `compute_gradients`, `apply_gradients`, numbers."""

import numpy as np
import tensorflow as tf

makers = [
    ("sgd", lambda: tf.train.GradientDescentOptimizer(0.1)),
    ("momentum", lambda: tf.train.MomentumOptimizer(0.1, 0.9)),
    ("nesterov", lambda: tf.train.MomentumOptimizer(0.1, 0.9, use_nesterov=True)),
    ("adam", lambda: tf.train.AdamOptimizer(0.1)),
    ("adagrad", lambda: tf.train.AdagradOptimizer(0.1)),
    ("adadelta", lambda: tf.train.AdadeltaOptimizer(1.0)),
    ("rmsprop", lambda: tf.train.RMSPropOptimizer(0.1, momentum=0.5)),
    ("centered", lambda: tf.train.RMSPropOptimizer(0.1, centered=True)),
    ("ftrl", lambda: tf.train.FtrlOptimizer(0.1, l1_regularization_strength=0.01)),
    ("proximal", lambda: tf.train.ProximalGradientDescentOptimizer(0.1)),
    ("proximal_adagrad", lambda: tf.train.ProximalAdagradOptimizer(0.1)),
]
for name, make in makers:
    with tf.Graph().as_default():
        step = tf.train.get_or_create_global_step()
        with tf.variable_scope("model"):
            w = tf.get_variable("w", initializer=[[1.0, 2.0], [3.0, 4.0]])
            b = tf.get_variable("b", initializer=[0.5, -0.5])
            e = tf.get_variable("e", initializer=np.ones((3, 2), np.float32))
        loss = tf.reduce_mean(tf.square(tf.matmul([[1.0, -1.0]], w) + b - [1.0, 0.0])) + tf.reduce_sum(
            tf.square(tf.nn.embedding_lookup(e, [0, 2, 0]))
        )
        optimizer = make()
        pairs = optimizer.compute_gradients(loss)
        train = optimizer.apply_gradients(pairs, global_step=step)
        print(
            name,
            optimizer.get_name(),
            train.name,
            train.type,
            [(type(g).__name__, v.name) for g, v in pairs][-1],
            optimizer.get_slot_names(),
        )
        print(
            [v.name for v in tf.global_variables()[4:]],
            [v.name for v in optimizer.variables()],
            [s.name for s in [optimizer.get_slot(w, n) for n in optimizer.get_slot_names()]],
        )
        with tf.Session() as sess:
            sess.run(tf.global_variables_initializer())
            values = [sess.run([train, loss])[1] for _ in range(4)]
            print(
                " ".join("%.5f" % v for v in values),
                np.round(sess.run(w), 5).tolist(),
                np.round(sess.run(e), 5).tolist(),
                sess.run(step),
            )
x = tf.get_variable("x", initializer=2.0)
y = tf.get_variable("y", initializer=3.0, trainable=False)
loss = tf.square(x) * y
optimizer = tf.train.AdamOptimizer(learning_rate=tf.placeholder_with_default(0.5, [], name="rate"), name="Mine")
pairs = optimizer.compute_gradients(loss, var_list=[x, y])
clipped = [(tf.clip_by_value(g, -1.0, 1.0), v) for g, v in pairs]
train = optimizer.apply_gradients(clipped, name="apply")
second = tf.train.GradientDescentOptimizer(0.1, use_locking=True).minimize(
    loss,
    var_list=tf.trainable_variables(),
    gate_gradients=tf.train.Optimizer.GATE_OP,
    colocate_gradients_with_ops=True,
    name="second",
)
scaled = tf.train.GradientDescentOptimizer(0.1).minimize(
    loss, grad_loss=tf.constant(2.0), aggregation_method=tf.AggregationMethod.ADD_N
)
print(train.name, second.name, scaled.name, [v.name for v in optimizer.variables()], [g.name for g, _ in pairs])
average = tf.train.ExponentialMovingAverage(0.9)
sync = tf.train.SyncReplicasOptimizer(
    tf.train.GradientDescentOptimizer(0.1), replicas_to_aggregate=1, total_num_replicas=1
)
print(type(sync).__name__, [s.name for s in tf.get_collection(tf.GraphKeys.TRAIN_OP)])


class Halving(tf.train.Optimizer):
    def __init__(self, name="Halving"):
        super(Halving, self).__init__(False, name)

    def _prepare(self):
        self._half = tf.convert_to_tensor(0.5, name="half")

    def _create_slots(self, var_list):
        for v in var_list:
            self._zeros_slot(v, "seen", self._name)

    def _apply_dense(self, grad, var):
        seen = self.get_slot(var, "seen")
        return tf.group(seen.assign_add(tf.ones_like(seen)), tf.assign_sub(var, self._half * grad).op)


own = Halving().minimize(tf.square(x))
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    sess.run(train)
    print(sess.run([x, y]))
    sess.run(own)
    print(sess.run([x] + [v for v in tf.global_variables() if "Halving" in v.name]), own.name)
    sess.run(second)
    sess.run(scaled)
    print(sess.run([x, y]))
for wrong in (
    lambda: tf.train.GradientDescentOptimizer(0.1).minimize(tf.constant(1.0)),
    lambda: tf.train.GradientDescentOptimizer(0.1).apply_gradients([]),
    lambda: tf.train.GradientDescentOptimizer(0.1).minimize(loss, var_list=[]),
    lambda: tf.train.GradientDescentOptimizer(0.1).apply_gradients([(None, x)]),
    lambda: tf.train.GradientDescentOptimizer("x").minimize(loss),
    lambda: tf.train.GradientDescentOptimizer(0.1).compute_gradients(loss, [3]),
):
    try:
        print("value", wrong())
    except Exception as error:
        print(type(error).__name__, str(error).split("\n")[0][:60])
