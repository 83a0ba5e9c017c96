"""What is known about a name, without importing TensorFlow."""

import subprocess
import sys

import pytest

from tfcompat.symbols import lookup, names, nearest, renamed
from tfcompat.symbols.symbol import COMPAT, GONE, OURS, PACKAGE, RENAMED


@pytest.mark.parametrize(
    ("name", "kind", "served", "target"),
    [
        ("tf.nn.relu", "function", COMPAT, "tensorflow.compat.v1.nn.relu"),
        ("tensorflow.Session", "class", COMPAT, "tensorflow.compat.v1.Session"),
        ("tf.compat.v1.Session", "class", COMPAT, "tensorflow.compat.v1.Session"),
        ("keras.layers.Dense", "class", COMPAT, "tf_keras.api._v1.keras.layers.Dense"),
        ("tf.nn.rnn_cell.LSTMCell", "class", COMPAT, "tf_keras.api._v1.keras.__internal__.legacy.rnn_cell.LSTMCell"),
        ("tf.layers.dense", "function", COMPAT, "tf_keras.api._v1.keras.__internal__.legacy.layers.dense"),
        ("tf.float32", "constant", COMPAT, "tensorflow.compat.v1.float32"),
        ("tf.nn", "module", COMPAT, "tensorflow.compat.v1.nn"),
        ("tf.keras.wrappers", "module", OURS, "tfcompat.tf1.keras.wrappers"),
        ("tf.concat", "function", OURS, "tfcompat.tf1.concat"),
        ("tf.scalar_summary", "", OURS, "tfcompat.tf1.scalar_summary"),
        ("tf.keras.utils.HDF5Matrix", "class", OURS, "tfcompat.tf1.keras.utils.HDF5Matrix"),
        ("tf.mul", "", RENAMED, "tf.multiply"),
        ("tf.train.SummaryWriter", "", RENAMED, "tf.summary.FileWriter"),
        ("tensorflow.python.framework.ops.Tensor", "", RENAMED, "tf.Tensor"),
        ("tensorflow.python.layers.core", "", RENAMED, "tf_keras.src.legacy_tf_layers.core"),
        ("tf.contrib.tensor_forest.client.random_forest", "module", PACKAGE, "tensorflow-decision-forests"),
        ("tf.raw_ops.CompareAndBitpack", "function", GONE, ""),
    ],
)
def test_known(name, kind, served, target):
    symbol = lookup(name)
    assert (symbol.kind, symbol.served, symbol.target) == (kind, served, target)


@pytest.mark.parametrize("name", ["tf.no_such_name", "tf.nn.rellu", "keras.layers.dense", "tf.2", ""])
def test_unknown(name):
    assert lookup(name) is None


def test_arguments_are_known():
    assert lookup("tf.nn.dropout").arguments == ("x", "keep_prob=", "noise_shape=", "seed=", "name=", "rate=")


def test_renamed_takes_both_spellings():
    assert renamed("mul") == renamed("tf.compat.v1.mul") == "multiply"
    assert renamed("multiply") is None


@pytest.mark.parametrize(
    ("typo", "meant"),
    [("tf.placehoder", "placeholder"), ("tf.nn.rellu", "nn.relu"), ("tf.nn.dense", "layers.dense")],
)
def test_nearest(typo, meant):
    assert nearest(typo)[0] == meant


def test_nothing_is_near_to_nonsense():
    assert nearest("tf.qqqqqq") == []


def test_size_of_the_vocabulary():
    everything = list(names())
    contrib = [name for name in everything if name.startswith("contrib.")]
    outside = [name for name in everything if not name.startswith(("contrib.", "compat.v2."))]
    assert len(everything) == len(set(everything))
    assert (len(outside), len(contrib)) == (4695, 2942)


def test_imports_no_tensorflow():
    code = "import sys, tfcompat.symbols as s; s.explain_missing('tf.foo'); print('tensorflow' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
