"""`tf.contrib.slim` of 1.15: layers, losses, loops and data of tf-slim under one name."""

from tfcompat.tf1 import lazy

HOMES = {
    "tf_slim": (
        "GDN OPTIMIZER_CLS_NAMES OPTIMIZER_SUMMARIES RevBlock VariableDeviceChooser adaptive_clipping_fn "
        "add_arg_scope add_model_variable apply_regularization arg_scope arg_scope_func_key arg_scoped_arguments "
        "assert_global_step assert_or_get_global_step assign_from_checkpoint_fn "
        "assign_from_values assign_from_values_fn avg_pool2d avg_pool3d batch_norm bias_add bucketize conv1d "
        "conv2d conv2d_in_plane conv2d_transpose conv3d conv3d_transpose convolution convolution1d convolution2d "
        "convolution2d_in_plane convolution2d_transpose convolution3d convolution3d_transpose create_global_step "
        "current_arg_scope data_decoder data_provider dataset dataset_data_provider dense_to_sparse dropout elu "
        "evaluation filter_variables flatten fully_connected gdn get_global_step get_local_variables "
        "get_model_variables get_or_create_global_step get_trainable_variables get_unique_variable "
        "get_variable_full_name get_variables get_variables_by_name get_variables_by_suffix "
        "get_variables_to_restore global_variable group_norm has_arg_scope images_to_sequence instance_norm "
        "l1_l2_regularizer l1_regularizer l2_regularizer layer_norm learning legacy_fully_connected legacy_linear "
        "legacy_relu linear local_variable losses max_pool2d max_pool3d maxout metrics model_analyzer "
        "model_variable one_hot_encoding optimize_loss pool queues recompute_grad relu relu6 repeat rev_block "
        "scale_gradient separable_conv2d separable_convolution2d sequence_to_images softmax spatial_softmax stack "
        "sum_regularizer summarize_activation summarize_activations summarize_biases summarize_collection "
        "summarize_tensor summarize_tensors summarize_variables summarize_weights tfexample_decoder unit_norm "
        "variable variance_scaling_initializer xavier_initializer xavier_initializer_conv2d"
    ),
    "tf_slim.data": "parallel_reader prefetch_queue",
    "tfcompat.tf1.contrib.framework": "deprecated deprecated_arg_values zero_initializer",
    "tfcompat.tf1.contrib.framework.fed_from_checkpoint": "assign_from_checkpoint",
    "tfcompat.tf1.contrib.framework.marks": "experimental",
    "tfcompat.tf1.contrib.layers": (
        "SPARSE_FEATURE_CROSS_DEFAULT_HASH_KEY bow_encoder bucketized_column check_feature_columns "
        "create_feature_spec_for_parsing crossed_column embed_sequence embedding_column embedding_lookup_unique "
        "infer_real_valued_columns input_from_feature_columns joint_weighted_sum_from_feature_columns "
        "make_place_holder_tensors_for_base_features multi_class_target one_hot_column "
        "parse_feature_columns_from_examples parse_feature_columns_from_sequence_examples real_valued_column "
        "regression_target safe_embedding_lookup_sparse scattered_embedding_column "
        "sequence_input_from_feature_columns shared_embedding_columns sparse_column_with_hash_bucket "
        "sparse_column_with_integerized_feature sparse_column_with_keys sparse_column_with_vocabulary_file "
        "transform_features weighted_sparse_column weighted_sum_from_feature_columns"
    ),
    "tfcompat.tf1.contrib.layers.distributed_lookup": "embedding_lookup_sparse_with_distributed_aggregation",
    "tfcompat.tf1.contrib.layers.feature_column": "DataFrameColumn InputLayer",
    "tfcompat.tf1.contrib.layers.scattered_embedding": "scattered_embedding_lookup scattered_embedding_lookup_sparse",
    "tfcompat.tf1.contrib.layers.sparse_feature_cross_op": "sparse_feature_cross",
    "tfcompat.tf1.contrib.layers.target_column": "ProblemType binary_svm_target get_default_binary_metrics_for_eval",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
