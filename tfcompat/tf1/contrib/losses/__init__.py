"""`tf.contrib.losses` of 1.15."""

from tfcompat.tf1 import lazy

HOMES = {
    "tf_slim.losses": (
        "absolute_difference add_loss compute_weighted_loss cosine_distance get_losses get_regularization_losses "
        "get_total_loss hinge_loss log_loss mean_pairwise_squared_error mean_squared_error metric_learning "
        "sigmoid_cross_entropy softmax_cross_entropy sparse_softmax_cross_entropy"
    )
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
