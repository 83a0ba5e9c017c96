"""1.15's file of helpers, whose names code of that time imports: TensorFlow's own, and what lies beside this file."""

from tfcompat.tf1 import lazy

HOMES = {
    "tensorflow.python.ops.distributions.util": (
        "AppendDocstring assert_close assert_integer_form assert_symmetric dimension_size "
        "embed_check_categorical_event_shape embed_check_integer_casting_closed "
        "embed_check_nonnegative_integer_form expand_to_vector fill_triangular fill_triangular_inverse gen_new_seed "
        "get_logits_and_probs log_combinations matrix_diag_transform pad parent_frame_arguments pick_vector "
        "prefer_static_broadcast_shape prefer_static_rank prefer_static_shape prefer_static_value "
        "process_quadrature_grid_and_probs reduce_weighted_logsumexp rotate_transpose same_dynamic_shape "
        "softplus_inverse tridiag"
    ),
    ".mixtures": (
        "get_broadcast_shape maybe_check_scalar_distribution mixture_stddev move_dimension pad_mixture_dimensions "
        "static_value"
    ),
    ".scale_operators": "is_diagonal_scale make_diag_scale make_tril_scale shapes_from_loc_and_scale",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
