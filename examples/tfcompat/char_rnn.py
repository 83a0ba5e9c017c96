# Unmodified TensorFlow 1: an LSTM that learns a sentence, with variable scopes, a queue of inputs and a Saver.
import os
import tempfile

import numpy as np
import tensorflow as tf

TEXT = "to be or not to be that is the question "
chars = sorted(set(TEXT))
ids = np.array([chars.index(c) for c in TEXT])

tf.set_random_seed(1)
inputs = tf.placeholder(tf.int32, [None, None])
targets = tf.placeholder(tf.int32, [None, None])
with tf.variable_scope("model"):
    embedding = tf.get_variable("embedding", [len(chars), 8])
    cell = tf.nn.rnn_cell.MultiRNNCell([tf.nn.rnn_cell.BasicLSTMCell(24) for _ in range(2)])
    outputs, state = tf.nn.dynamic_rnn(cell, tf.nn.embedding_lookup(embedding, inputs), dtype=tf.float32)
    logits = tf.layers.dense(outputs, len(chars), name="output")
loss = tf.losses.sparse_softmax_cross_entropy(targets, logits)
step = tf.train.get_or_create_global_step()
gradients, variables = zip(*tf.train.AdamOptimizer(0.02).compute_gradients(loss))
clipped, norm = tf.clip_by_global_norm(gradients, 5.0)
train = tf.train.AdamOptimizer(0.02).apply_gradients(zip(clipped, variables), global_step=step)
saver = tf.train.Saver()

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    feed = {inputs: ids[None, :-1], targets: ids[None, 1:]}
    for _ in range(80):
        _, value, count = sess.run([train, loss, step], feed)
        if count % 20 == 0:
            print("step %d  loss %.4f" % (count, value))
    path = saver.save(sess, os.path.join(tempfile.mkdtemp(), "char_rnn"), global_step=step)
    print(os.path.basename(path), tf.train.list_variables(path)[:3])
    best = sess.run(tf.argmax(logits, 2), feed)[0]
print("t" + "".join(chars[i] for i in best))
