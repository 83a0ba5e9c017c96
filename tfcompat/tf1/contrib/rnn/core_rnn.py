"""`tf.contrib.rnn.core_rnn` of TensorFlow 1.0: the functions that unroll a cell in the graph."""

from tfcompat.tf1 import lazy

HOMES = {"tf.nn": "static_bidirectional_rnn static_rnn static_state_saving_rnn"}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
