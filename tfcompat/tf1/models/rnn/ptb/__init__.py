"""`tensorflow.models.rnn.ptb`: of the language-model tutorial, its `reader`."""

from tfcompat.tf1.models.rnn.ptb import reader

__all__ = ["reader"]
