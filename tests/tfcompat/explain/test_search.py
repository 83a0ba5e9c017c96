"""Every row is found by its own example, alone and at the end of a traceback, and has its texts in both languages."""

import pytest

from tfcompat.explain import chinese, search

# Errors as users report them, each with the row that explains it.
REPORTED = {
    "AttributeError: module 'tensorflow' has no attribute 'Session'": "tf1-name",
    "AttributeError: module 'tensorflow' has no attribute 'placeholder'": "tf1-name",
    "AttributeError: module 'tensorflow' has no attribute 'get_variable'": "tf1-name",
    "AttributeError: module 'tensorflow._api.v2.compat.v1' has no attribute 'contrib'": "contrib",
    "AttributeError: module 'tensorflow' has no attribute 'random_uniform'": "tf1-name",
    "TypeError: Got an unexpected keyword argument 'keep_dims'": "renamed-argument",
    "TypeError: Got an unexpected keyword argument 'use_cudnn_on_gpu'": "renamed-argument",
    "ImportError: cannot import name 'contrib' from 'tensorflow'": "contrib",
    "No module named 'tensorflow.examples.tutorials'": "examples",
    "AttributeError: module 'tensorflow' has no attribute 'gfile'": "app-flags",
    "AttributeError: `BasicLSTMCell` is not available with Keras 3.": "keras-3",
    "AttributeError: `tf.compat.v1.keras` is not available with Keras 3": "keras-3",
    "ImportError: cannot import name 'estimator' from 'tensorflow.compat.v1'": "estimator",
    "ModuleNotFoundError: No module named 'tensorflow.python.estimator'": "estimator",
    "AttributeError: module 'keras.backend' has no attribute 'set_session'": "keras-session",
    "ERROR: No matching distribution found for tensorflow==1.15": "no-wheel",
    "absl.flags._exceptions.UnrecognizedFlagError: Unknown command line flag 'f'": "kernel-flags",
    "absl.flags._exceptions.UnparsedFlagAccessError: Trying to access flag --x before": "kernel-flags",
    "RuntimeError: Exporting/importing meta graphs is not supported when eager execution is enabled.": "eager-only",
    "RuntimeError: Input pipelines based on Queues are not supported when eager execution is enabled.": "eager-only",
    "RuntimeError: Readers are not supported when eager execution is enabled.": "eager-only",
    "RuntimeError: `loss` passed to Optimizer.compute_gradients should be a function when eager execution is enabled.":
        "eager-only",
    "AttributeError: module 'tensorflow_hub' has no attribute 'LatestModuleExporter'": "hub-module",
    "AttributeError: module 'tensorflow.saved_model' has no attribute 'loader'": "saved-model",
    "AttributeError: 'int' object has no attribute 'value'": "dimension-value",
    "AttributeError: module 'numpy' has no attribute 'object'.": "numpy-name",
    "ImportError: cannot import name 'imread' from 'scipy.misc'": "scipy-image",
    "ModuleNotFoundError: No module named 'keras.engine.topology'": "keras-path",
    "UnicodeDecodeError: 'ascii' codec can't decode byte 0x8b in position 6": "python2-pickle",
    "SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?": "python-2",
    "NameError: name 'raw_input' is not defined": "python-2",
    "ModuleNotFoundError: No module named 'urllib2'": "python-2",
    "ModuleNotFoundError: No module named 'sklearn.grid_search'": "sklearn-name",
    "tensorflow.python.framework.errors_impl.NotFoundError: Key lstm_cell/bias not found in checkpoint":
        "key-not-in-checkpoint",
    "AttributeError: 'MessageFactory' object has no attribute 'GetPrototype'": "protobuf",
    "AttributeError: 'RefVariable' object has no attribute '_id'": "ref-variable",
    "AttributeError: module 'tensorflow' has no attribute 'mul'": "old-name",
    "AttributeError: module 'tensorflow.python.training.training' has no attribute 'SummaryWriter'": "old-name",
    "TypeError: 'dict_keys' object is not subscriptable": "python2-lists",
    "TypeError: unsupported operand type(s) for +: 'range' and 'list'": "python2-lists",
    "TypeError: object of type 'map' has no len()": "python2-lists",
    "TypeError: 'float' object cannot be interpreted as an integer": "true-division",
    "TypeError: list indices must be integers or slices, not float": "true-division",
    "TypeError: write() argument must be str, not bytes": "text-and-bytes",
    "_csv.Error: iterator should return strings, not bytes (the file should be opened in text mode)": "text-and-bytes",
    '    raise ValueError, "bad"\n                    ^\nSyntaxError: invalid syntax': "python-2",
    "    print >>f, 3\nTypeError: unsupported operand type(s) for >>: 'builtin_function_or_method' and 'TextIOWrapper'":
        "python-2",
    "AttributeError: 'itertools' has no attribute 'izip'": "python-2",
    "ValueError: Rank mismatch: Rank of labels (received 2) should equal rank of logits minus 1 (received 2).":
        "sparse-labels",
    "ValueError: Only call `sigmoid_cross_entropy_with_logits` with named arguments (labels=..., logits=..., ...)":
        "named-arguments",
    "TypeError: Expected int32, got list containing Tensors of type '_Message' instead.": "concat-order",
    "TypeError: Input 'split_dim' of 'Split' Op has type float32 that does not match expected type of int32.":
        "concat-order",
    "ValueError: Trying to share variable rnn/multi_rnn_cell/cell_0/gru_cell/gates/kernel, but specified shape (8, 8)":
        "shared-cell",
    "ValueError: Unrecognized keyword arguments passed to Dense: {'init': 'uniform'}": "keras-argument",
    "TypeError: TensorFlowTrainer.fit() got an unexpected keyword argument 'nb_epoch'": "keras-argument",
    "ImportError: cannot import name 'CuDNNLSTM' from 'keras.layers'": "keras-path",
    "KeyError: 'val_acc'": "keras-history",
    "AttributeError: module 'tensorflow.python.framework.ops' has no attribute '_TensorLike'": "keras-and-tensorflow",
    "AttributeError: 'str' object has no attribute 'decode'": "text-decode",
    "tensorflow.python.framework.errors_impl.ResourceExhaustedError: OOM when allocating tensor with shape[3,4]":
        "out-of-memory",
    "ImportError: numpy.core.multiarray failed to import": "numpy-abi",
    "AttributeError: module 'PIL.Image' has no attribute 'ANTIALIAS'": "old-package-name",
    "2026 I tensorflow/core/util/port.cc:153] oneDNN custom operations are on.": "processor-notice",
}  # fmt: skip


