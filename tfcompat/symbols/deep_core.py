"""Where names of TensorFlow's insides have moved, outside Keras; see `deep.py` for the form of the rows."""

ROWS: dict[str, dict[str, str]] = {
    "tensorflow.python.client.graph_util": {
        "tf.graph_util": "convert_variables_to_constants extract_sub_graph remove_training_nodes",
    },
    "tensorflow.python.debug": {
        "tensorflow.python.debug": "watch_graph_with_blacklists=watch_graph_with_denylists",
    },
    "tensorflow.python.data.experimental.ops.distribute_options": {
        "tf.data.experimental": "DistributeOptions",
    },
    "tensorflow.python.data.experimental.ops.error_ops": {
        "tensorflow.python.data.ops.ignore_errors_op": "_IgnoreErrorsDataset",
    },
    "tensorflow.python.data.experimental.ops.optimization": {
        "tensorflow.python.data.experimental.ops.testing": "assert_next non_serializable",
    },
    "tensorflow.python.data.experimental.ops.optimization_options": {
        "tf.data.experimental": "OptimizationOptions",
    },
    "tensorflow.python.data.experimental.ops.sleep": {
        "tensorflow.python.data.experimental.ops.testing": "sleep",
    },
    "tensorflow.python.data.experimental.ops.threading_options": {
        "tf.data.experimental": "ThreadingOptions",
    },
    "tensorflow.python.data.ops.dataset_ops": {
        "tensorflow.python.data.ops.cache_op": "CacheDataset",
        "tensorflow.python.data.ops.options": "AutotuneAlgorithm",
        "tensorflow.python.data.ops.readers": "ParallelInterleaveDataset",
        "tf.data": "Options",
    },
    "tensorflow.python.eager.context": {
        "tf.config.experimental": "VirtualDeviceConfiguration",
    },
    "tensorflow.python.eager.def_function": {
        "tensorflow.python.eager.polymorphic_function.polymorphic_function": "UnliftedInitializerVariable",
    },
    "tensorflow.python.eager.function": {
        "tensorflow.python.eager.graph_only_ops": "graph_placeholder",
        "tensorflow.python.eager.polymorphic_function.concrete_function": "ConcreteFunctionGarbageCollector",
        "tensorflow.python.eager.polymorphic_function.function_type_utils": "FunctionSpec is_same_structure",
        "tensorflow.python.eager.polymorphic_function.polymorphic_function": (
            "Function class_method_to_instance_method"
        ),
    },
    "tensorflow.python.eager.profiler_client": {
        "tensorflow.python.profiler.profiler_client": "monitor",
    },
    "tensorflow.python.eager.tape": {
        "tensorflow.python.eager.record": "could_possibly_record record_operation stop_recording",
    },
    "tensorflow.python.feature_column.dense_features": {
        "tf.keras.layers": "DenseFeatures",
    },
    "tensorflow.python.feature_column.feature_column_lib": {
        "tensorflow.python.feature_column.feature_column_v2_types": "FeatureColumn",
        "tf.keras.experimental": "SequenceFeatures",
        "tf.keras.layers": "DenseFeatures Layer",
    },
    "tensorflow.python.feature_column.feature_column_v2": {
        "tensorflow.python.feature_column.feature_column_v2_types": "FeatureColumn",
        "tf.keras.layers": "Layer",
    },
    "tensorflow.python.feature_column.sequence_feature_column": {
        "tf.keras.experimental": "SequenceFeatures",
    },
    "tensorflow.python.framework.common_shapes": {
        "tensorflow.python.framework.tensor_shape": "unknown_shape",
    },
    "tensorflow.python.framework.config": {
        "tf.config.experimental": "get_virtual_device_configuration set_virtual_device_configuration",
    },
    "tensorflow.python.framework.func_graph": {
        "tensorflow.python.eager.graph_only_ops": "graph_placeholder",
        "tensorflow.python.framework.auto_control_deps": "AutomaticControlDependencies",
    },
    "tensorflow.python.framework.graph_util": {
        "tf.graph_util": "convert_variables_to_constants",
    },
    "tensorflow.python.framework.graph_util_impl": {
        "tf.graph_util": "convert_variables_to_constants",
    },
    "tensorflow.python.framework.ops": {
        "tensorflow.python.framework.indexed_slices": (
            "IndexedSlicesValue convert_n_to_tensor_or_indexed_slices "
            "internal_convert_n_to_tensor_or_indexed_slices internal_convert_to_tensor_or_indexed_slices"
        ),
        "tensorflow.python.framework.stack": "_default_session_stack default_session",
        "tfcompat.tf1.python.framework.register_shape": "RegisterShape",
        "tfcompat.tf1.python.framework.tensor_like": "is_dense_tensor_like register_dense_tensor_like_type",
        "tensorflow.python.framework.tensor": "_eval_using_default_session _override_helper",
        "tensorflow.python.framework.tensor_conversion": "convert_to_tensor_v2",
        "tf": (
            "IndexedSlices Tensor convert_to_tensor_or_indexed_slices disable_tensor_equality "
            "enable_tensor_equality register_tensor_conversion_function"
        ),
    },
    "tensorflow.python.framework.test_util": {
        "tfcompat.tf1.python.framework.test_util": "run_in_graph_and_eager_modes",
    },
    "tensorflow.python.framework.tensor_shape": {
        "tfcompat.tf1.python.framework.tensor_shape": "matrix scalar vector",
    },
    "tensorflow.python.framework.tensor_util": {
        "tensorflow.python.ops.shape_util": "maybe_set_static_shape",
    },
    "tensorflow.python.layers.base": {
        "tf.layers": "InputSpec",
        "tf_keras.src.legacy_tf_layers.base": "Layer keras_style_scope set_keras_style",
    },
    "tensorflow.python.ops.array_ops": {
        "tensorflow.python.ops.tensor_getitem_override": "_check_index _slice_helper",
        "tf": "concat_v2=concat pack=stack stack unpack=unstack unstack",
    },
    "tensorflow.python.ops.control_flow_ops": {
        "tensorflow.python.ops.cond": "_UnpackIfSingleton cond cond_for_tf_v2",
        "tensorflow.python.ops.control_flow_assert": "Assert",
        "tensorflow.python.ops.control_flow_case": "_case_helper case_v2",
        "tensorflow.python.ops.while_loop": "while_loop_v2",
        "tf": "case switch_case while_loop",
    },
    "tensorflow.python.ops.custom_gradient": {
        "tensorflow.python.ops.handle_data_util": "copy_handle_data",
    },
    "tensorflow.python.ops.gradients_util": {
        "tensorflow.python.eager.backprop_util": "IsTrainable",
        "tensorflow.python.framework.func_graph": "FuncGraph",
    },
    "tensorflow.python.ops.linalg.registrations_util": {
        "tensorflow.python.ops.linalg.property_hint_util": (
            "combined_commuting_positive_definite_hint combined_commuting_self_adjoint_hint "
            "combined_non_singular_hint is_square"
        ),
    },
    "tensorflow.python.ops.math_ops": {
        "tf": "bincount_v1=bincount",
        "tf.math": "bessel_i0e bessel_i1e",
    },
    "tensorflow.python.ops.nn": {
        "tf.nn": "bidirectional_dynamic_rnn dynamic_rnn raw_rnn static_rnn static_state_saving_rnn",
    },
    "tensorflow.python.ops.nn_impl": {
        "tf.nn": "compute_average_loss scale_regularization_loss",
    },
    "tensorflow.python.ops.random_ops": {
        "tf": "random_crop",
    },
    "tensorflow.python.ops.rnn_cell": {
        "tf.nn.rnn_cell": (
            "BasicLSTMCell BasicRNNCell DeviceWrapper DropoutWrapper GRUCell LSTMCell LSTMStateTuple MultiRNNCell "
            "RNNCell ResidualWrapper"
        ),
        "tf_keras.src.layers.rnn.legacy_cells": "LayerRNNCell",
        "tfcompat.tf1.cells.linear_0x": "_linear=linear linear",
        "tfcompat.tf1.cells.wrappers": "EmbeddingWrapper InputProjectionWrapper OutputProjectionWrapper",
    },
    "tensorflow.python.ops.rnn_cell_impl": {
        "tf.nn.rnn_cell": (
            "BasicLSTMCell BasicRNNCell DeviceWrapper DropoutWrapper GRUCell LSTMCell LSTMStateTuple MultiRNNCell "
            "RNNCell ResidualWrapper _RNNCell=RNNCell"
        ),
        "tf_keras.src.layers.rnn.legacy_cell_wrappers": "ASSERT_LIKE_RNNCELL_ERROR_REGEXP _RNNCellWrapperV1",
        "tf_keras.src.layers.rnn.legacy_cells": (
            "LayerRNNCell _LayerRNNCell=LayerRNNCell _BIAS_VARIABLE_NAME _LSTMStateTuple "
            "_WEIGHTS_VARIABLE_NAME _check_rnn_cell_input_dtypes "
            "_check_supported_dtypes _concat _hasattr _zero_state_tensors"
        ),
        "tfcompat.tf1.cells.linear": "_Linear=Linear _linear=linear",
    },
    "tensorflow.python.ops.standard_ops": {
        "tensorflow.python.ops.array_ops_stack": "stack",
        "tensorflow.python.ops.ref_variable": "RefVariable",
        "tf": "VariableV1=Variable bincount_v1=bincount random_crop unstack",
    },
    "tensorflow.python.ops.variable_scope": {
        "tensorflow.python.ops.ref_variable": "default_variable_creator",
        "tensorflow.python.ops.resource_variable_ops": "default_variable_creator_v2",
        "tf": "disable_resource_variables enable_resource_variables resource_variables_enabled variable=Variable",
    },
    "tensorflow.python.ops.variables": {
        "tensorflow.python.ops.ref_variable": "RefVariable default_variable_creator",
        "tf": "VariableV1=Variable is_variable_initialized",
    },
    "tensorflow.python.saved_model.utils_impl": {
        "tensorflow.python.saved_model.path_helpers": (
            "get_assets_dir get_or_create_assets_dir get_or_create_variables_dir get_variables_dir get_variables_path"
        ),
    },
    "tensorflow.python.tools.saved_model_cli": {
        "tensorflow.python.tools.saved_model_utils": "get_meta_graph_def",
    },
    "tensorflow.python.training.checkpoint_management": {
        "tensorflow.python.checkpoint.checkpoint_management": (
            "_GetCheckpointFilename checkpoint_exists_internal meta_graph_filename update_checkpoint_state_internal"
        ),
        "tensorflow.python.training.checkpoint_state_pb2": "CheckpointState",
        "tf.train": (
            "CheckpointManager checkpoint_exists generate_checkpoint_state_proto get_checkpoint_mtimes "
            "get_checkpoint_state latest_checkpoint remove_checkpoint update_checkpoint_state"
        ),
    },
    "tensorflow.python.training.distribute": {
        "tensorflow.python.distribute.distribute_lib": (
            "Strategy StrategyExtendedV2 UpdateContext require_replica_context"
        ),
        "tensorflow.python.distribute.distribute_utils": "create_mirrored_variable",
        "tf.distribute": (
            "InputContext InputReplicationMode ReplicaContext StrategyExtendedV1=StrategyExtended "
            "StrategyV1=Strategy get_loss_reduction"
        ),
    },
    "tensorflow.python.training.distribution_strategy_context": {
        "tensorflow.python.distribute.distribute_lib": "get_cross_replica_context get_strategy_and_replica_context",
        "tf.distribute": (
            "experimental_set_strategy get_distribution_strategy=get_strategy get_replica_context get_strategy "
            "has_distribution_strategy=has_strategy has_strategy in_cross_replica_context"
        ),
    },
    "tensorflow.python.training.saving.functional_saver": {
        "tensorflow.python.checkpoint.functional_saver": "MultiDeviceSaver sharded_filename",
    },
    "tensorflow.python.training.tracking.base": {
        "tensorflow.python.checkpoint.restore": "CheckpointPosition",
        "tensorflow.python.trackable.base": (
            "CheckpointInitialValue NoRestoreSaveable Trackable TrackableReference "
            "no_automatic_dependency_tracking no_automatic_dependency_tracking_scope"
        ),
    },
    "tensorflow.python.training.tracking.data_structures": {
        "tensorflow.python.trackable.data_structures": (
            "List ListWrapper Mapping NoDependency TrackableDataStructure sticky_attribute_assignment"
        ),
    },
    "tensorflow.python.training.tracking.graph_view": {
        "tensorflow.python.checkpoint.graph_view": "ObjectGraphView",
    },
    "tensorflow.python.training.tracking.layer_utils": {
        "tensorflow.python.trackable.layer_utils": "filter_empty_layer_containers has_weights is_layer",
    },
    "tensorflow.python.training.tracking.python_state": {
        "tf.train.experimental": "PythonState",
    },
    "tensorflow.python.training.tracking.tracking": {
        "tensorflow.python.trackable.autotrackable": "AutoTrackable",
        "tensorflow.python.trackable.resource": (
            "CapturableResource ResourceTracker TrackableResource resource_tracker_scope"
        ),
    },
    "tensorflow.python.training.tracking.util": {
        "tensorflow.python.checkpoint.checkpoint": (
            "Checkpoint CheckpointLoadStatus InitializationOnlyStatus NameBasedSaverStatus TrackableSaver "
            "add_variable capture_dependencies frozen_saver gather_initializers get_session object_metadata "
            "streaming_restore"
        ),
        "tf.train": "CheckpointV1=Checkpoint",
    },
    "tensorflow.python.util.compat_internal": {
        "tensorflow.python.util.compat": "as_str_any path_to_str",
    },
}
