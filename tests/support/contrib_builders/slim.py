"""`tf.contrib.slim`: its loops, its data, its nets. All sizes differ."""

import importlib
import os
import tempfile
from typing import Any

import numpy as np

from tests.support.contrib_builders.registry import builder


def _classifier(tf: Any, images: Any) -> Any:
    slim = tf.contrib.slim
    with slim.arg_scope([slim.conv2d, slim.fully_connected], weights_regularizer=slim.l2_regularizer(0.01)):
        net = slim.conv2d(images, 3, [3, 2], normalizer_fn=slim.batch_norm, scope="conv")
        net = slim.flatten(slim.max_pool2d(net, [2, 2], scope="pool"))
        return slim.fully_connected(net, 4, activation_fn=None, scope="logits")


def _images(tf: Any) -> Any:
    return tf.constant(np.sin(np.arange(2 * 6 * 5 * 2, dtype=np.float32)).reshape(2, 6, 5, 2))


@builder
def train_op(tf: Any) -> Any:
    slim = tf.contrib.slim
    tf.losses.sparse_softmax_cross_entropy([3, 1], _classifier(tf, _images(tf)))
    total = tf.losses.get_total_loss()
    train = slim.learning.create_train_op(
        total, tf.train.MomentumOptimizer(0.05, 0.9), clip_gradient_norm=1.0, summarize_gradients=True
    )
    step = slim.get_or_create_global_step()
    return lambda session: [session.run(train) for _ in range(20)] + [session.run(step)]


@builder
def loops(tf: Any) -> Any:
    """`learning.train`, then `evaluation.evaluate_once` on what it saved, in graphs of their own."""

    def run(_: Any) -> Any:
        slim = tf.contrib.slim
        with tempfile.TemporaryDirectory() as folder:
            with tf.Graph().as_default():
                tf.set_random_seed(5)
                tf.losses.sparse_softmax_cross_entropy([3, 1], _classifier(tf, _images(tf)))
                train = slim.learning.create_train_op(
                    tf.losses.get_total_loss(), tf.train.GradientDescentOptimizer(0.1)
                )
                loss = slim.learning.train(
                    train,
                    folder,
                    number_of_steps=20,
                    log_every_n_steps=100,
                    save_summaries_secs=0,
                    save_interval_secs=0,
                )
            with tf.Graph().as_default():
                guesses = tf.argmax(_classifier(tf, _images(tf)), 1)
                value, update = slim.metrics.streaming_accuracy(guesses, tf.constant([3, 1], tf.int64))
                found = slim.evaluation.evaluate_once(
                    "", tf.train.latest_checkpoint(folder), folder, num_evals=2, eval_op=update, final_op=value
                )
        return [np.float32(loss), np.float32(found)]

    return run


@builder
def data(tf: Any) -> Any:
    """Records written, decoded and read in their order by a provider."""
    slim = tf.contrib.slim
    folder = tempfile.mkdtemp()
    path = os.path.join(folder, "data.tfrecord")
    with tf.python_io.TFRecordWriter(path) as writer:
        for number in range(5):
            feature = {
                "image/class/label": tf.train.Feature(int64_list=tf.train.Int64List(value=[number])),
                "sizes": tf.train.Feature(float_list=tf.train.FloatList(value=[number * 0.5, 2.0])),
                "words": tf.train.Feature(bytes_list=tf.train.BytesList(value=[b"w"] * (number % 3))),
            }
            writer.write(tf.train.Example(features=tf.train.Features(feature=feature)).SerializeToString())
    decoder = slim.tfexample_decoder.TFExampleDecoder(
        {
            "image/class/label": tf.FixedLenFeature([], tf.int64),
            "sizes": tf.FixedLenFeature([2], tf.float32),
            "words": tf.VarLenFeature(tf.string),
        },
        {
            "label": slim.tfexample_decoder.Tensor("image/class/label"),
            "sizes": slim.tfexample_decoder.Tensor("sizes", shape=[1, 2]),
            "words": slim.tfexample_decoder.Tensor("words", default_value="none"),
        },
    )
    dataset = slim.dataset.Dataset(path, tf.TFRecordReader, decoder, 5, {"label": "a number"})
    provider = slim.dataset_data_provider.DatasetDataProvider(dataset, shuffle=False, num_epochs=2)
    label, sizes = provider.get(["label", "sizes"])
    names = tf.constant(sorted(provider.list_items()))

    def run(session: Any) -> Any:
        with slim.queues.QueueRunners(session):
            return [session.run([label, sizes]) for _ in range(7)] + [session.run(names), provider.num_samples()]

    return run


@builder
def analysis(tf: Any) -> Any:
    _classifier(tf, _images(tf))
    sizes, bytes_ = tf.contrib.slim.model_analyzer.analyze_vars(tf.contrib.slim.get_model_variables())
    return tf.constant([sizes, bytes_])


@builder
def resnet(tf: Any) -> Any:
    """A small one of the same blocks, with its endpoints."""
    # 1.15 has the nets only where they are imported
    nets = getattr(tf.contrib.slim, "nets", None) or importlib.import_module("tensorflow.contrib.slim.nets")
    resnet_v2 = nets.resnet_v2
    blocks = [
        resnet_v2.resnet_v2_block("block1", base_depth=1, num_units=2, stride=2),
        resnet_v2.resnet_v2_block("block2", base_depth=2, num_units=1, stride=1),
    ]
    images = tf.constant(np.sin(np.arange(33 * 33 * 3, dtype=np.float32)).reshape(1, 33, 33, 3))
    with tf.contrib.slim.arg_scope(resnet_v2.resnet_arg_scope()):
        net, ends = resnet_v2.resnet_v2(images, blocks, 5, is_training=False)
    return net, tf.constant(sorted(ends))
