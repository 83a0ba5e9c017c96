"""Keras layers with TensorFlow losses, optimizers and `sess.run`."""

import numpy as np
import tensorflow as tf

K = tf.keras.backend
tf.set_random_seed(9)
seeded = tf.keras.initializers.RandomUniform(-0.5, 0.6, seed=8)
sess = tf.Session()
K.set_session(sess)
print(K.get_session() is sess)
images = tf.placeholder(tf.float32, [None, 6, 6, 1], name="images")
labels = tf.placeholder(tf.int64, [None], name="labels")
net = tf.keras.layers.Conv2D(3, 3, activation="relu", name="conv", kernel_initializer=seeded)(images)
net = tf.keras.layers.BatchNormalization(name="bn")(net)
net = tf.keras.layers.Flatten()(net)
net = tf.keras.layers.Dropout(0.5, seed=2)(net)
logits = tf.keras.layers.Dense(3, name="logits", kernel_initializer=seeded)(net)
print(
    net.name,
    logits.name,
    logits.shape,
    [v.name for v in tf.trainable_variables()],
    [v.name for v in tf.global_variables()],
)
loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=logits))
train = tf.train.AdamOptimizer(0.01).minimize(loss)
accuracy = tf.reduce_mean(tf.cast(tf.equal(tf.argmax(logits, 1), labels), tf.float32))
keras_loss = tf.reduce_mean(tf.keras.losses.sparse_categorical_crossentropy(labels, tf.nn.softmax(logits)))
x = np.linspace(-1, 1, 4 * 36).astype(np.float32).reshape(4, 6, 6, 1)
y = np.array([0, 1, 2, 0])
with sess.as_default():
    sess.run(tf.global_variables_initializer())
    for _ in range(3):
        _, value = sess.run([train, loss], feed_dict={images: x, labels: y, K.learning_phase(): 0})
        print("%.5f" % value)
    print("%.5f %.5f" % tuple(sess.run([loss, keras_loss], {images: x, labels: y, K.learning_phase(): 0})))
    print("%.5f" % sess.run(loss, {images: x, labels: y, K.learning_phase(): 1}))
embedding = tf.keras.layers.Embedding(5, 2, name="embedding", embeddings_initializer=seeded)
lstm = tf.keras.layers.LSTM(
    3, name="lstm", kernel_initializer=seeded, recurrent_initializer=seeded, return_sequences=True
)
gru = tf.keras.layers.GRU(2, name="gru", kernel_initializer=seeded, recurrent_initializer=seeded)
tokens = tf.placeholder(tf.int32, [None, 4])
sequence = gru(lstm(embedding(tokens)))
print(sequence.shape, [v.name for v in lstm.weights], [v.name for v in gru.weights])
bidirectional = tf.keras.layers.Bidirectional(
    tf.keras.layers.LSTM(2, kernel_initializer=seeded, recurrent_initializer=seeded), name="both"
)(embedding(tokens))
print(bidirectional.shape, [v.name for v in tf.global_variables() if v.name.startswith("both")])
sess.run(tf.global_variables_initializer())
print(
    np.round(sess.run(sequence, {tokens: [[0, 1, 2, 3]]}), 5).tolist(),
    np.round(sess.run(bidirectional, {tokens: [[4, 3, 2, 1]]}), 5).tolist(),
)
m = tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(2,), kernel_initializer="ones")])
out = m(tf.constant([[1.0, 2.0]]))
print(out.name, [v.name for v in m.trainable_weights])
sess.run([v.initializer for v in m.weights])
print(sess.run(out), m.predict(np.array([[3.0, 4.0]])))
optimizer = tf.keras.optimizers.Adam(0.1)
updates = optimizer.get_updates(params=m.trainable_weights, loss=tf.reduce_sum(out))
print(len(updates))
m.compile(optimizer=tf.train.GradientDescentOptimizer(0.01), loss="mse")
print("%.5f" % m.train_on_batch(np.ones((2, 2)), np.zeros((2, 1))))
print("%.4f" % m.train_on_batch(np.ones((2, 2)), np.zeros((2, 1))))
metric = tf.keras.metrics.Mean()
update = metric.update_state([1.0, 3.0])
print([v.name for v in metric.variables])
sess.run([v.initializer for v in metric.variables])
sess.run(update)
print(sess.run(metric.result()))
print(
    tf.keras.losses.MeanSquaredError()(tf.zeros([2]), tf.ones([2])).name,
    tf.keras.activations.get("relu").__name__,
    tf.keras.initializers.get("glorot_uniform").__class__.__name__,
)
K.clear_session()
