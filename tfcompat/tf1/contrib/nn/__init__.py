"""`tf.contrib.nn` of 1.15: variants of what `tf.nn` has."""

from tfcompat.tf1 import lazy

HOMES = {
    "tf.nn": "conv1d_transpose",
    ".selu_dropout": "alpha_dropout",
    ".cross_entropy": (
        "deprecated_flipped_sigmoid_cross_entropy_with_logits deprecated_flipped_softmax_cross_entropy_with_logits "
        "deprecated_flipped_sparse_softmax_cross_entropy_with_logits"
    ),
    ".order_statistics": "nth_element",
    ".sampling_ops": "rank_sampled_softmax_loss sampled_sparse_softmax_loss",
    ".softplus": "scaled_softplus",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
