"""The tutorial's network of two hidden layers, in the steps inference, loss, training and evaluation."""

from __future__ import annotations

import math
from typing import Any

from tfcompat.backend.v1api import v1

__all__ = ["IMAGE_PIXELS", "IMAGE_SIZE", "NUM_CLASSES", "evaluation", "inference", "loss", "training"]

NUM_CLASSES = 10
IMAGE_SIZE = 28
IMAGE_PIXELS = IMAGE_SIZE * IMAGE_SIZE


def inference(images: Any, hidden1_units: int, hidden2_units: int) -> Any:
    """Images [batch, IMAGE_PIXELS] to logits [batch, NUM_CLASSES]."""
    hidden1 = v1.nn.relu(_dense("hidden1", images, IMAGE_PIXELS, hidden1_units))
    hidden2 = v1.nn.relu(_dense("hidden2", hidden1, hidden1_units, hidden2_units))
    return _dense("softmax_linear", hidden2, hidden2_units, NUM_CLASSES)


def _dense(scope: str, inputs: Any, size: int, units: int) -> Any:
    with v1.name_scope(scope):
        deviation = 1.0 / math.sqrt(float(size))
        weights = v1.Variable(v1.truncated_normal([size, units], stddev=deviation), name="weights")
        biases = v1.Variable(v1.zeros([units]), name="biases")
        return v1.matmul(inputs, weights) + biases


def loss(logits: Any, labels: Any) -> Any:
    """The mean cross entropy of logits [batch, NUM_CLASSES] and labels [batch]."""
    return v1.losses.sparse_softmax_cross_entropy(labels=v1.to_int64(labels), logits=logits)


def training(loss: Any, learning_rate: float) -> Any:
    """The op of one step of gradient descent, which counts in `global_step`; the loss goes into a summary."""
    v1.summary.scalar("loss", loss)
    global_step = v1.Variable(0, name="global_step", trainable=False)
    return v1.train.GradientDescentOptimizer(learning_rate).minimize(loss, global_step=global_step)


def evaluation(logits: Any, labels: Any) -> Any:
    """How many of the batch are right, int32 []."""
    return v1.reduce_sum(v1.cast(v1.nn.in_top_k(logits, labels, 1), v1.int32))
