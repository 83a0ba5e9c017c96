"""`tf.contrib.learn.io`: batches of files and of a generator by queues. Files 2, examples 7 and 5, batch 4."""

import os
import tempfile
from typing import Any, Callable, List

import numpy as np

from tests.support.contrib_builders.registry import builder


def _files(tf: Any) -> List[str]:
    folder, files = tempfile.mkdtemp(), []
    for file, size in enumerate((7, 5)):
        files.append(os.path.join(folder, "part%d.tfrecord" % file))
        with tf.python_io.TFRecordWriter(files[-1]) as out:
            for row in range(size):
                place = tf.train.Feature(int64_list=tf.train.Int64List(value=[file * 10 + row]))
                words = tf.train.Feature(bytes_list=tf.train.BytesList(value=[b"a", b"bc"][: row % 3]))
                features = tf.train.Features(feature={"place": place, "words": words})
                out.write(tf.train.Example(features=features).SerializeToString())
    return files


def _spec(tf: Any) -> Any:
    return {"place": tf.FixedLenFeature([1], tf.int64), "words": tf.VarLenFeature(tf.string)}


def _batches(tf: Any, fetches: Any, most: int = 9) -> Callable[[Any], Any]:
    """What `most` runs give, or fewer where the data end before."""

    def run(session: Any) -> Any:
        coordinator = tf.train.Coordinator()
        threads = tf.train.start_queue_runners(session, coordinator)
        found = []
        try:
            for _ in range(most):
                found.append(session.run(fetches))
        except tf.errors.OutOfRangeError:
            pass
        coordinator.request_stop()
        coordinator.join(threads, ignore_live_threads=True)
        return found

    return run


@builder
def features_of_files(tf: Any) -> Any:
    keys, features = tf.contrib.learn.io.read_keyed_batch_features(
        _files(tf), 4, _spec(tf), tf.TFRecordReader, randomize_input=False, num_epochs=2, num_enqueue_threads=1
    )
    words = tf.sparse_tensor_to_dense(features["words"], "")
    return _batches(tf, [tf.strings.substr(keys, -2, 2), features["place"], words])


@builder
def shuffled_examples(tf: Any) -> Any:
    examples = tf.contrib.learn.read_batch_examples(
        _files(tf)[:1], 4, tf.TFRecordReader, True, 1, 16, seed=3, parse_fn=lambda each: tf.strings.length(each)
    )
    run = _batches(tf, examples)
    # Which rows a shuffled batch holds depends on how far the threads have read.
    return lambda session: np.sort(np.concatenate(run(session)))


@builder
def examples_parsed_before_they_are_batched(tf: Any) -> Any:
    keys, parsed = tf.contrib.learn.read_keyed_batch_examples(
        _files(tf)[0],
        4,
        tf.TFRecordReader,
        randomize_input=False,
        num_epochs=1,
        parse_fn=lambda each: tf.parse_single_example(each, {"place": _spec(tf)["place"]}),
    )
    return _batches(tf, [tf.strings.substr(keys, -2, 2), parsed["place"]])


@builder
def files_shared_among_workers(tf: Any) -> Any:
    _, features = tf.contrib.learn.io.read_keyed_batch_features_shared_queue(
        _files(tf), 5, _spec(tf), tf.TFRecordReader, randomize_input=False, num_epochs=1, num_queue_runners=1
    )
    return _batches(tf, features["place"])


@builder
def records_again_and_again(tf: Any) -> Any:
    features = tf.contrib.learn.read_batch_record_features(_files(tf)[:1], 7, _spec(tf), randomize_input=False)
    return _batches(tf, tf.sort(features["place"][:, 0]), most=2)


def _samples() -> Any:
    for row in range(7):
        yield {"a": np.arange(3) + row, "b": np.array([row * 0.5]), "label": np.array([row])}


@builder
def samples_of_a_generator(tf: Any) -> Any:
    make = tf.contrib.learn.io.generator_input_fn
    return _batches(tf, make(_samples, "label", batch_size=4, shuffle=False)())


@builder
def samples_again_and_again(tf: Any) -> Any:
    make = tf.contrib.learn.io.generator_input_fn
    return _batches(tf, make(_samples, ["a", "label"], batch_size=3, shuffle=False, num_epochs=None)(), most=3)
