"""Input pipelines of queues: producers, batches, coordinators, runners."""

import threading

import numpy as np
import tensorflow as tf

tf.set_random_seed(5)
names = tf.train.string_input_producer(["a", "b", "c"], shuffle=False, num_epochs=2)
item = names.dequeue()
number = tf.train.range_input_producer(4, shuffle=False).dequeue()
rows = tf.train.slice_input_producer([tf.constant([[1, 2], [3, 4], [5, 6]]), tf.constant([10, 20, 30])], shuffle=False)
batch = tf.train.batch([rows[0], rows[1]], batch_size=2, name="pairs")
as_dict = tf.train.batch({"n": number, "m": number * 10}, 3)
shuffled = tf.train.shuffle_batch([tf.train.range_input_producer(50, shuffle=False).dequeue()], 5, 40, 10, seed=1)
joined = tf.train.batch_join([[tf.constant(1)], [tf.constant(1)]], 4)
final = tf.train.batch([item], 4, allow_smaller_final_batch=True)
maybe = tf.train.maybe_batch([number], tf.equal(number % 2, 0), 2)
ragged = tf.train.batch([tf.range(number % 4 + 1)], 4, dynamic_pad=True)
limited = tf.train.limit_epochs(tf.constant([1, 2]), 2)
print(
    item.name,
    number.name,
    rows[0].name,
    batch[0].name,
    batch[0].shape,
    as_dict["n"].shape,
    final.shape,
    shuffled.name,
    joined.name,
    ragged.shape,
)
runners = tf.get_collection(tf.GraphKeys.QUEUE_RUNNERS)
print([(type(r).__name__, r.name, len(r.enqueue_ops)) for r in runners])
print(
    [v.name for v in tf.local_variables()],
    tf.get_collection(tf.GraphKeys.SUMMARIES)[0].name,
    len(tf.get_collection(tf.GraphKeys.SUMMARIES)),
)
with tf.Session() as sess:
    sess.run([tf.global_variables_initializer(), tf.local_variables_initializer()])
    coord = tf.train.Coordinator()
    threads = tf.train.start_queue_runners(sess=sess, coord=coord)
    print(len(threads), all(isinstance(t, threading.Thread) and t.daemon for t in threads))
    print(sess.run(batch)[1].tolist(), sess.run(batch)[1].tolist())
    print(np.diff(sess.run(as_dict)["n"]).shape, sess.run(joined).tolist())
    values = [v for _ in range(4) for v in sess.run(shuffled).tolist()]
    print(len(set(values)), max(values) < 50)
    seen = []
    try:
        while not coord.should_stop():
            seen.append(sess.run(final).tolist())
    except tf.errors.OutOfRangeError as error:
        print("done", type(error).__name__)
    finally:
        coord.request_stop()
    coord.join(threads, stop_grace_period_secs=10)
    print(seen, coord.should_stop(), coord.joined)
    print([sess.run(limited).tolist() for _ in range(2)])
    try:
        sess.run(limited)
    except tf.errors.OutOfRangeError as error:
        print(type(error).__name__, error.message.split("\n")[0])

coord = tf.train.Coordinator()


def fail():
    raise ValueError("from a thread")


with coord.stop_on_exception():
    pass
print(coord.should_stop())
try:
    with coord.stop_on_exception():
        fail()
    coord.join([])
except ValueError as error:
    print(type(error).__name__, error, coord.should_stop())
coord.clear_stop()
print(coord.should_stop(), coord.wait_for_stop(0.01))
looper = tf.train.LooperThread.loop(coord, 0.001, lambda: coord.request_stop())
coord.join([looper])
print(coord.should_stop())
queue = tf.FIFOQueue(10, tf.int32, [[]])
counter = tf.Variable(0)
runner = tf.train.QueueRunner(queue, [queue.enqueue(counter.count_up_to(100))])
tf.train.add_queue_runner(runner)
print(
    runner.to_proto().queue_name,
    runner.queue is queue,
    runner.cancel_op.name,
    runner.close_op.name,
    runner.queue_closed_exception_types,
)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    coord = tf.train.Coordinator()
    threads = runner.create_threads(sess, coord=coord, daemon=True, start=True)
    print([sess.run(queue.dequeue()) for _ in range(3)], runner.exceptions_raised)
    coord.request_stop()
    coord.join(threads)
try:
    tf.train.start_queue_runners()
except Exception as error:
    print(type(error).__name__, str(error).split("\n")[0])