def test_a_notice_above_an_unknown_error_explains_nothing():
    notice = search.notices.TABLE[0].example
    assert search.find(notice).key == "processor-notice"
    assert search.find(f"{notice}\nTraceback …\nZeroDivisionError: division by zero") is None


@pytest.mark.parametrize("row", search.ROWS, ids=lambda row: row.key)
def test_each_row_is_found_by_its_example(row):
    assert search.find(row.example) is row
    trace = f'Traceback (most recent call last):\n  File "a.py", line 3, in <module>\n    f()\n{row.example}\n'
    assert search.find(trace) is row


@pytest.mark.parametrize(("text", "key"), REPORTED.items())
def test_reported(text, key):
    assert search.find(text).key == key


def test_the_last_error_of_a_traceback_counts_first():
    first, last = (
        "KeyError: \"The name 'x:0' refers to a Tensor which does not exist.\"",
        "RuntimeError: Attempted to use a closed Session.",
    )
    between = "\n\nDuring handling of the above exception, another exception occurred:\n\n"
    assert search.find(first + between + last).key == "closed-session"
    assert search.find(first + between + "ZeroDivisionError: division by zero").key == "no-such-tensor"


@pytest.mark.parametrize(
    "text",
    [
        "ValueError: x must be 3",
        "KeyError: 'value'",
        "hello",
        "NameError: name 'y' is not defined",
        "TypeError: f() got an unexpected keyword argument 'mode'",
        "TypeError: g() missing 1 required positional argument: 'n'",
        "IndexError: list index out of range",
        "SyntaxError: invalid syntax",
    ],
)
def test_what_is_not_known_finds_nothing(text):
    assert search.find(text) is None


def test_nearest():
    assert (
        search.nearest("AttributeError: module 'tensorflow' has no attribute 'InteractiveSesion'")[0].key == "tf1-name"
    )
    assert search.nearest("") == []


def test_keys_and_both_languages():
    keys = [row.key for row in search.ROWS]
    assert len(keys) == len(set(keys)) and set(chinese.texts()) == set(keys)
    for row in search.ROWS:
        translated = chinese.translated(row)
        assert any("\u4e00" <= c <= "\u9fff" for c in translated.what) and translated.todo != row.todo
