"""MonitoredTrainingSession, MonitoredSession, SingularMonitoredSession, Scaffold."""

import os

import tensorflow as tf


def build():
    step = tf.train.get_or_create_global_step()
    v = tf.get_variable("v", [], initializer=tf.zeros_initializer())
    loss = tf.square(v - 3.0, name="loss")
    train = tf.train.GradientDescentOptimizer(0.25).minimize(loss, global_step=step)
    tf.summary.scalar("loss", loss)
    return step, v, loss, train


with tf.Graph().as_default():
    step, v, loss, train = build()
    hooks = [tf.train.StopAtStepHook(last_step=4)]
    with tf.train.MonitoredTrainingSession(
        checkpoint_dir="run", hooks=hooks, save_checkpoint_steps=2, save_summaries_steps=2, log_step_count_steps=None
    ) as sess:
        print(type(sess).__name__, sess.graph is tf.get_default_graph(), tf.get_default_session() is not None)
        while not sess.should_stop():
            print(sess.run([train, loss, step])[1:])
    print(tf.get_default_graph().finalized)
    try:
        tf.constant(1)
    except RuntimeError as error:
        print(type(error).__name__, error)
    try:
        sess.run(v)
    except Exception as error:
        print(type(error).__name__, error)
print(sorted(f for f in os.listdir("run") if not f.startswith("events")))
print(open("run/checkpoint").read())
with tf.Graph().as_default():
    step, v, loss, train = build()
    with tf.train.MonitoredTrainingSession(
        checkpoint_dir="run", hooks=[tf.train.StopAtStepHook(num_steps=2)], save_checkpoint_secs=600
    ) as sess:
        print(sess.run([step, v]))
        while not sess.should_stop():
            sess.run(train)
        print(sess.should_stop())
print(tf.train.latest_checkpoint("run"))
with tf.Graph().as_default():
    step, v, loss, train = build()
    order = []
    two = v.assign(2.0)
    scaffold = tf.train.Scaffold(init_fn=lambda s, sess: sess.run(two), summary_op=None)
    with tf.train.MonitoredSession(session_creator=tf.train.ChiefSessionCreator(scaffold)) as sess:
        print(sess.run(v), sess.run_step_fn(lambda step_context: step_context.session.run(v)))
        try:
            sess.run_step_fn(lambda wrong: 1)
        except Exception as error:
            print(type(error).__name__, str(error).split("\n")[0])
        print(sess.run_step_fn(lambda step_context: step_context.request_stop()), sess.should_stop())
    print(
        scaffold.init_op.name,
        scaffold.ready_op.name,
        scaffold.local_init_op.name,
        scaffold.saver is not None,
        scaffold.ready_for_local_init_op.name,
    )
    print(scaffold.summary_op)
with tf.Graph().as_default():
    step, v, loss, train = build()
    with tf.train.SingularMonitoredSession(checkpoint_dir="run") as sess:
        print(sess.run([step, v]), type(sess.raw_session()).__name__)
with tf.Graph().as_default():
    step, v, loss, train = build()
    try:
        with tf.train.MonitoredSession() as sess:
            raise ValueError("mine")
    except ValueError as error:
        print(type(error).__name__, error)
    with tf.train.MonitoredSession() as sess:
        try:
            sess.run(train)
            raise tf.errors.OutOfRangeError(None, None, "end")
        except StopIteration:
            print("stop")
    print("after out of range", sess.should_stop())
with tf.Graph().as_default():
    step, v, loss, train = build()
    other = tf.Variable(1.0, name="other")
    try:
        tf.train.MonitoredTrainingSession(checkpoint_dir="run", scaffold=tf.train.Scaffold(init_op=tf.no_op()))
    except Exception as error:
        print(type(error).__name__)
with tf.Graph().as_default():
    queue = tf.train.string_input_producer(["a", "b"], shuffle=False).dequeue()
    with tf.train.MonitoredSession() as sess:
        print(sess.run(queue), sess.run(queue))
