"""`tf.nn.rnn_cell`: cells and functions that were here before TensorFlow 1.0 and then moved to `tf.contrib.rnn`."""

from tfcompat.tf1.cells.linear_0x import linear
from tfcompat.tf1.cells.wrappers import EmbeddingWrapper, InputProjectionWrapper, OutputProjectionWrapper

_linear = linear

__all__ = ["EmbeddingWrapper", "InputProjectionWrapper", "OutputProjectionWrapper", "_linear", "linear"]
