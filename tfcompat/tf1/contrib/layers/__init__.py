"""`tf.contrib.layers` of 1.15: what tf-slim goes on with, and what it does not have."""

from tfcompat.tf1 import lazy

HOMES = {
    "tf_slim.layers": (
        "GDN OPTIMIZER_CLS_NAMES OPTIMIZER_SUMMARIES RevBlock apply_regularization avg_pool2d avg_pool3d "
        "batch_norm bias_add conv1d conv2d conv2d_in_plane conv2d_transpose conv3d conv3d_transpose convolution "
        "convolution1d convolution2d convolution2d_in_plane convolution2d_transpose convolution3d "
        "convolution3d_transpose dense_to_sparse dropout elu flatten fully_connected gdn group_norm "
        "images_to_sequence instance_norm l1_l2_regularizer l1_regularizer l2_regularizer layer_norm "
        "legacy_fully_connected legacy_linear legacy_relu linear max_pool2d max_pool3d maxout one_hot_encoding "
        "optimize_loss recompute_grad relu relu6 repeat rev_block scale_gradient separable_conv2d "
        "separable_convolution2d sequence_to_images softmax spatial_softmax stack sum_regularizer "
        "summarize_activation summarize_activations summarize_collection summarize_tensor summarize_tensors "
        "unit_norm variance_scaling_initializer xavier_initializer xavier_initializer_conv2d"
    ),
    "tf_slim.layers.layers": "pool",
    "tf_slim.layers.optimizers": "adaptive_clipping_fn",
    "tf_slim.layers.summaries": "summarize_biases summarize_variables summarize_weights",
    ".embedding_ops": "embedding_lookup_unique safe_embedding_lookup_sparse",
    ".feature_column": (
        "bucketized_column create_feature_spec_for_parsing crossed_column embedding_column "
        "make_place_holder_tensors_for_base_features one_hot_column real_valued_column scattered_embedding_column "
        "shared_embedding_columns sparse_column_with_hash_bucket sparse_column_with_integerized_feature "
        "sparse_column_with_keys sparse_column_with_vocabulary_file weighted_sparse_column"
    ),
    ".feature_column_ops": (
        "check_feature_columns infer_real_valued_columns input_from_feature_columns "
        "joint_weighted_sum_from_feature_columns parse_feature_columns_from_examples "
        "parse_feature_columns_from_sequence_examples sequence_input_from_feature_columns transform_features "
        "weighted_sum_from_feature_columns"
    ),
    ".target_column": "multi_class_target regression_target",
    ".sparse_feature_cross_op": "SPARSE_FEATURE_CROSS_DEFAULT_HASH_KEY",
    ".encoders": "bow_encoder embed_sequence",
}
# Not public, but at the paths of 1.15's own modules.
PRIVATE_HOMES = {
    ".distributed_lookup": "embedding_lookup_sparse_with_distributed_aggregation",
    ".scattered_embedding": (
        "_sampled_scattered_embedding_lookup _sampled_scattered_embedding_lookup_sparse scattered_embedding_lookup "
        "scattered_embedding_lookup_sparse"
    ),
    ".sparse_feature_cross_op": "sparse_feature_cross",
    "tf_slim.layers.layers": (
        "_apply_activation _build_variable_getter _inner_flatten _model_variable_getter poincare_normalize"
    ),
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES, PRIVATE_HOMES)
