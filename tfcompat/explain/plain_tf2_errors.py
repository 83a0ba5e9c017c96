"""Errors that TensorFlow 1 code meets on plain TensorFlow 2, or after half a migration; `tfcompat run` cures them."""

from __future__ import annotations

from tfcompat.explain.row import row

RUN = "Run the file unmodified with `tfcompat run FILE`, or put `import tfcompat` above its first import"
IN = "The ways in"

TABLE = (
    row(
        "tf1-name",
        "AttributeError ImportError",
        r"(module 'tensorflow[\w.]*' has no attribute|cannot import name) '(?:Session|InteractiveSession|placeholder|"
        r"ConfigProto|GPUOptions|RunOptions|reset_default_graph|global_variables_initializer|initialize_all_variables|"
        r"get_variable|variable_scope|Graph|get_default_graph|set_random_seed|random_(?:normal|uniform|shuffle|crop|"
        r"gamma|poisson)|truncated_normal|multinomial|log|"
        r"lin_space|ceil|div|diag|matrix_\w+|sparse_\w+|string_to_\w+|decode_\w+|read_file|FixedLenFeature|"
        r"parse_example|"
        r"\w+_initializer|trainable_variables|all_variables|to_float|to_int32|assign|py_func|Print|layers|"
        r"get_collection|add_to_collection|train|summary|losses|GraphKeys|variable_axis_size_partitioner)'",
        "AttributeError: module 'tensorflow' has no attribute 'InteractiveSession'",
        "TensorFlow 2 moved or dropped this name of TensorFlow 1; so it did hundreds of others.",
        f"{RUN}. Replacing this one name, even by tf.compat.v1's, only leads to the next error: eager execution is "
        "still on.",
        IN,
    ),
    row(
        "contrib",
        "",
        r"No module named 'tensorflow\.contrib|has no attribute 'contrib'|cannot import name 'contrib'",
        "ModuleNotFoundError: No module named 'tensorflow.contrib'",
        "tf.contrib was deleted in TensorFlow 2.0, also from tf.compat.v1.",
        f"{RUN}: tf.contrib is there again.",
        "What you get",
    ),
    row(
        "placeholder-eager",
        "RuntimeError",
        r"tf\.placeholder\(\) is not compatible with eager execution",
        "RuntimeError: tf.placeholder() is not compatible with eager execution.",
        "The names of TensorFlow 1 were imported from tf.compat.v1, but eager execution is still on.",
        f"{RUN}. By hand: tf.compat.v1.disable_eager_execution() before the first operation is made.",
        IN,
    ),
    row(
        "eager-only",
        "RuntimeError ValueError TypeError NotImplementedError",
        r"(Queues|Readers|tf\.gradients|[Mm]eta graphs?|placeholder|Session|summar\w+|compute_gradients)"
        r".{0,80}(not supported|not compatible|should be a function|is not supported).{0,60}eager",
        "RuntimeError: tf.gradients is not supported when eager execution is enabled. Use tf.GradientTape instead.",
        "This part of TensorFlow 1 works in a graph only, and eager execution is on.",
        f"{RUN}. By hand: tf.compat.v1.disable_eager_execution() before the first operation is made.",
        IN,
    ),
    row(
        "examples",
        "",
        r"No module named 'tensorflow\.examples|has no attribute 'examples'|cannot import name 'input_data'",
        "ModuleNotFoundError: No module named 'tensorflow.examples.tutorials'",
        "TensorFlow 2 does not ship the tutorials' module any more (`input_data.read_data_sets`).",
        f"{RUN}: tensorflow.examples.tutorials.mnist is there again and reads the four MNIST files or Keras' copy.",
        "What you get",
    ),
    row(
        "app-flags",
        "AttributeError ImportError ModuleNotFoundError",
        r"'tensorflow[\w.]*' has no attribute '(app|flags|logging|gfile)'|cannot import name '(app|flags|gfile)'",
        "AttributeError: module 'tensorflow' has no attribute 'flags'",
        "tf.app, tf.flags, tf.logging and tf.gfile are only in tf.compat.v1 now.",
        f"{RUN}.",
        IN,
    ),
    row(
        "keras-3",
        "",
        r"is not available with Keras 3|tf\.compat\.v1\.keras.{0,40}not available",
        "AttributeError: `dense` is not available with Keras 3.",
        "tf.layers, tf.nn.rnn_cell and tf.compat.v1.keras are parts of Keras 2, and TensorFlow loaded Keras 3.",
        "Install tf_keras of TensorFlow's minor version; `tfcompat run` then asks for it. By hand: set "
        "TF_USE_LEGACY_KERAS=1 before TensorFlow is first imported.",
        IN,
    ),
    row(
        "estimator",
        "",
        r"has no attribute 'estimator'|cannot import name 'estimator'|"
        r"No module named 'tensorflow(\.python)?[._]estimator",
        "AttributeError: module 'tensorflow' has no attribute 'estimator'",
        "tf.estimator was removed in TensorFlow 2.16.",
        f"pip install --no-deps tensorflow-estimator==2.15.0, then: {RUN[0].lower() + RUN[1:]}.",
        "What you get",
    ),
    row(
        "keras-tensor",
        "ValueError TypeError",
        r"KerasTensor cannot be used as input to a TensorFlow function",
        "ValueError: A KerasTensor cannot be used as input to a TensorFlow function.",
        "An Input of Keras 3 was passed to a function of TensorFlow; code of that time expects Keras 2.",
        f"{RUN}: tf.keras is Keras 2 there. In new code wrap the call in a keras.layers.Lambda or a Layer.",
        "What you get",
    ),
    row(
        "keras-session",
        "AttributeError ImportError",
        r"keras[\w.]*' has no attribute '(get_session|set_session|tensorflow_backend)'|"
        r"cannot import name '[gs]et_session'",
        "AttributeError: module 'keras.backend' has no attribute 'get_session'",
        "Keras 3 has no sessions; Keras 2 keeps TensorFlow 1's in tf.compat.v1.keras.backend.",
        f"{RUN}: tf.keras.backend.get_session() is the graph's own session there.",
        "What you get",
    ),
    row(
        "colab-magic",
        "",
        r"Tensorflow 1 is unsupported in Colab|%tensorflow_version",
        "ValueError: Tensorflow 1 is unsupported in Colab.",
        "Colab took TensorFlow 1 away in 2022; the magic %tensorflow_version 1.x only raises.",
        "Put `%load_ext tfcompat` in a cell above: the line becomes a remark, and the notebook sees TensorFlow 1.15.",
        IN,
    ),
    row(
        "no-wheel",
        "",
        r"(Could not find a version|No matching distribution).{0,80}\b(tensorflow(-gpu)?|keras)\b\s*[=<~]=?\s*[012]",
        "ERROR: Could not find a version that satisfies the requirement tensorflow==1.15",
        "No TensorFlow 1 was ever built for this Python: the last, 1.15, ends with Python 3.7.",
        f"Leave the installation out. {RUN}; with `%load_ext tfcompat` such a line in a notebook becomes a remark.",
        IN,
    ),
    row(
        "kernel-flags",
        "",
        r"Unknown command line flag '(f|ip|stdin|control|hb|shell|iopub|transport|Session|profile)|"
        r"UnparsedFlagAccessError|Trying to access flag --\w+ before flags were parsed|FATAL Flags parsing error",
        "UnrecognizedFlagError: Unknown command line flag 'f'",
        "tf.flags parses the arguments of the notebook's kernel (`-f kernel.json`), which are not the script's.",
        "Put `%load_ext tfcompat` in the first cell. By hand: tf.app.flags.FLAGS(['notebook']) before the first use.",
        IN,
    ),
    row(
        "duplicate-flag",
        "DuplicateFlagError Error",
        r"The flag '\S+' is defined twice",
        "DuplicateFlagError: The flag 'batch_size' is defined twice.",
        "A cell that defines flags was run again, or two files define the same flag.",
        "With `%load_ext tfcompat` a cell that is run again replaces its flags. By hand: restart the kernel, or "
        "delattr(tf.app.flags.FLAGS, name) above the definition.",
        IN,
    ),
    row(
        "hub-module",
        "",
        r"tensorflow_hub' has no attribute '|cannot import name '(LatestModuleExporter|register_module_for_export)'",
        "AttributeError: module 'tensorflow_hub' has no attribute 'Module'",
        "tensorflow_hub 0.16 dropped everything that was for TensorFlow 1.",
        f"{RUN}: hub.Module and its relatives are added to the tensorflow_hub that is installed.",
        "What you get",
    ),
    row(
        "saved-model",
        "AttributeError",
        r"saved_model' has no attribute '(loader|builder|simple_save|tag_constants|signature_\w+|utils)",
        "AttributeError: module 'tensorflow.saved_model' has no attribute 'simple_save'",
        "The SavedModel functions of TensorFlow 1 are only in tf.compat.v1.saved_model.",
        f"{RUN}.",
        IN,
    ),
    row(
        "graph-def",
        "AttributeError",
        r"'tensorflow[\w.]*' has no attribute '(GraphDef|import_graph_def|NodeDef|AttrValue)'",
        "AttributeError: module 'tensorflow' has no attribute 'GraphDef'",
        "Frozen graphs are read by names that are only in tf.compat.v1.",
        f"{RUN}. A DecodeError after that means that the file is no graph: a download page, or a Git LFS pointer.",
        IN,
    ),
    row(
        "dimension-value",
        "AttributeError",
        r"'(int|NoneType)' object has no attribute 'value'",
        "AttributeError: 'int' object has no attribute 'value'",
        "x.shape[1] is a Dimension with .value in TensorFlow 1, and a number in TensorFlow 2.",
        f"{RUN}: shapes hold Dimension values there. By hand: tf.compat.dimension_value(x.shape[1]).",
        IN,
    ),
    row(
        "old-name",
        "AttributeError ImportError",
        r"has no attribute '(mul|sub|neg|pack|unpack|batch_matmul|merge_summary|merge_all_summaries|scalar_summary|"
        r"histogram_summary|image_summary|SummaryWriter|initialize_variables|initialize_local_variables|select|"
        r"complex_abs|inv|listdiff|seq2seq|rnn|rnn_cell|concat_v2|audio_summary)'",
        "AttributeError: module 'tensorflow' has no attribute 'mul'",
        "This is a name of TensorFlow 0.x or early 1.x, which TensorFlow 1 itself dropped.",
        f"{RUN}: the names of those years are there too, with their order of arguments.",
        "What you get",
    ),
    row(
        "renamed-argument",
        "TypeError",
        r"unexpected keyword argument '(reduction_indices|keep_dims|dimension|dim|concat_dim|split_dim|squeeze_dims|"
        r"keep_prob|seq_dim|batch_dim|use_cudnn_on_gpu|align_corners|partition_strategy)'",
        "TypeError: reduce_sum() got an unexpected keyword argument 'reduction_indices'",
        "TensorFlow 2 renamed or dropped this argument of TensorFlow 1.",
        f"{RUN}: the arguments of that time work there. By hand: axis for reduction_indices, dimension and dim, "
        "keepdims for keep_dims, rate = 1 - keep_prob for keep_prob.",
        "What you get",
    ),
    row(
        "concat-order",
        "",
        r"concat_dim|tf\.concat\((.|\n){0,900}must have rank 0|list containing Tensors of type '_Message'|"
        r"Input 'split_dim' of 'Split'",
        "InvalidArgumentError: Shapes of all inputs must match: values[0].shape = [2,2] != values[1].shape = [2,3] "
        "[Op:Pack] name: concat_dim",
        "tf.concat and tf.split took the axis first before TensorFlow 1.0: tf.concat(1, [a, b]). They take it last "
        "since.",
        f"{RUN}: both orders work there. By hand: tf.concat([a, b], 1), tf.split(x, 2, 1).",
        "What you get",
    ),
    row(
        "interactive-session",
        "",
        r"An interactive session is already active",
        "ERROR:tensorflow:An interactive session is already active.",
        "A second tf.InteractiveSession() was made while the first is open, often by a cell that was run again.",
        "It still works, but the first keeps its memory: close it (`sess.close()`), or make it once. With "
        "`%load_ext tfcompat` a cell that is run again closes the one it made.",
        IN,
    ),
)
