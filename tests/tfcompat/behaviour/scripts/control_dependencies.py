"""Control dependencies, `tf.Assert`, checks, groups and tuples."""

import tensorflow as tf

v = tf.Variable(0.0, name="v")
add = v.assign_add(1.0)
with tf.control_dependencies([add]):
    read = v.read_value()
    constant = tf.constant(1.0)
    with tf.control_dependencies(None):
        free = tf.constant(2.0, name="free")
        print(free.op.control_inputs, tf.constant(3.0).name)
    with tf.control_dependencies([v.initializer]):
        both = tf.no_op(name="both")
print(
    [op.name for op in constant.op.control_inputs],
    [op.name for op in both.control_inputs],
    [op.name for op in read.op.control_inputs],
)
outside = tf.identity(v)
with tf.control_dependencies([v, add.op, tf.group(add)]):
    print([op.name for op in tf.no_op().control_inputs])
group = tf.group(add, v.assign_add(10.0), name="mine")
empty = tf.group()
nested = tf.group([add, [tf.no_op()]])
print(group.name, group.type, [op.name for op in group.control_inputs], empty.name, nested.name)
tied = tf.tuple([tf.constant(1.0), None, v.value()], control_inputs=[add], name="tied")
print([t.name if t is not None else None for t in tied])
x = tf.placeholder(tf.float32, [None], name="x")
check = tf.Assert(tf.reduce_all(x > 0), [x, "positive"], name="check")
print(check.name, check.type)
with tf.control_dependencies([check]):
    y = tf.sqrt(x)
asserts = [
    tf.assert_equal(x, x),
    tf.assert_less(x, 100.0),
    tf.assert_positive(x),
    tf.assert_rank(x, 1),
    tf.assert_non_negative(x),
    tf.assert_greater(x, -1.0, message="too small"),
    tf.assert_none_equal(x, 50.0),
    tf.assert_rank_at_least(x, 1),
    tf.assert_type(x, tf.float32),
    tf.assert_integer(tf.constant(1)),
    tf.assert_less_equal(x, 99.0),
    tf.assert_rank_in(x, [0, 1]),
]
print([getattr(a, "name", a) for a in asserts])
checked = tf.check_numerics(x, "bad numbers")
verified = tf.verify_tensor_all_finite(x, "not finite")
printed = tf.Print(x, [x], "seen: ", first_n=1)
with_deps = x
print(
    checked.name,
    verified.name,
    printed.name,
    tf.is_numeric_tensor(x),
    tf.is_non_decreasing([1, 2]).name,
    tf.is_strictly_increasing([1, 1]).name,
)
with tf.Session() as sess:
    sess.run(v.initializer)
    print(sess.run(read), sess.run(constant), sess.run(v), sess.run(free), sess.run(v))
    sess.run(group)
    print(sess.run(v))
    print(
        sess.run(y, {x: [1.0, 4.0]}),
        sess.run(asserts[:3], {x: [1.0]}),
        sess.run([tf.is_non_decreasing([1, 2]), tf.is_strictly_increasing([1, 1])]),
    )
    for fetch, feed in (
        (y, [-1.0]),
        (asserts[2], [-1.0]),
        (asserts[5], [-5.0]),
        (asserts[0], [float("nan")]),
        (checked, [float("inf")]),
        (verified, [float("nan")]),
    ):
        try:
            print("value", sess.run(fetch, {x: feed}))
        except Exception as error:
            print(type(error).__name__, error.message.split("\n")[0], error.op.type if error.op is not None else None)
for wrong in (
    lambda: tf.assert_equal(1, 2),
    lambda: tf.assert_positive([-1.0]),
    lambda: tf.assert_less([3], [2], message="m"),
    lambda: tf.control_dependencies([3]).__enter__(),
    lambda: tf.control_dependencies([None]).__enter__(),
):
    try:
        print("value", getattr(wrong(), "name", ""))
    except Exception as error:
        print(type(error).__name__, str(getattr(error, "message", error)).split("\n")[0][:20].strip())
