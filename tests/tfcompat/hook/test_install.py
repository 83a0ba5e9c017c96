"""`install` and `uninstall`: what they rebind, and what they say when something cannot be undone."""

import pytest

from tests.support.interpreter import last_line, python

pytestmark = pytest.mark.slow


def test_uninstall_gives_tensorflow_2_back():
    code = """
import tfcompat
import tensorflow as tf
assert tf.__version__ == "1.15.5" and not tf.executing_eagerly()
tfcompat.uninstall()
import tensorflow
assert tf is tensorflow and tf.executing_eagerly() and tf.ones([2, 3]).shape[0] == 2
tfcompat.install()
import tensorflow as again
print(again.__version__, again.executing_eagerly(), again.ones([2, 3]).shape[0].value, tf is again)
"""
    assert last_line(python("-c", code)) == "1.15.5 False 2 True"


def test_names_bound_before_are_rebound():
    code = """
import tensorflow as tf
import tensorflow.compat.v1 as v1
from tensorflow import nn, add
from tensorflow.nn import dropout
first = tf.ones([2])
import tfcompat
assert tf is v1 and tf.__version__ == "1.15.5" and nn is tf.nn
x = tf.placeholder(tf.float32, [2])
with tf.Session() as sess:
    print(sess.run(add(x, dropout(x, 1.0)), {x: [1.0, 2.0]}), first.numpy())
"""
    assert last_line(python("-c", code)) == "[2. 4.] [1. 1.]"


def test_keras_3_that_cannot_be_undone_is_said_in_one_sentence():
    code = """
from tensorflow.keras.layers import Dense
import tensorflow as tf
import tfcompat
print(tf.layers.dense(tf.ones([1, 2]), 3).shape)
"""
    done = python("-W", "always::RuntimeWarning", "-c", code)
    assert last_line(done) == "(1, 3)"
    assert "imported before tfcompat stay what they are: __main__.Dense;" in done.stderr


def test_an_import_by_name_or_of_v1_leaves_other_imports_alone():
    code = """
from tfcompat import tf2
import tensorflow as tf
assert tf.__version__.startswith("2.") and tf.executing_eagerly()
import tfcompat.v1 as old
import tensorflow as still
print(old.__version__, still is tf)
"""
    assert last_line(python("-c", code)) == "1.15.5 True"


def test_what_tensorflow_is_not_given_at_once_is_there_afterwards():
    code = """
import gc
import tfcompat
import tensorflow as tf
import h5py, scipy.sparse
print(h5py.__name__, scipy.sparse.__name__, tf.keras.__name__, gc.isenabled())
"""
    assert last_line(python("-c", code)) == "h5py scipy.sparse tensorflow.keras True"
