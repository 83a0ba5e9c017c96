"""`tf.enable_eager_execution()` as 1.15 understood it."""

import numpy as np
import tensorflow as tf

tf.enable_eager_execution()
print(tf.executing_eagerly(), tf.__version__[:4])
x = tf.constant([[1.0, 2.0], [3.0, 4.0]])
print(
    x.numpy().tolist(), x.shape, type(x.shape[0]).__name__, x.shape[0].value, type(x).__name__, str(tf.constant([1.5]))
)
print(
    x == x,
    bool(tf.constant(True)),
    int(tf.constant(3)),
    float(tf.constant(2.5)),
    len(x),
    [row.numpy().tolist() for row in x],
)
print(
    {x: 1}[x],
    x is x,
    tf.constant(1) == tf.constant(1),
    hash(x) == id(x),
    (x + 1.0).numpy().tolist(),
    (x @ x).numpy().tolist(),
)
print(
    tf.matmul(x, x, transpose_b=True).numpy().tolist(),
    tf.reduce_sum(x, keep_dims=True).numpy().tolist(),
    np.mean(x),
    np.array(x).sum(),
)
v = tf.Variable(2.0, name="v")
print(type(v).__name__, v.numpy(), v.assign(5.0).numpy(), v.assign_add(1.0).numpy(), v.name, v.shape, v.dtype)
w = tf.get_variable("w", [2], initializer=tf.ones_initializer())
print(w.name, w.numpy().tolist(), type(w).__name__)
with tf.GradientTape(persistent=True) as tape:
    tape.watch(x)
    y = tf.reduce_sum(x * x) * v
print(tape.gradient(y, v).numpy(), tape.gradient(y, x).numpy().tolist(), [u.name for u in tape.watched_variables()])
del tape
optimizer = tf.train.GradientDescentOptimizer(0.1)
for _ in range(3):
    with tf.GradientTape() as tape:
        loss = tf.square(v - 3.0)
    optimizer.apply_gradients([(tape.gradient(loss, v), v)])
    print("%.4f %.4f" % (loss.numpy(), v.numpy()))
optimizer.minimize(lambda: tf.square(v - 3.0))
print("%.4f" % v.numpy())
adam = tf.train.AdamOptimizer(0.1)
adam.minimize(lambda: tf.square(v))
print("%.4f" % v.numpy(), [s.name for s in adam.variables()], adam.get_slot_names())
step = tf.train.get_or_create_global_step()
optimizer.minimize(lambda: tf.square(v), global_step=step)
print(step.numpy(), type(step).__name__)
for element in tf.data.Dataset.from_tensor_slices([1, 2, 3]).map(lambda n: n * 2).batch(2):
    print(element.numpy().tolist())
print([n.numpy() for n in tf.data.Dataset.range(3)], next(iter(tf.data.Dataset.range(5))).numpy())
iterator = tf.data.Dataset.range(2).make_one_shot_iterator()
print(iterator.get_next().numpy(), iterator.next().numpy())
tf.set_random_seed(1)
model = tf.keras.Sequential(
    [
        tf.keras.layers.Dense(2, input_shape=(2,), kernel_initializer="ones"),
        tf.keras.layers.Dense(1, kernel_initializer="ones"),
    ]
)
print(model(x).numpy().tolist(), [u.name for u in model.trainable_variables], len(model.variables))
model.compile(optimizer=tf.train.GradientDescentOptimizer(0.01), loss="mse", metrics=["mae"])
history = model.fit(np.ones((4, 2), np.float32), np.zeros((4, 1), np.float32), epochs=2, verbose=0, shuffle=False)
print(
    ["%.4f" % value for value in history.history["loss"]],
    sorted(history.history),
    model.predict(np.ones((1, 2), np.float32)).tolist(),
)


class Net(tf.keras.Model):
    def __init__(self):
        super(Net, self).__init__()
        self.dense = tf.keras.layers.Dense(1, kernel_initializer="ones")

    def call(self, inputs):
        return self.dense(inputs)


net = Net()
with tf.GradientTape() as tape:
    loss = tf.reduce_mean(tf.square(net(x)))
gradients = tape.gradient(loss, net.trainable_variables)
print([g.numpy().tolist() for g in gradients], [u.name for u in net.variables], net.name)
print(
    tf.layers.dense(x, 1, kernel_initializer=tf.ones_initializer()).numpy().tolist(),
    tf.layers.Dense(1, name="d")(x).shape,
)


@tf.function
def double(n):
    return n * 2


print(
    double(tf.constant(4)).numpy(),
    tf.py_function(lambda n: n + 1, [tf.constant(1)], tf.int32).numpy(),
    tf.cond(tf.constant(True), lambda: 1, lambda: 2),
)
print(
    tf.while_loop(lambda i: i < 3, lambda i: i + 1, [tf.constant(0)]),
    tf.case([(tf.constant(True), lambda: tf.constant(5))]).numpy(),
    tf.map_fn(lambda n: n * n, tf.constant([1, 2])).numpy(),
)
checkpoint = tf.train.Checkpoint(v=v, net=net)
path = checkpoint.save("eager/model")
v.assign(100.0)
print(path, type(checkpoint.restore(path)).__name__, v.numpy() != 100.0)
saver = tf.train.Saver([w])
print(
    saver.save(None, "saver/w") if tf.gfile.MakeDirs("saver") is None else "",
    w.assign([5.0, 5.0]).numpy().tolist(),
    saver.restore(None, "saver/w"),
    w.numpy().tolist(),
)
ta = tf.TensorArray(tf.float32, 2).write(0, 1.0).write(1, 2.0)
print(
    ta.stack().numpy(),
    tf.GradientTape.__name__,
    tf.nn.softmax(x).numpy().shape,
    tf.random_normal([2]).shape,
    tf.size(x).numpy(),
    tf.shape(x).numpy(),
)
with tf.device("/cpu:0"):
    print(tf.constant(1.0).device.split("/")[-1])
with tf.Graph().as_default():
    print(tf.executing_eagerly(), type(tf.placeholder(tf.float32)).__name__)
    with tf.Session() as sess:
        print(sess.run(tf.constant(3)))
for wrong in (
    lambda: tf.placeholder(tf.float32),
    lambda: tf.Session().run(x),
    lambda: tf.gradients(x, x),
    lambda: x.eval(),
    lambda: x.name,
    lambda: tf.constant(1.0) + tf.constant(1),
    lambda: tf.Variable(1.0).initializer,
    lambda: tf.train.GradientDescentOptimizer(0.1).minimize(x),
    lambda: tf.get_collection("x"),
    lambda: tf.matmul([1.0], [1.0]),
    lambda: tf.train.start_queue_runners(),
    lambda: tf.train.string_input_producer(["a"]),
    lambda: tf.enable_eager_execution(),
    lambda: tf.disable_eager_execution(),
    lambda: x.op,
    lambda: bool(x),
    lambda: tf.global_variables(),
):
    try:
        made = wrong()
        print("value", type(made).__name__)
    except Exception as error:
        print(type(error).__name__)
