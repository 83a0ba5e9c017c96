"""The tutorial's training loop, which feeds its batches: `run_training()`, or `main()` with a command line."""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from functools import partial
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.examples.tutorials.mnist import input_data, mnist

__all__ = ["FLAGS", "do_eval", "fill_feed_dict", "main", "placeholder_inputs", "run_training"]

_SUMMARY_STEPS, _CHECKPOINT_STEPS = 100, 1000
_say = partial(print, flush=True)


def _parser() -> argparse.ArgumentParser:
    folder = os.path.join(os.getenv("TEST_TMPDIR", tempfile.gettempdir()), "tensorflow", "mnist")
    parser = argparse.ArgumentParser()
    parser.add_argument("--learning_rate", type=float, default=0.01, help="Initial learning rate.")
    parser.add_argument("--max_steps", type=int, default=2000, help="Number of steps to run trainer.")
    parser.add_argument("--hidden1", type=int, default=128, help="Number of units in hidden layer 1.")
    parser.add_argument("--hidden2", type=int, default=32, help="Number of units in hidden layer 2.")
    parser.add_argument("--batch_size", type=int, default=100, help="Batch size; it divides the sizes of the sets.")
    parser.add_argument("--input_data_dir", default=os.path.join(folder, "input_data"), help="Where the data are.")
    parser.add_argument("--log_dir", default=os.path.join(folder, "logs"), help="Where summaries and models go.")
    parser.add_argument("--fake_data", action="store_true", help="Made-up data, for tests.")
    return parser


FLAGS = _parser().parse_args([])


def placeholder_inputs(batch_size: int) -> tuple[Any, Any]:
    """Placeholders for images float32 [batch_size, IMAGE_PIXELS] and labels int32 [batch_size]."""
    return v1.placeholder(v1.float32, (batch_size, mnist.IMAGE_PIXELS)), v1.placeholder(v1.int32, (batch_size,))


def fill_feed_dict(data_set: Any, images_pl: Any, labels_pl: Any) -> dict[Any, Any]:
    """The next batch, ready to be fed."""
    images, labels = data_set.next_batch(FLAGS.batch_size, FLAGS.fake_data)
    return {images_pl: images, labels_pl: labels}


def do_eval(sess: Any, eval_correct: Any, images_placeholder: Any, labels_placeholder: Any, data_set: Any) -> None:
    """Prints the precision over one epoch of a data set."""
    steps = data_set.num_examples // FLAGS.batch_size
    examples = steps * FLAGS.batch_size
    right = sum(
        sess.run(eval_correct, feed_dict=fill_feed_dict(data_set, images_placeholder, labels_placeholder))
        for _ in range(steps)
    )
    _say(f"Num examples: {examples}  Num correct: {right}  Precision @ 1: {right / examples:0.04f}")


def run_training() -> None:
    """Trains for `FLAGS.max_steps`, with a line and a summary each hundred steps and a checkpoint each thousand."""
    sets = input_data.read_data_sets(FLAGS.input_data_dir, FLAGS.fake_data)
    with v1.Graph().as_default(), v1.Session() as session:
        images, labels = placeholder_inputs(FLAGS.batch_size)
        logits = mnist.inference(images, FLAGS.hidden1, FLAGS.hidden2)
        loss = mnist.loss(logits, labels)
        train_op = mnist.training(loss, FLAGS.learning_rate)
        eval_correct = mnist.evaluation(logits, labels)
        summary, initialize, saver = v1.summary.merge_all(), v1.global_variables_initializer(), v1.train.Saver()
        writer = v1.summary.FileWriter(FLAGS.log_dir, session.graph)
        session.run(initialize)
        for step in range(FLAGS.max_steps):
            start, feed = time.time(), fill_feed_dict(sets.train, images, labels)
            _, value = session.run([train_op, loss], feed_dict=feed)
            if step % _SUMMARY_STEPS == 0:
                _say(f"Step {step}: loss = {value:.2f} ({time.time() - start:.3f} sec)")
                writer.add_summary(session.run(summary, feed_dict=feed), step)
                writer.flush()
            if (step + 1) % _CHECKPOINT_STEPS == 0 or step + 1 == FLAGS.max_steps:
                saver.save(session, os.path.join(FLAGS.log_dir, "model.ckpt"), global_step=step)
                for title, data_set in zip(("Training", "Validation", "Test"), sets, strict=True):
                    _say(f"{title} Data Eval:")
                    do_eval(session, eval_correct, images, labels, data_set)
        writer.close()


def main(_: Any = None) -> None:
    """An empty log folder, then `run_training()`."""
    if v1.gfile.Exists(FLAGS.log_dir):
        v1.gfile.DeleteRecursively(FLAGS.log_dir)
    v1.gfile.MakeDirs(FLAGS.log_dir)
    run_training()


if __name__ == "__main__":
    FLAGS = _parser().parse_known_args()[0]
    main()
