"""Where the insides of TensorFlow that TensorFlow 1 code imports have gone.

`MODULES`: a whole module -> what stands for it; `MOVED`: a module -> name -> where that name is now. A target that
begins with `tf.` is a name of the TF1 view, anything else a real dotted path. What has no row is where it was.

The rows in `deep_core.py` and `deep_keras.py` are kept short: module -> where to -> names, and `old=new` for a name
that changed as well.
"""

from __future__ import annotations

from tfcompat.symbols import deep_core, deep_keras, vocabulary

_ESTIMATOR = "tensorflow_estimator.python.estimator"
_ESTIMATOR_MODULES = (
    "canned.baseline canned.dnn canned.dnn_linear_combined canned.head canned.linear "
    "canned.metric_keys canned.optimizers canned.parsing_utils canned.prediction_keys estimator estimator_lib "
    "export.export export.export_lib export.export_output exporter gc inputs.inputs inputs.numpy_io inputs.pandas_io "
    "inputs.queues.feeding_functions inputs.queues.feeding_queue_runner model_fn run_config training util"
).split()
_TPU_MODULES = ("error_handling", "tpu_config", "tpu_context", "tpu_estimator", "util")
_LAYERS = "tf_keras.src.legacy_tf_layers"

MODULES: dict[str, str] = {
    **deep_keras.MODULES,
    **{f"tensorflow.python.estimator.{name}": f"{_ESTIMATOR}.{name}" for name in _ESTIMATOR_MODULES},
    "tensorflow.python.estimator.keras": f"{_ESTIMATOR}.keras_lib",
    "tensorflow.python.tpu.async_checkpoint": "tfcompat.tf1.contrib.tpu.async_checkpoint",
    **{f"tensorflow.python.tpu.{name}": f"{_ESTIMATOR}.tpu.{name}" for name in _TPU_MODULES},
    "tensorflow.python.keras.api.keras": "tf.keras",
    "tensorflow.python.layers.convolutional": f"{_LAYERS}.convolutional",
    "tensorflow.python.layers.core": f"{_LAYERS}.core",
    "tensorflow.python.layers.layers": "tf.layers",
    "tensorflow.python.layers.normalization": f"{_LAYERS}.normalization",
    "tensorflow.python.layers.pooling": f"{_LAYERS}.pooling",
    "tensorflow.python.ops.distributions.transformed_distribution": (
        "tfcompat.tf1.contrib.distributions.transformed_distribution"
    ),
    "tensorflow.python.ops.gen_user_ops": "tf.user_ops",
    "tensorflow.python.ops.seq2seq": "tf.contrib.legacy_seq2seq",
    "tensorflow.python.platform.default.gfile": "tensorflow.python.platform.gfile",
    "tensorflow.python.platform.logging": "tensorflow.python.platform.tf_logging",
    "tensorflow.python.profiler.profile_context": "tf.profiler",
    "tensorflow.python.pywrap_tensorflow": "tf.pywrap_tensorflow",
    "tensorflow.python.pywrap_tensorflow_internal": "tf.pywrap_tensorflow",
    "tensorflow.python.training.gen_training_ops": "tensorflow.python.ops.gen_training_ops",
    "tensorflow.python.training.training_ops": "tensorflow.python.ops.gen_training_ops",
}

# Modules that `from tensorflow.python import …` gave, by where they are.
_HOMES = {
    "client": "device_lib session timeline",
    "framework": (
        "common_shapes config constant_op device dtypes errors errors_impl graph_util importer meta_graph random_seed "
        "sparse_tensor tensor_shape tensor_spec tensor_util test_util type_spec versions"
    ),
    "lib.io": "file_io python_io tf_record",
    "ops": (
        "array_ops candidate_sampling_ops check_ops clip_ops control_flow_ops control_flow_util ctc_ops data_flow_ops "
        "embedding_ops functional_ops gen_array_ops gen_control_flow_ops gen_data_flow_ops gen_linalg_ops gen_math_ops "
        "gen_nn_ops gen_random_ops gen_sparse_ops gen_state_ops gen_string_ops gradient_checker gradients image_ops "
        "init_ops initializers_ns io_ops linalg_ops linalg_ops_impl list_ops logging_ops lookup_ops map_fn math_ops "
        "metrics nn nn_ops parsing_ops partitioned_variables random_ops resource_variable_ops rnn rnn_cell "
        "script_ops sets sparse_ops standard_ops state_ops string_ops template tensor_array_ops "
        "variable_scope variables"
    ),
    "platform": "app flags gfile resource_loader sysconfig test tf_logging",
    "eager": "context wrap_function",
    "util": "deprecation dispatch function_utils nest object_identity tf_inspect tf_should_use",
}


def _expanded(rows: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
    """Rows of `module -> where to -> names` as `module -> name -> target`."""
    moved: dict[str, dict[str, str]] = {}
    for module, groups in rows.items():
        for place, names in groups.items():
            for each in names.split():
                old, _, new = each.partition("=")
                moved.setdefault(module, {})[old] = f"{place}.{new or old}"
    return moved


def _of_top() -> dict[str, str]:
    """`tensorflow.python` itself: in 1.15 it held every public function and class, and the modules of `_HOMES`."""
    public = {
        name: f"tf.{name}" for name in vocabulary.members("") if (vocabulary.entry(name) or ("module",))[0] != "module"
    }
    modules = {name: f"tf.python.{home}.{name}" for home, names in _HOMES.items() for name in names.split()}
    return {**public, **modules, "pywrap_tensorflow": "tf.pywrap_tensorflow"}


def _public(path: str) -> dict[str, str]:
    """What a public module holds besides modules, for the module of 1.15's own that it was made from."""
    names = (name for name in vocabulary.members(path) if (vocabulary.entry(f"{path}.{name}") or ("",))[0] != "module")
    return {name: f"tf.{path}.{name}" for name in names}


def _with_parents(moved: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
    """Adds a row for each package above the rows, for those that this TensorFlow no longer has."""
    for module in [*moved, *MODULES]:
        while module.count(".") > 2:
            module = module.rpartition(".")[0]
            moved.setdefault(module, {})
    return moved


MOVED: dict[str, dict[str, str]] = _with_parents(
    {
        **_expanded(deep_core.ROWS),
        **_expanded(deep_keras.ROWS),
        "tensorflow.python": _of_top(),
        **{
            f"tensorflow.python.{path}": _public(path) for path in ("estimator", "estimator.export", "estimator.inputs")
        },
    }
)
