"""Sparse tensors, placeholders and their operations."""

import numpy as np
import tensorflow as tf

st = tf.SparseTensor(indices=[[0, 1], [2, 0]], values=[3.0, 4.0], dense_shape=[3, 2])
print(
    type(st).__name__,
    st.indices.name,
    st.values.name,
    st.dense_shape.name,
    st.dtype,
    st.get_shape(),
    st.shape,
    st.op.name,
    st.graph is tf.get_default_graph(),
)
print(st)
holder = tf.sparse_placeholder(tf.float32, [3, 2], name="holder")
dense = tf.constant([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
ops = {
    "dense": tf.sparse_tensor_to_dense(st),
    "matmul": tf.sparse_tensor_dense_matmul(st, dense),
    "sum": tf.sparse_reduce_sum(st, 1),
    "to_dense": tf.sparse_to_dense([[0, 1], [2, 0]], [3, 2], [1.0, 2.0], -1.0),
    "one": tf.sparse_to_dense(2, [4], 9),
    "add": tf.sparse_add(st, st),
    "transpose": tf.sparse_transpose(st),
    "reorder": tf.sparse_reorder(st),
    "concat": tf.sparse_concat(0, [st, st]),
    "retain": tf.sparse_retain(st, [True, False]),
    "slice": tf.sparse_slice(st, [0, 0], [1, 2]),
    "reset": tf.sparse_reset_shape(st),
    "fill": tf.sparse_fill_empty_rows(st, 0.0),
    "softmax": tf.sparse_softmax(st),
    "max": tf.sparse_maximum(st, st),
    "reshape": tf.sparse_reshape(st, [2, 3]),
    "times": st * 2.0,
    "divide": st / tf.constant([[1.0, 2.0]] * 3),
    "merge": tf.sparse_merge(
        tf.SparseTensor([[0, 0]], tf.constant([1], tf.int64), [1, 1]), tf.SparseTensor([[0, 0]], [2.0], [1, 1]), 4
    ),
    "indicator": tf.sparse_to_indicator(tf.SparseTensor([[0, 0]], tf.constant([1], tf.int64), [1, 1]), 3),
    "segment": tf.sparse_segment_sum(dense, [0, 1], [0, 0]),
    "mask": tf.sparse_mask(tf.IndexedSlices(dense, tf.constant([0, 1])), [0]).values,
    "matmul_t": tf.sparse_tensor_dense_matmul(st, tf.ones([3, 1]), adjoint_a=True),
    "holder": tf.sparse_tensor_to_dense(holder),
    "cast": tf.cast(st, tf.int32),
    "split": tf.sparse_split(axis=0, num_split=3, sp_input=st)[2],
}
for key in sorted(ops):
    print(
        key,
        getattr(ops[key], "name", None)
        or (
            ops[key][0].name
            if isinstance(ops[key], tuple) and hasattr(ops[key][0], "name")
            else type(ops[key]).__name__
        ),
    )
embedding = tf.get_variable("e", [4, 2], initializer=tf.ones_initializer())
ids = tf.SparseTensor([[0, 0], [0, 1], [1, 0]], tf.constant([1, 3, 2], tf.int64), [2, 2])
weights = tf.SparseTensor([[0, 0], [0, 1], [1, 0]], [1.0, 2.0, 3.0], [2, 2])
looked = tf.nn.embedding_lookup_sparse(embedding, ids, weights, combiner="mean")
safe = tf.nn.safe_embedding_lookup_sparse([embedding], ids)
print(looked.name, safe.name)
gradient = tf.gradients(tf.reduce_sum(tf.gather(embedding, [1, 1])), embedding)[0]
print(type(gradient).__name__, gradient)
w = tf.Variable(tf.ones([2, 3]))
loss = tf.reduce_sum(tf.sparse_tensor_dense_matmul(holder, w))
w_gradient = tf.gradients(loss, w)[0]
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    value = sess.run(st)
    print(
        type(value).__name__,
        value.indices.tolist(),
        value.values.tolist(),
        value.dense_shape.tolist(),
        tuple(value)[2].tolist(),
    )
    for key in sorted(ops):
        got = sess.run(ops[key], {holder: value})
        parts = got if isinstance(got, tuple) and not hasattr(got, "indices") else [got]
        print(
            key,
            [
                [p.indices.tolist(), p.values.tolist(), p.dense_shape.tolist()]
                if hasattr(p, "indices")
                else np.asarray(p).tolist()
                for p in parts
            ],
        )
    print(
        sess.run(looked).tolist(),
        sess.run(gradient).values.tolist(),
        sess.run(gradient).indices.tolist(),
        sess.run(tf.convert_to_tensor(gradient)).tolist(),
    )
    print(sess.run([loss, w_gradient], {holder: ([[0, 0], [1, 1]], [1.0, 5.0], [3, 2])}))
    print(
        sess.run(st.values),
        st.eval(session=sess).values,
        tf.SparseTensor.from_value(value).dense_shape.eval(),
    )
    for wrong in (
        lambda: tf.SparseTensor([[0, 1]], [1.0, 2.0], [3, 2]),
        lambda: tf.SparseTensor([0], [1.0], [3]),
        lambda: sess.run(tf.sparse_to_dense([5], [3], 1)),
        lambda: tf.convert_to_tensor(st),
        lambda: sess.run(ops["holder"]),
        lambda: tf.sparse_add(st, 3),
        lambda: sess.run(holder, {holder: [1.0]}),
    ):
        try:
            print("value", wrong())
        except Exception as error:
            print(type(error).__name__)
