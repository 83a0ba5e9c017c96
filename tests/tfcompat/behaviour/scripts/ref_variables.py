"""`tf.Variable` as 1.15's RefVariable: what assignments return and when a read happens."""

import tensorflow as tf

v = tf.Variable(3.0, name="v")
print(type(v).__name__, v.op.type, v.dtype, v.dtype.base_dtype, v.dtype._is_ref_dtype, v.shape, v.name, v.device == "")
print(
    v.initializer.name,
    v.initial_value.name,
    v.value().name,
    v.read_value().name,
    v._snapshot.name,
    v._ref().name,
    v.initialized_value().name,
)
print(
    v.trainable,
    v.graph is tf.get_default_graph(),
    v.get_shape(),
    v.constraint,
    v._shared_name if hasattr(v, "_shared_name") else "-",
)
print(
    isinstance(v, tf.Variable),
    isinstance(v, tf.Tensor),
    tf.is_tensor(v),
)
up = v.assign(10.0)
print(type(up).__name__, up.name, up.dtype, up.op.type)
add = v.assign_add(1.0)
sub = tf.assign_sub(v, 2.0)
both = tf.assign(v, v + 1.0)
double = v.assign(v * 2.0)
chained = tf.assign(tf.assign(v, 4.0), 5.0)
print(add.name, sub.name, both.name, chained.op.inputs[0].name)
with tf.control_dependencies([add]):
    after = v.read_value()
    stale = tf.identity(v)
    plus = v + 0.0
i = tf.Variable(0, name="i", trainable=False)
count = i.count_up_to(3)
op_count = tf.count_up_to(tf.Variable(5, name="j"), 6)
w = tf.Variable(v.initialized_value() * 2.0, name="w")
u = tf.Variable(lambda: tf.ones([2]), name="u")
big = tf.Variable([1.0, 2.0], validate_shape=False, name="free")
reshape = tf.assign(big, [1.0, 2.0, 3.0], validate_shape=False)
typed = tf.Variable(1, dtype=tf.float64, name="typed")
text = tf.Variable("hello", name="text")
flag = tf.Variable(False, name="flag")
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run([v, w, u, typed, text, flag]))
    print(sess.run(up), sess.run(v), sess.run(add), sess.run(sub), sess.run(both), sess.run(double), sess.run(v))
    print(sess.run(chained), sess.run(v))
    print(sess.run(after), sess.run(stale), sess.run(plus), v.eval())
    print(sess.run([v.initializer, tf.no_op()]), v.eval())
    v.load(7.0, sess)
    print(
        v.eval(), sess.run("v:0"), sess.run(v.value()), sess.run(v, {v: 100.0}), sess.run(v * 2.0, {v: 1.5}), v.eval()
    )
    print([sess.run(count) for _ in range(3)], sess.run(i))
    try:
        sess.run(count)
    except tf.errors.OutOfRangeError as error:
        print(type(error).__name__, error.message.split("\n")[0])
    print(sess.run(op_count), sess.run(reshape), sess.run(big))
    print(sess.run(tf.is_variable_initialized(v)), sess.run(tf.report_uninitialized_variables()).tolist())
    late = tf.Variable(1.0, name="late")
    other = tf.get_variable("other", [2], use_resource=True)
    print(sess.run(tf.report_uninitialized_variables()).tolist(), sess.run(tf.is_variable_initialized(late)))
    print(type(other).__name__, other.op.type, other.dtype, other.name)
    for wrong in (
        lambda: sess.run(late),
        lambda: sess.run(late + 1.0),
        lambda: sess.run(late.assign_add(1.0)),
        lambda: v.assign([1.0, 2.0]),
        lambda: v.assign("x"),
        lambda: tf.assign(tf.constant(1.0), 2.0),
        lambda: tf.Variable(None),
        lambda: tf.Variable(lambda: 1.0, dtype=tf.int32).name,
        lambda: setattr(v, "name", "z"),
        lambda: v.no_such,
    ):
        try:
            print("value", wrong())
        except Exception as error:
            print(type(error).__name__, getattr(error, "message", "").split("\n")[0])
    print(late.initialized_value().eval(), sess.run(late.initializer), late.eval())
    print(
        tf.get_variable("count", [], tf.int32, tf.zeros_initializer()).assign_add(1).op.type,
        v.to_proto().variable_name,
        v.to_proto().snapshot_name,
    )
print([v.name for v in tf.global_variables()])
