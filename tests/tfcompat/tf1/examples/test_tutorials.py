"""`tf.examples.tutorials.mnist` under all its spellings; the tutorial's model and loop."""

import sys

import numpy as np
import pytest

import tfcompat.v1 as tf
from tests.golden.dataset_cases import write_mnist


def test_spellings():
    import tensorflow.examples.tutorials.mnist.input_data as whole
    from tensorflow.examples.tutorials.mnist import input_data, mnist
    from tensorflow.examples.tutorials.mnist.input_data import read_data_sets

    assert read_data_sets is input_data.read_data_sets is whole.read_data_sets
    assert read_data_sets is tf.examples.tutorials.mnist.input_data.read_data_sets
    assert mnist is tf.examples.tutorials.mnist.mnist
    assert read_data_sets is tf.contrib.learn.datasets.mnist.read_data_sets


def test_the_model_learns():
    model = tf.examples.tutorials.mnist.mnist
    tf.set_random_seed(1)
    images = tf.constant(np.eye(6, model.IMAGE_PIXELS, dtype=np.float32) * 9)
    labels = tf.constant([3, 1, 4, 1, 5, 9])
    logits = model.inference(images, 12, 7)
    loss = model.loss(logits, labels)
    train, right = model.training(loss, 0.5), model.evaluation(logits, labels)
    assert [variable.op.name for variable in tf.global_variables()] == [
        f"{layer}/{part}" for layer in ("hidden1", "hidden2", "softmax_linear") for part in ("weights", "biases")
    ] + ["global_step"]
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        first, _ = session.run([loss, train])
        for _ in range(40):
            session.run(train)
        last, correct, step = session.run([loss, right, tf.train.get_global_step()])
    assert first == pytest.approx(np.log(10), abs=0.5) and last < first / 3
    assert correct == 6 and step == 41


def test_the_training_loop(tmp_path, monkeypatch, capsys):
    feed = sys.modules["tfcompat.tf1.examples.tutorials.mnist.fully_connected_feed"]
    monkeypatch.setattr(feed.mnist, "IMAGE_PIXELS", 30)
    monkeypatch.setattr(feed.input_data, "read_data_sets", lambda *_: _read(str(tmp_path)))
    for name, value in {"log_dir": str(tmp_path / "logs"), "batch_size": 3, "max_steps": 2}.items():
        monkeypatch.setattr(feed.FLAGS, name, value)
    write_mnist(str(tmp_path))
    feed.main()
    text = capsys.readouterr().out
    assert "Step 0: loss = " in text and "Test Data Eval:\nNum examples: 9  Num correct: " in text
    assert tf.train.latest_checkpoint(str(tmp_path / "logs")).endswith("model.ckpt-1")


def _read(folder):
    return tf.contrib.learn.datasets.mnist.read_data_sets(folder, validation_size=5, seed=1)
