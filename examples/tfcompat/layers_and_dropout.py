# Unmodified TensorFlow 1: a seeded network with tf.layers, dropout and Adam, on data made here.
import numpy as np
import tensorflow as tf

tf.set_random_seed(7)
rng = np.random.RandomState(0)
points = rng.uniform(-1.0, 1.0, (256, 2)).astype("float32")
inside = (np.sum(points ** 2, axis=1) < 0.5).astype("int64")

x = tf.placeholder(tf.float32, [None, 2], name="x")
y = tf.placeholder(tf.int64, [None], name="y")
keep_prob = tf.placeholder_with_default(1.0, [], name="keep_prob")

hidden = tf.layers.dense(x, 16, activation=tf.nn.relu)
hidden = tf.nn.dropout(hidden, keep_prob)
logits = tf.layers.dense(hidden, 2)
loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=y, logits=logits))
accuracy = tf.reduce_mean(tf.cast(tf.equal(tf.argmax(logits, 1), y), tf.float32))
train = tf.train.AdamOptimizer(0.01).minimize(loss)

print("features:", x.shape[1].value, " variables:", [v.name for v in tf.trainable_variables()])
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(201):
        _, value = sess.run([train, loss], {x: points, y: inside, keep_prob: 0.8})
        if step % 50 == 0:
            print("step %3d  loss %.5f" % (step, value))
    print("accuracy %.4f" % sess.run(accuracy, {x: points, y: inside}))
