"""Where data comes from: tf.data pipelines and queues."""

from typing import Any

from .registry import add, builder


def _three(tf: Any, dataset: Any) -> Any:
    following = tf.data.make_one_shot_iterator(dataset).get_next()
    return lambda session: [session.run(following) for _ in range(3)]


def _initialized(tf: Any, dataset: Any) -> Any:
    iterator = tf.data.make_initializable_iterator(dataset)
    following = iterator.get_next()
    return lambda session: [session.run(iterator.initializer)] + [session.run(following) for _ in range(3)]


def _range(tf: Any) -> Any:
    return tf.data.Dataset.from_tensor_slices(list(range(12)))


_DATASETS = {
    "slices": lambda tf: _range(tf),
    "slices_pair": lambda tf: tf.data.Dataset.from_tensor_slices(([[1.0], [2.0], [3.0]], [1, 2, 3])).batch(1),
    "slices_dict": lambda tf: tf.data.Dataset.from_tensor_slices({"x": [1.0, 2.0, 3.0], "y": [1, 2, 3]}),
    "tensors": lambda tf: tf.data.Dataset.from_tensors([1.0, 2.0]).repeat(),
    "range": lambda tf: tf.data.Dataset.range(10),
    "batch": lambda tf: _range(tf).batch(4),
    "batch_drop": lambda tf: _range(tf).batch(4, drop_remainder=True),
    "repeat_batch": lambda tf: _range(tf).repeat(2).batch(5),
    "map": lambda tf: _range(tf).map(lambda x: x * 2),
    "map_parallel": lambda tf: _range(tf).map(lambda x: x * 2, num_parallel_calls=2),
    "map_random": lambda tf: _range(tf).map(lambda x: tf.random_uniform([2])),
    "map_random_cast": lambda tf: _range(tf).map(lambda x: tf.cast(x, tf.float32) + tf.random_normal([])),
    "filter": lambda tf: _range(tf).filter(lambda x: x > 4),
    "flat_map": lambda tf: _range(tf).flat_map(lambda x: tf.data.Dataset.from_tensors(x).repeat(2)),
    "interleave": lambda tf: _range(tf).interleave(lambda x: tf.data.Dataset.from_tensors(x), 2, 1),
    "take_skip": lambda tf: _range(tf).skip(2).take(5),
    "prefetch_cache": lambda tf: _range(tf).cache().prefetch(1),
    "shard": lambda tf: _range(tf).shard(2, 1),
    "zip": lambda tf: tf.data.Dataset.zip((_range(tf), tf.data.Dataset.range(12))),
    "concatenate": lambda tf: _range(tf).take(1).concatenate(_range(tf)),
    "padded_batch": lambda tf: _range(tf).map(lambda x: tf.fill([x], x)).padded_batch(3, [None]),
    "window": lambda tf: _range(tf).window(2).flat_map(lambda x: x.batch(2)),
    "generator": lambda tf: tf.data.Dataset.from_generator(lambda: iter([1, 2, 3]), tf.int32, []),
    "map_and_batch": lambda tf: _range(tf).apply(tf.data.experimental.map_and_batch(lambda x: x + 1, 3)),
}
_SHUFFLES = {
    "shuffle": lambda tf, seed: _range(tf).shuffle(12, seed=seed),
    "shuffle_small_buffer": lambda tf, seed: _range(tf).shuffle(3, seed=seed),
    "shuffle_repeat_batch": lambda tf, seed: _range(tf).shuffle(12, seed=seed).repeat().batch(8),
    "shuffle_fixed": lambda tf, seed: _range(tf).shuffle(12, seed, reshuffle_each_iteration=False).repeat().batch(8),
    "repeat_shuffle": lambda tf, seed: _range(tf).repeat().shuffle(12, seed=seed).batch(8),
    "shuffle_and_repeat": lambda tf, seed: _range(tf)
    .apply(tf.data.experimental.shuffle_and_repeat(12, seed=seed))
    .batch(8),
}


def _shuffled(make: Any, read: Any) -> Any:
    return lambda tf, seed: read(tf, make(tf, seed))


def _read(make: Any, read: Any) -> Any:
    return lambda tf: read(tf, make(tf))


for _name, _make in sorted(_DATASETS.items()):
    add("inputs", "data_%s_one_shot" % _name, _read(_make, _three))
    add("inputs", "data_%s_initializable" % _name, _read(_make, _initialized))
for _name, _make in sorted(_SHUFFLES.items()):
    add("inputs", "data_%s_one_shot" % _name, _shuffled(_make, _three))
    add("inputs", "data_%s_initializable" % _name, _shuffled(_make, _initialized))


@builder
def data_reinitializable(tf: Any) -> Any:
    iterator = tf.data.Iterator.from_structure(tf.int32, tf.TensorShape([]))
    following = iterator.get_next()
    start = iterator.make_initializer(_range(tf).shuffle(12))
    return lambda session: [session.run(start), session.run(following), session.run(following)]


@builder
def data_model(tf: Any) -> Any:
    dataset = tf.data.Dataset.from_tensor_slices(([[1.0, 2.0], [3.0, 4.0]], [0, 1])).shuffle(2).repeat().batch(2)
    features, labels = tf.data.make_one_shot_iterator(dataset).get_next()
    logits = tf.layers.dense(features, 2)
    loss = tf.losses.sparse_softmax_cross_entropy(labels, logits)
    step = tf.train.AdamOptimizer(0.1).minimize(loss)
    return lambda session: [session.run(step), session.run([loss, logits])]


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
