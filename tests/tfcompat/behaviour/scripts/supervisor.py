"""`tf.train.Supervisor`: managed sessions, checkpoints, summaries, recovery."""

import os

import tensorflow as tf


def build():
    global_step = tf.train.get_or_create_global_step()
    v = tf.Variable(0.0, name="v")
    tf.summary.scalar("v", v)
    return v, tf.group(v.assign_add(1.0), global_step.assign_add(1))


with tf.Graph().as_default():
    v, train = build()
    sv = tf.train.Supervisor(logdir="log", save_summaries_secs=0, save_model_secs=0)
    print(
        sv.is_chief,
        sv.save_path,
        sv.global_step.name,
        sv.saver is not None,
        sv.init_op.name,
        sv.ready_op.name,
        sv.summary_op.name,
    )
    print(
        type(sv.summary_writer).__name__, sv.save_model_secs, type(sv.coord).__name__, type(sv.session_manager).__name__
    )
    with sv.managed_session() as sess:
        while not sv.should_stop():
            sess.run(train)
            if sess.run(v) >= 5:
                break
        sv.saver.save(sess, sv.save_path, global_step=sv.global_step)
        sv.summary_computed(sess, sess.run(sv.summary_op))
        print(sess.run(v), sv.should_stop())
    print(sv.should_stop())
print(sorted(f for f in os.listdir("log") if not f.startswith("events")))
print(sum(f.startswith("events") for f in os.listdir("log")))
with tf.Graph().as_default():
    v, train = build()
    sv = tf.train.Supervisor(logdir="log", summary_op=None, save_model_secs=0)
    with sv.managed_session() as sess:
        print(sess.run([v, sv.global_step]))
    try:
        sess.run(v)
    except RuntimeError as error:
        print(type(error).__name__, error)
with tf.Graph().as_default():
    v, train = build()
    ready = []
    nine = v.assign(9.0)
    sv = tf.train.Supervisor(logdir=None, init_fn=lambda s: ready.append(s.run(nine)), summary_op=None)
    sess = sv.prepare_or_wait_for_session(config=tf.ConfigProto(allow_soft_placement=True))
    print(ready, sess.run(v), sv.should_stop())
    threads = sv.start_queue_runners(sess)
    print(threads)
    sv.request_stop()
    sv.stop()
    print(sv.should_stop())
    sess.close()
with tf.Graph().as_default():
    v, train = build()
    sv = tf.train.Supervisor(logdir=None, init_op=None, summary_op=None, ready_op=tf.report_uninitialized_variables())
    try:
        sv.prepare_or_wait_for_session()
    except Exception as error:
        print(type(error).__name__, str(error).split("\n")[0])
with tf.Graph().as_default():
    v, train = build()
    sv = tf.train.Supervisor(logdir="other", saver=None, summary_op=None)
    try:
        with sv.managed_session() as sess:
            raise ValueError("in the block")
    except ValueError as error:
        print(error, sv.should_stop())
    print(tf.train.latest_checkpoint("other"), tf.train.latest_checkpoint("log"))
manager = tf.train.SessionManager(graph=tf.Graph())
print(type(manager).__name__)
