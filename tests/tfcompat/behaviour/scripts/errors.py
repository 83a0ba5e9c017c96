"""The errors that beginners meet: types, and what can be read from them."""

import tensorflow as tf


KERNELS_SAY_OTHERWISE = ("uninitialized resource", "decode", "concat")


def attempt(name, make):
    try:
        print(name, "value", make())
    except Exception as error:
        message = str(getattr(error, "message", "")).split("\n")[0] if name not in KERNELS_SAY_OTHERWISE else ""
        op = getattr(error, "op", None)
        print(
            name,
            type(error).__name__,
            [c.__name__ for c in type(error).__mro__[1:3]],
            message,
            op.name if op is not None else None,
            getattr(error, "error_code", None),
        )


x = tf.placeholder(tf.float32, [None, 2], name="x")
v = tf.Variable(1.0, name="v")
r = tf.get_variable("r", [], use_resource=True, initializer=tf.zeros_initializer())
y = tf.multiply(x, v, name="y")
other = tf.Graph()
with other.as_default():
    foreign = tf.constant(1.0, name="foreign")
with tf.Session() as sess:
    attempt("uninitialized", lambda: sess.run(v + 1.0))
    attempt("uninitialized resource", lambda: sess.run(r + 1.0))
    sess.run(tf.global_variables_initializer())
    attempt("missing feed", lambda: sess.run(y))
    attempt("missing feed without shape", lambda: sess.run(tf.placeholder(tf.int32, name="unshaped") + 1))
    attempt("division", lambda: sess.run(tf.div(1, tf.constant(0))))
    attempt("bad gather", lambda: sess.run(tf.gather([1, 2], [5], name="pick")))
    attempt("bad reshape", lambda: sess.run(tf.reshape(x, [7], name="shape"), {x: [[1, 2]]}))
    attempt(
        "incompatible",
        lambda: sess.run(
            tf.placeholder_with_default([1.0, 2.0], [None]) + tf.placeholder_with_default([1.0, 2.0, 3.0], [None])
        ),
    )
    attempt("matmul", lambda: sess.run(tf.matmul(x, tf.placeholder_with_default([[1.0]], [None, None])), {x: [[1, 2]]}))
    attempt("inverse", lambda: sess.run(tf.matrix_inverse([[0.0]])))
    attempt("decode", lambda: sess.run(tf.image.decode_png("junk")))
    attempt("read", lambda: sess.run(tf.read_file("missing.txt")))
    attempt("foreign", lambda: sess.run(foreign))
    attempt("range", lambda: sess.run(tf.range(0, 5, tf.constant(0) * 1)))
    attempt("log of text", lambda: sess.run(tf.string_to_number(["abc"], name="number")))
    attempt("queue", lambda: tf.train.start_queue_runners(coord=3) or "ok")
    attempt(
        "labels",
        lambda: (
            sess.run(tf.nn.sparse_softmax_cross_entropy_with_logits(labels=tf.constant([9]), logits=[[1.0, 2.0]]))[0]
            != 0
        ),
    )
    attempt("slice", lambda: sess.run(tf.slice([1, 2, 3], [2], [5])))
    attempt("one-hot", lambda: sess.run(tf.one_hot([1], tf.constant(-2))))
    attempt(
        "concat", lambda: sess.run(tf.concat([x, tf.placeholder_with_default([[1.0]], [None, None])], 0), {x: [[1, 2]]})
    )
    attempt(
        "where", lambda: sess.run(tf.while_loop(lambda i: tf.Assert(False, ["stop"]) and i < 1, lambda i: i + 1, [0]))
    )
for error in (
    tf.errors.OutOfRangeError(None, None, "text"),
    tf.errors.InvalidArgumentError(None, None, "text"),
    tf.errors.AbortedError(None, None, "a"),
    tf.errors.UnknownError(None, None, "u"),
):
    print(
        type(error).__name__,
        error,
        error.message,
        error.error_code,
        error.op,
        isinstance(error, tf.OpError),
        isinstance(error, tf.errors.OpError),
    )
print(
    tf.errors.OUT_OF_RANGE,
    tf.errors.exception_type_from_error_code(5).__name__,
    tf.errors.error_code_from_exception_type(tf.errors.NotFoundError),
)
