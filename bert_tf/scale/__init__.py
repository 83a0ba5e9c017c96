"""More texts than a list holds: files and Spark's data frames, on one machine or many."""

from bert_tf.scale.spark import encode

__all__ = ["encode"]
