"""Dropped names of `tensorflow.python.framework`."""
