"""Dropped names of `tensorflow.python.ops`."""
