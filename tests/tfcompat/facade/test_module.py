"""The module object that answers `tf.…`."""

import operator
import pickle
import types

import pytest
import tensorflow as tf


def test_is_a_module_that_says_1_15():
    assert isinstance(tf, types.ModuleType) and tf.__name__ == "tensorflow"
    assert tf.__version__ == tf.VERSION == tf.version.VERSION == "1.15.5"
    assert repr(tf) == "<module 'tensorflow' of TensorFlow 1.15.5, served by tfcompat>"
    assert tf.compat.v1 is tf and tf.compat.v2.__version__.startswith("2.")


def test_an_answer_is_kept():
    first = tf.matmul
    assert vars(tf)["matmul"] is first and tf.matmul is first


def test_what_the_user_sets_stays(monkeypatch):
    monkeypatch.setattr(tf.nn, "my_activation", abs, raising=False)
    assert tf.nn.my_activation is abs


def test_dir_and_star_list_public_names_that_all_resolve():
    names = dir(tf)
    assert {"Session", "placeholder", "layers", "contrib", "nn", "scalar_summary"} - {"contrib"} <= set(names)
    missing = [name for name in tf.__all__ if not hasattr(tf, name)]
    assert missing == []


def test_can_be_pickled():
    assert pickle.loads(pickle.dumps(tf)) is tf
    assert pickle.loads(pickle.dumps(tf.nn)) is tf.nn


def test_keras_2_serves_layers_cells_and_keras():
    assert tf.layers.Dense.__module__.startswith("tf_keras.")
    assert tf.nn.rnn_cell.BasicLSTMCell.__module__.startswith("tf_keras.")
    assert tf.keras.__name__ == "tensorflow.keras" and tf.keras.layers.Dense.__module__.startswith("tf_keras.")


@pytest.mark.parametrize("name", ["contrib.rpc", "contrib.cloud", "raw_ops.CompareAndBitpack"])
def test_a_module_that_is_gone_gives_its_reason(name):
    with pytest.raises(AttributeError, match=rf"tf.{name} \(.*\) is gone: .*Instead: "):
        operator.attrgetter(name)(tf)


def test_deep_modules_are_tensorflows_own_with_what_moved_added():
    from tensorflow.core.framework import graph_pb2
    from tensorflow.python.framework import ops
    from tensorflow.python.platform import gfile

    assert ops.Tensor is tf.Tensor and ops.reset_default_graph is not None
    assert graph_pb2.GraphDef is tf.GraphDef and gfile.GFile is not None


def test_star_import_of_a_deep_module():
    namespace = {"__name__": "__main__"}
    exec("from tensorflow.python.ops.rnn_cell_impl import *", namespace)
    assert namespace["BasicLSTMCell"] is tf.nn.rnn_cell.BasicLSTMCell
