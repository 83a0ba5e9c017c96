"""`tf.nn` where its argument forms of 0.x can still be told apart, or the order of arguments changed."""

from tfcompat.tf1.nn.cross_entropy import (
    sigmoid_cross_entropy_with_logits,
    softmax_cross_entropy_with_logits,
    sparse_softmax_cross_entropy_with_logits,
)
from tfcompat.tf1.nn.ctc_loss import ctc_loss
from tfcompat.tf1.nn.sampled_losses import nce_loss, sampled_softmax_loss
from tfcompat.tf1.top.argument_order import as_in_1_15

top_k = as_in_1_15("nn.top_k")

__all__ = [
    "ctc_loss",
    "nce_loss",
    "sampled_softmax_loss",
    "sigmoid_cross_entropy_with_logits",
    "softmax_cross_entropy_with_logits",
    "sparse_softmax_cross_entropy_with_logits",
    "top_k",
]
