"""`tensorflow.contrib.rnn.python.ops.lstm_ops`: the LSTMs that are one op, with what was private there."""

from tfcompat.tf1 import lazy

HOMES = {
    "tfcompat.tf1.contrib.rnn.lstm_block": "LSTMBlockCell",
    "tfcompat.tf1.contrib.rnn.lstm_block_functions": "_block_lstm=block_lstm _lstm_block_cell=lstm_block_cell",
    "tfcompat.tf1.contrib.rnn.lstm_block_fused": "LSTMBlockFusedCell LSTMBlockWrapper",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
