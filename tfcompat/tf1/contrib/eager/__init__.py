"""`tf.contrib.eager` of 1.15, which code calls `tfe`: eager execution, and what it is used with."""

from tfcompat.tf1 import lazy

HOMES = {
    "tensorflow.python.eager.context": (
        "ASYNC DEVICE_PLACEMENT_EXPLICIT DEVICE_PLACEMENT_SILENT DEVICE_PLACEMENT_WARN SYNC async_clear_error "
        "async_wait executing_eagerly execution_mode in_eager_mode num_gpus set_execution_mode set_server_def"
    ),
    "tf.train": "Checkpoint",
    "tensorflow.python.ops.variable_scope": "EagerVariableStore",
    "tensorflow.python.eager.backprop": (
        "GradientTape gradients_function implicit_gradients=implicit_grad "
        "implicit_value_and_gradients=implicit_val_and_grad value_and_gradients_function=val_and_grad_function"
    ),
    "tensorflow.python.framework.ops": (
        "enable_eager_execution enable_remote_eager_execution=enable_eager_execution_internal"
    ),
    "tensorflow.python.framework.tensor_spec": "TensorSpec",
    "tensorflow.python.eager.remote": "connect_to_remote_host",
    "tensorflow.python.ops.custom_gradient": "custom_gradient",
    "tensorflow.python.eager.def_function": "function",
    "tensorflow.python.ops.template": "make_template",
    "tensorflow.python.ops.script_ops": "py_func",
    "tensorflow.python.trackable.autotrackable": "Checkpointable=AutoTrackable",
    "tfcompat.tf1.python.framework.test_util": "run_test_in_graph_and_eager_modes=run_in_graph_and_eager_modes",
    "tensorflow.python.framework.test_util": "run_all_tests_in_graph_and_eager_modes=run_all_in_graph_and_eager_modes",
    "tensorflow.python.ops.resource_variable_ops": "Variable=ResourceVariable",
    ".datasets": "Iterator",
    ".execution_callbacks": (
        "ExecutionCallback add_execution_callback clear_execution_callbacks errstate inf_callback inf_nan_callback "
        "nan_callback seterr"
    ),
    ".saver": "Saver get_optimizer_variables restore_variables_on_create",
    ".functions": "defun list_devices run",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
