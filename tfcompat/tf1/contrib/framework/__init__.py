"""`tf.contrib.framework` of 1.15: scopes of arguments, variables by collection, checkpoints."""

from tfcompat.tf1 import lazy

HOMES = {
    "tf_slim.ops.variables": (
        "VariableDeviceChooser add_model_variable assert_global_step assert_or_get_global_step "
        "assign_from_checkpoint_fn assign_from_values assign_from_values_fn create_global_step filter_variables "
        "get_global_step get_local_variables get_model_variables get_or_create_global_step get_trainable_variables "
        "get_unique_variable get_variable_full_name get_variables get_variables_by_name get_variables_by_suffix "
        "get_variables_to_restore global_variable local_variable model_variable variable"
    ),
    "tf_slim.ops.arg_scope": "add_arg_scope arg_scope arg_scoped_arguments current_arg_scope has_arg_scope",
    "tf_slim.ops.framework_ops": "get_graph_from_inputs get_name_scope",
    "tf": "TensorSpec argsort convert_to_tensor_or_sparse_tensor is_tensor sort",
    "tf.debugging": "assert_same_float_dtype assert_scalar",
    "tf.train": "init_from_checkpoint list_variables load_checkpoint load_variable",
    "tfcompat.backend.internals_framework": (
        "BoundedTensorSpec RecordInput nest convolutional_delta_orthogonal convolutional_orthogonal_1d "
        "convolutional_orthogonal_2d convolutional_orthogonal_3d deprecated deprecated_arg_values deprecated_args "
        "prepend_name_scope smart_case smart_cond smart_constant_value strip_name_scope"
    ),
    ".fed_from_checkpoint": "assign_from_checkpoint",
    ".checkpoint_ops": (
        "load_and_remap_matrix_initializer load_embedding_initializer load_linear_multiclass_bias_initializer "
        "load_variable_slot_initializer"
    ),
    ".graph_util": "fuse_op get_placeholders",
    ".script_ops": "py_func",
    ".tensor_util": "assert_scalar_int reduce_sum_n remove_squeezable_dimensions with_same_shape with_shape",
    ".zero_initializer": "zero_initializer",
}
# Not public, but at the paths of 1.15's own modules.
PRIVATE_HOMES = {".marks": "experimental", ".prettyprint_ops": "print_op"}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES, PRIVATE_HOMES)
