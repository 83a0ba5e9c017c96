"""`tf.examples.tutorials.mnist`: the data, the model and the training loop of "TensorFlow Mechanics 101"."""

from tfcompat.tf1.examples.tutorials.mnist import fully_connected_feed, input_data, mnist

__all__ = ["fully_connected_feed", "input_data", "mnist"]
