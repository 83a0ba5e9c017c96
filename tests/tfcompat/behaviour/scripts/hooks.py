"""Session hooks: the stock ones and the user's own."""

import glob
import os

import tensorflow as tf

step = tf.train.get_or_create_global_step()
v = tf.get_variable("v", [], initializer=tf.zeros_initializer())
loss = tf.square(v - 3.0, name="loss")
train = tf.train.GradientDescentOptimizer(0.25).minimize(loss, global_step=step)
summary = tf.summary.scalar("loss", loss)
graph = tf.get_default_graph()
events = []


class Watch(tf.train.SessionRunHook):
    def begin(self):
        events.append("begin")
        self.count = 0

    def after_create_session(self, session, coord):
        events.append("after_create %s %s" % (type(session).__name__, type(coord).__name__))

    def before_run(self, run_context):
        self.count += 1
        events.append(
            "before %s" % run_context.original_args.fetches.name
            if hasattr(run_context.original_args.fetches, "name")
            else "before"
        )
        return tf.train.SessionRunArgs(fetches={"loss": loss, "step": step}, feed_dict=None, options=None)

    def after_run(self, run_context, run_values):
        events.append(
            "after %.4f %d %s" % (run_values.results["loss"], run_values.results["step"], run_context.stop_requested)
        )
        if self.count == 3:
            run_context.request_stop()

    def end(self, session):
        events.append("end %d" % session.run(step))


with tf.train.MonitoredSession(hooks=[Watch()]) as sess:
    while not sess.should_stop():
        sess.run(train)
print("\n".join(events))


def run(hooks, steps=5):
    with tf.train.MonitoredSession(hooks=hooks) as session:
        for _ in range(steps):
            if session.should_stop():
                return
            session.run(train)


tf.reset_default_graph()
step = tf.train.get_or_create_global_step()
v = tf.get_variable("v", [], initializer=tf.zeros_initializer())
loss = tf.square(v - 3.0, name="loss")
train = tf.train.GradientDescentOptimizer(0.25).minimize(loss, global_step=step)
summary = tf.summary.scalar("loss", loss)
other = tf.summary.scalar("other", loss * 2.0)
bad = tf.log(v - 100.0)
messages = []


class Listener(tf.train.CheckpointSaverListener):
    def begin(self):
        messages.append("begin")

    def before_save(self, session, global_step_value):
        messages.append("before %d" % global_step_value)

    def after_save(self, session, global_step_value):
        messages.append("after %d" % global_step_value)

    def end(self, session, global_step_value):
        messages.append("end %d" % global_step_value)


saver = tf.train.CheckpointSaverHook("ckpt", save_steps=2, listeners=[Listener()], saver=tf.train.Saver())
summaries = tf.train.SummarySaverHook(save_steps=2, output_dir="sum", summary_op=tf.summary.merge_all())
final = tf.train.FinalOpsHook([v, step])
feed = tf.placeholder_with_default(1.0, [], name="p")
fn = tf.train.FeedFnHook(lambda: {feed: 2.0})
logger = tf.train.LoggingTensorHook(
    {"loss": loss}, every_n_iter=2, formatter=lambda t: messages.append("log %.4f" % t["loss"]) or "x"
)
at_end = tf.train.LoggingTensorHook(
    [loss], at_end=True, formatter=lambda t: messages.append("at end %.4f" % list(t.values())[0]) or "x"
)
counter = tf.train.StepCounterHook(every_n_steps=2, output_dir="sum")
profiler = tf.train.ProfilerHook(save_steps=3, output_dir="prof")
waiter = tf.train.GlobalStepWaiterHook(0)
run([saver, summaries, final, fn, logger, at_end, counter, profiler, waiter])
print("\n".join(messages))
print(final.final_ops_values)
print(sorted(os.path.basename(f) for f in glob.glob("ckpt/model*")), len(glob.glob("prof/timeline-*.json")) > 0)
for path in sorted(glob.glob("sum/events*")):
    for event in tf.train.summary_iterator(path):
        for value in event.summary.value:
            print(event.step, value.tag if "sec" in value.tag else "%s %.4f" % (value.tag, value.simple_value))
for make in (
    lambda: run([tf.train.NanTensorHook(bad)]),
    lambda: run([tf.train.NanTensorHook(bad, fail_on_nan_loss=False)]),
    lambda: tf.train.StopAtStepHook(),
    lambda: tf.train.StopAtStepHook(1, 2),
    lambda: tf.train.LoggingTensorHook([loss]),
    lambda: tf.train.LoggingTensorHook([loss], every_n_iter=1, every_n_secs=1),
    lambda: tf.train.CheckpointSaverHook("x"),
    lambda: tf.train.SummarySaverHook(save_steps=1, save_secs=1),
):
    try:
        print("value", make())
    except Exception as error:
        print(type(error).__name__, str(error).split("\n")[0])
timer = tf.train.SecondOrStepTimer(every_steps=3)
print(
    timer.should_trigger_for_step(1),
    timer.update_last_triggered_step(1),
    timer.should_trigger_for_step(3),
    timer.should_trigger_for_step(4),
    timer.last_triggered_step(),
)
