"""Embeddings, partitioned variables, sampling, `tf.nn.embedding_lookup` strategies."""

import numpy as np
import tensorflow as tf

with tf.variable_scope("emb", partitioner=tf.fixed_size_partitioner(3)):
    table = tf.get_variable(
        "table",
        [7, 2],
        initializer=tf.ones_initializer(),
    )
parts = list(table)
print([v.name for v in parts], [v.shape.as_list() for v in parts], table.get_shape(), table.dtype)
for strategy in ("mod", "div"):
    looked = tf.nn.embedding_lookup(table, [[0, 6], [3, 1]], partition_strategy=strategy)
    print(looked.name, looked.shape)
several = tf.create_partitioned_variables([6, 2], [2, 1], tf.zeros_initializer(), name="old")
print([v.name for v in several])
norm = tf.nn.embedding_lookup(tf.constant([[3.0, 4.0]]), [0], max_norm=1.0)
loss = tf.reduce_sum(tf.nn.embedding_lookup(table, [0, 6, 0])) + tf.reduce_sum(several[0])
gradients = tf.gradients(loss, parts)
print([type(g).__name__ for g in gradients])
train = tf.train.AdagradOptimizer(0.5, initial_accumulator_value=0.1).minimize(loss)
print([v.name for v in tf.global_variables()])
saver = tf.train.Saver()
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for number, part in enumerate(parts):
        part.load(np.full(part.shape.as_list(), number, np.float32), sess)
    print(sess.run(looked).tolist(), sess.run(tf.convert_to_tensor(table)).tolist(), sess.run(norm).tolist())
    sess.run(train)
    print(sess.run(tf.convert_to_tensor(table)).tolist())
    saver.save(sess, "parts")
    print(tf.train.list_variables("parts"))
    print(tf.train.load_variable("parts", "emb/table").shape)
tf.reset_default_graph()
whole = tf.get_variable("emb/table", [7, 2])
with tf.variable_scope("emb", partitioner=tf.fixed_size_partitioner(2)):
    halves = tf.get_variable("halves", [7, 2])
with tf.Session() as sess:
    tf.train.Saver({"emb/table": whole}).restore(sess, "parts")
    print(sess.run(whole).tolist())
sampled = tf.nn.learned_unigram_candidate_sampler(tf.constant([[1]], tf.int64), 1, 3, True, 10, seed=1)
print(sampled.sampled_candidates.name, type(sampled).__name__ if not isinstance(sampled, tuple) else "tuple")
softmax = tf.nn.sampled_softmax_loss(
    tf.ones([5, 2]),
    tf.zeros([5]),
    tf.constant([[1]], tf.int64),
    tf.constant([[1.0, 2.0]]),
    2,
    5,
    sampled_values=(tf.constant([2, 3], tf.int64), tf.constant([[0.5]]), tf.constant([0.3, 0.3])),
)
with tf.Session() as sess:
    print(
        "%.5f" % sess.run(softmax)[0],
        sess.run(
            tf.nn.fixed_unigram_candidate_sampler(
                tf.constant([[1]], tf.int64), 1, 3, True, 5, unigrams=[1.0] * 5, seed=2
            )
        )[0].shape,
    )
