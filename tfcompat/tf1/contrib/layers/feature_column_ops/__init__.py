"""Feature columns to the inputs of networks and the outputs of linear models, as in 1.15's `feature_column_ops`."""

from tfcompat.tf1 import lazy

HOMES = {
    ".checks": "check_feature_columns",
    ".transform": (
        "infer_real_valued_columns parse_feature_columns_from_examples parse_feature_columns_from_sequence_examples "
        "transform_features"
    ),
    ".input_layer": "input_from_feature_columns sequence_input_from_feature_columns",
    ".weighted_sum": "joint_weighted_sum_from_feature_columns weighted_sum_from_feature_columns",
}
PRIVATE_HOMES = {
    ".checks": (
        "_check_forbidden_sequence_columns _check_supported_sequence_columns _gather_feature_columns "
        "_get_parent_columns"
    ),
    ".transform": "_Transformer _maybe_reshape_input_tensor=reshape_input",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES, PRIVATE_HOMES)
