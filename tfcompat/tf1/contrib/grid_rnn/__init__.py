"""`tf.contrib.grid_rnn` of 1.15: cells on a grid of several dimensions (arXiv:1507.01526)."""

from tfcompat.tf1 import lazy

HOMES = {
    ".grid_rnn_cell": "GridRNNCell",
    ".special_cells": (
        "Grid1BasicLSTMCell Grid1BasicRNNCell Grid1LSTMCell Grid2BasicLSTMCell Grid2BasicRNNCell Grid2GRUCell "
        "Grid2LSTMCell Grid3LSTMCell"
    ),
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
