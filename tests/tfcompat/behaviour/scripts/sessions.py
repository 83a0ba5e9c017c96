"""Sessions: default session, InteractiveSession, configuration, closing."""

import tensorflow as tf


def _plain(text):
    """The text without what only quotes the fetch or the argument."""
    return "" if "rgument" in text or "must be" in text else " ".join(text.split())


def attempt(make):
    try:
        print("value", make())
    except Exception as error:
        print(type(error).__name__, _plain(str(error).split("\n")[0]))


a = tf.constant(2.0, name="a")
v = tf.Variable(5.0, name="v")
print(tf.get_default_session())
attempt(lambda: a.eval())
attempt(lambda: v.eval())
attempt(lambda: v.initializer.run())
attempt(lambda: tf.get_default_session().run(a))
sess = tf.InteractiveSession()
print(tf.get_default_session() is sess, a.eval(), sess.graph is tf.get_default_graph())
v.initializer.run()
print(v.eval(), type(sess).__name__, sess.sess_str == "" or sess.sess_str == b"")
sess.close()
print(tf.get_default_session())
attempt(lambda: sess.run(a))
attempt(lambda: a.eval(session=sess))
config = tf.ConfigProto(
    allow_soft_placement=True,
    log_device_placement=False,
    inter_op_parallelism_threads=1,
    intra_op_parallelism_threads=1,
    device_count={"GPU": 0},
    gpu_options=tf.GPUOptions(allow_growth=True, per_process_gpu_memory_fraction=0.3),
    graph_options=tf.GraphOptions(optimizer_options=tf.OptimizerOptions(opt_level=tf.OptimizerOptions.L0)),
)
config.gpu_options.allow_growth = True
graph = tf.Graph()
with graph.as_default():
    b = tf.constant(3.0, name="b")
with tf.Session(graph=graph, config=config) as s:
    print(s.run(b), b.eval(), tf.get_default_graph() is graph, tf.get_default_session() is s)
    attempt(lambda: s.run(a))
    attempt(lambda: a.eval())
    attempt(lambda: s.run("nothing:0"))
    attempt(lambda: s.run("nothing"))
    attempt(lambda: s.run("b"))
    attempt(lambda: s.run("b:7"))
    attempt(lambda: s.run(None))
    attempt(lambda: s.run(3))
    attempt(lambda: s.run([]))
    attempt(lambda: s.run({}))
    print([d.device_type for d in s.list_devices() if "XLA" not in d.device_type], s.list_devices()[0].name)
    inner = tf.constant(1.0, name="inner")
    print(inner.graph is graph)
attempt(lambda: b.eval())
outer = tf.Session()
with outer.as_default():
    print(tf.get_default_session() is outer, a.eval())
    with tf.Session().as_default() as nested:
        print(tf.get_default_session() is nested, tf.get_default_session() is outer)
    print(tf.get_default_session() is outer)
print(outer.run(a))
with outer:
    print(outer.run(a * 2.0))
attempt(lambda: outer.run(a))
attempt(lambda: tf.Session(graph=3))
attempt(lambda: tf.Session(config=3))
attempt(lambda: tf.Session(target=3))
with tf.Session(graph=tf.Graph()) as empty:
    attempt(lambda: empty.run(a))
    attempt(lambda: empty.run("x:0"))
    attempt(lambda: empty.run(tf.global_variables_initializer()))
    attempt(lambda: empty.run(tf.no_op()))
one, two = tf.Session(), tf.Session()
one.run(v.initializer)
one.run(v.assign(1.0))
two.run(v.initializer)
print(one.run(v), two.run(v))
tf.reset_default_graph()
attempt(lambda: tf.get_default_graph().get_operations())
third = tf.Session()
attempt(lambda: third.run(a))
with tf.Session() as sess:
    attempt(lambda: tf.reset_default_graph())
    with tf.Graph().as_default():
        attempt(lambda: tf.reset_default_graph())
local = tf.InteractiveSession(graph=tf.Graph())
print(tf.get_default_graph() is local.graph, tf.constant(1).eval())
local.close()
print(tf.get_default_graph() is local.graph)
