"""`tf.contrib.model_pruning` of 1.15: weights are masked while training, ever more of them."""

from tfcompat.tf1 import lazy

HOMES = {
    ".layers": "masked_conv2d masked_convolution masked_fully_connected",
    ".learning": "train",
    ".pruning": (
        "Pruning apply_mask get_masked_weights get_masks get_pruning_hparams get_thresholds get_weight_sparsity "
        "get_weights"
    ),
    ".rnn_cells": "MaskedBasicLSTMCell MaskedLSTMCell",
    ".strip_pruning_vars_lib": "graph_def_from_checkpoint strip_pruning_vars_fn",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
