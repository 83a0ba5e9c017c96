"""`tensorflow.models` of 0.5 to 0.10: only `tensorflow.models.rnn`, which tutorials of that time import."""

__all__ = ["rnn"]

from tfcompat.tf1.models import rnn
