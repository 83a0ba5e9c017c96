"""Queues, their runners, and the readers at their ends."""

from typing import Any

from .registry import builder


def _queued(tf: Any, fetches: Any) -> Any:
    def run(session: Any) -> Any:
        coordinator = tf.train.Coordinator()
        threads = tf.train.start_queue_runners(session, coordinator)
        results = [session.run(fetches) for _ in range(4)]
        coordinator.request_stop()
        coordinator.join(threads, stop_grace_period_secs=5, ignore_live_threads=True)
        return results

    return run


@builder
def string_input_producer(tf: Any, seed: Any) -> Any:
    return _queued(tf, tf.train.string_input_producer(["a", "b", "c", "d"], seed=seed).dequeue())


@builder
def string_input_producer_plain(tf: Any) -> Any:
    return _queued(tf, tf.train.string_input_producer(["a", "b", "c"], shuffle=False, num_epochs=2).dequeue())


@builder
def range_input_producer(tf: Any, seed: Any) -> Any:
    return _queued(tf, tf.train.range_input_producer(5, seed=seed).dequeue())


@builder
def slice_input_producer(tf: Any, seed: Any) -> Any:
    return _queued(tf, tf.train.slice_input_producer([[1.0, 2.0, 3.0], [1, 2, 3]], seed=seed))


@builder
def input_producer(tf: Any, seed: Any) -> Any:
    return _queued(tf, tf.train.input_producer(tf.constant([[1, 2], [3, 4]]), seed=seed).dequeue())


@builder
def batch(tf: Any) -> Any:
    item = tf.train.slice_input_producer([[1.0, 2.0, 3.0], [1, 2, 3]], shuffle=False)
    return _queued(tf, tf.train.batch(item, 2))


@builder
def batch_join(tf: Any) -> Any:
    item = tf.train.slice_input_producer([[1.0, 2.0, 3.0], [1, 2, 3]], shuffle=False)
    return _queued(tf, tf.train.batch_join([item], 2, dynamic_pad=True))


@builder
def shuffle_batch(tf: Any, seed: Any) -> Any:
    item = tf.train.slice_input_producer([list(range(20))], shuffle=False)
    return _queued(tf, tf.train.shuffle_batch(item, 2, capacity=8, min_after_dequeue=7, seed=seed))


@builder
def shuffle_batch_join(tf: Any, seed: Any) -> Any:
    item = tf.train.slice_input_producer([list(range(20))], shuffle=False)
    return _queued(tf, tf.train.shuffle_batch_join([item], 2, capacity=8, min_after_dequeue=7, seed=seed))


@builder
def maybe_batch(tf: Any) -> Any:
    item = tf.train.slice_input_producer([list(range(20))], shuffle=False)[0]
    return _queued(tf, tf.train.maybe_batch([item], item > 3, 2))


@builder
def random_shuffle_queue(tf: Any, seed: Any) -> Any:
    queue = tf.RandomShuffleQueue(10, 0, tf.int32, [[]], seed=seed)
    enqueue = queue.enqueue_many([list(range(10))])
    taken = queue.dequeue_many(5)
    return lambda session: [session.run(enqueue), session.run(taken), session.run(taken)]


@builder
def fifo_queues(tf: Any) -> Any:
    queues = [tf.FIFOQueue(10, tf.int32, [[]]), tf.PaddingFIFOQueue(10, tf.int32, [[]])]
    enqueues = [queue.enqueue([3]) for queue in queues]
    taken = [queue.dequeue() for queue in queues]
    closed = [queue.close() for queue in queues]
    return lambda session: [session.run(enqueues), session.run(taken), session.run([queues[0].size()] + closed)]


@builder
def csv_reader(tf: Any) -> Any:
    reader = tf.TextLineReader(skip_header_lines=1)
    queue = tf.train.string_input_producer(["nothing.csv"])
    _, line = reader.read(queue)
    columns = tf.decode_csv(line, record_defaults=[[0.0], [0.0]])
    tf.train.batch([tf.stack(columns)], 2)
    return tf.random_normal([2])


@builder
def record_reader(tf: Any) -> Any:
    reader = tf.TFRecordReader()
    _, serialized = reader.read(tf.train.string_input_producer(["nothing.tfrecords"], num_epochs=1))
    features = tf.parse_single_example(
        serialized, {"x": tf.FixedLenFeature([2], tf.float32), "y": tf.VarLenFeature(tf.int64)}
    )
    tf.train.shuffle_batch([features["x"]], 2, 10, 5)
    return tf.random_normal([2])


@builder
def parse_single_example(tf: Any) -> Any:
    feature = tf.train.Feature(int64_list=tf.train.Int64List(value=[3, 4]))
    floats = tf.train.Feature(float_list=tf.train.FloatList(value=[0.5]))
    example = tf.train.Example(features=tf.train.Features(feature={"label": feature, "x": floats}))
    parsed = tf.parse_single_example(
        example.SerializeToString(),
        {
            "label": tf.VarLenFeature(tf.int64),
            "x": tf.FixedLenFeature([], tf.float32),
            "y": tf.FixedLenFeature([1], tf.int64, default_value=7),
            "z": tf.FixedLenSequenceFeature([], tf.float32, allow_missing=True),
        },
    )
    return [parsed["label"].values, parsed["x"], parsed["y"], parsed["z"], tf.random_normal([2])]
