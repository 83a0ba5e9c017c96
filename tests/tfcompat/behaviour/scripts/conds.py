"""`tf.cond` and `tf.case`: structure, names, gradients, side effects, errors."""

import tensorflow as tf

p = tf.placeholder(tf.bool, [], name="p")
x = tf.placeholder(tf.float32, [], name="x")
v = tf.Variable(1.0, name="v")
simple = tf.cond(p, lambda: x * 2.0, lambda: x + 10.0, name="simple")
lists = tf.cond(p, lambda: [x, x + 1.0], lambda: [x - 1.0, x])
dicts = tf.cond(x > 0, lambda: {"a": x, "b": (x, x)}, lambda: {"a": -x, "b": (x, 0.0)})
single = tf.cond(p, lambda: [x], lambda: [x + 1.0])
strict = tf.cond(p, lambda: [x], lambda: [x + 1.0], strict=True)
effects = tf.cond(p, lambda: tf.group(v.assign_add(1.0)), lambda: tf.no_op())
assigned = tf.cond(p, lambda: v.assign(5.0), lambda: v.assign(7.0))
nested = tf.cond(p, lambda: tf.cond(x > 1.0, lambda: 1.0, lambda: 2.0), lambda: 3.0)
outside = v * 3.0
captured = tf.cond(p, lambda: outside, lambda: tf.identity(v))
gradient = tf.gradients(simple, x)[0]
nested_gradient = tf.gradients(
    tf.cond(p, lambda: tf.cond(x > 1.0, lambda: x**2, lambda: x * 5.0), lambda: tf.sin(x)), x
)[0]
constant = tf.cond(tf.constant(True), lambda: 1, lambda: 2)
python = tf.cond(x > 100.0, true_fn=lambda: "big", false_fn=lambda: "small")
case = tf.case(
    [(x < 1.0, lambda: tf.constant(17)), (x > 5.0, lambda: tf.constant(23))],
    default=lambda: tf.constant(-1),
    exclusive=True,
)
case_dict = tf.case({x < 0: lambda: 1.0, x > 10.0: lambda: 2.0}, default=lambda: 3.0, exclusive=True)
case_first = tf.case([(x > 0.0, lambda: 1), (x > 1.0, lambda: 2)], default=lambda: 3)
for each in (
    simple,
    lists[0],
    dicts["b"][1],
    single,
    strict[0],
    effects,
    assigned,
    nested,
    captured,
    gradient,
    nested_gradient,
    constant,
    python,
    case,
    case_dict,
):
    print(type(each).__name__ if not hasattr(each, "name") else each.name)
print(sorted({op.type for op in tf.get_default_graph().get_operations()}))
print(len(tf.get_collection(tf.GraphKeys.COND_CONTEXT)), tf.get_collection(tf.GraphKeys.COND_CONTEXT)[0].name)
with tf.Session() as sess:
    sess.run(v.initializer)
    for flag, value in ((True, 3.0), (False, 0.5), (True, 0.5), (False, 7.0)):
        feed = {p: flag, x: value}
        print(
            sess.run(
                [
                    simple,
                    lists,
                    dicts,
                    single,
                    strict,
                    nested,
                    captured,
                    gradient,
                    nested_gradient,
                    constant,
                    python,
                    case,
                    case_dict,
                    case_first,
                ],
                feed,
            )
        )
        sess.run(effects, feed)
        print(sess.run(v), sess.run(assigned, feed), sess.run(v))
    for wrong in (
        lambda: tf.cond(p, lambda: x, lambda: 1),
        lambda: tf.cond(p, lambda: [x, x], lambda: [x]),
        lambda: tf.cond(p, lambda: x, None),
        lambda: tf.cond(p, x, x),
        lambda: tf.cond(p),
        lambda: tf.cond(p, lambda: None, lambda: x),
        lambda: tf.case([(p, x)]),
        lambda: tf.case(3),
        lambda: sess.run(tf.case([(x > 0, lambda: 1), (x > 1, lambda: 2)], exclusive=True), {x: 2.0}),
        lambda: tf.cond(True, lambda: 1, lambda: 2),
        lambda: tf.cond(tf.constant([True]), lambda: 1, lambda: 2).name,
    ):
        try:
            made = wrong()
            print("value", getattr(made, "name", made))
        except Exception as error:
            print(type(error).__name__)
smart = tf.cond(
    tf.equal(1, 1), lambda: tf.get_variable("in_true", [], initializer=tf.zeros_initializer()), lambda: tf.constant(0.0)
)
print([u.name for u in tf.global_variables()], smart.name)
