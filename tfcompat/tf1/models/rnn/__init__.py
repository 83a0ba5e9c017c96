"""`tensorflow.models.rnn`: the modules `rnn`, `rnn_cell` and `seq2seq`; the last two are old names of others."""

from tfcompat.tf1.models.rnn import rnn

__all__ = ["rnn"]
