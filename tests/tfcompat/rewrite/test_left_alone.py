"""What the fixers must not touch: TensorFlow 2's code whole, and in TensorFlow 1's what only looks like it."""

import pytest

from tfcompat.rewrite import upgrade_source

# A program of TensorFlow 1 that is upgraded already; `{}` is where each row stands.
DONE = "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()\nimport numpy as np\n{}\ns = tf.Session()\n"
# Lines of TensorFlow 1 code that stay as they are, one a row.
KEPT = r"""
y = tf.nn.relu(x)
y = tf.reduce_sum(x, keep_dims=True)
y = tf.reduce_mean(x, reduction_indices=[1])
y = tf.nn.dropout(x, 0.8)
y = tf.nn.dropout(x, keep_prob=keep)
y = tf.concat([a, b], 1)
y = tf.concat(axis=1, values=[a, b])
y = tf.concat(values, axis)
y = tf.split(x, 2, 1)
y = tf.split(axis=1, num_or_size_splits=2, value=x)
y = tf.split(a, b, c)
y = tf.where(a, b, c)
y = tf.layers.dense(x, 3)
y = tf.nn.rnn_cell.LSTMCell(3)
y = tf.keras.layers.Dense(3)
y = tf.train.AdamOptimizer(1e-3).minimize(loss)
y = tf.app.flags.FLAGS.rate
y = tf.gfile.Exists(p)
y = tf.logging.info("tf.mul")
y = tf.summary.merge_all()
y = tf.image.resize_images(x, (3, 4))
y = tf.python_io.tf_record_iterator(p)
y = tf.saved_model.loader.load(s, [], p)
y = tf.initialize_all_variables()
y = tf.nn.softmax_cross_entropy_with_logits(labels=a, logits=b)
y = tf.unstack(x)
y = tf.multiply(a, b)
y = tf.no_such_name(x)
y = tf.nn.no_such_name(x)
y = "tf.mul(a, b)"
y = "tf.contrib.layers.flatten"
y = 'import tensorflow as tf'
y = f"tf.mul {x}"
y = f"{{tf.mul}}"
y = x.tf.mul(a)
y = x.contrib.layers
y = self.tf.contrib.layers.flatten(x)
y = x().tf.mul
y = x[0].placeholder
y = np.float32(1)
y = np.int64
y = np.bool_
y = np.float64(2)
y = np.inf
y = np.nan
y = np.random.float
y = np.zeros(3).int
y = x.np.int
y = "np.int"
y = np.concatenate([a, b])
y = x.asscalar(a)
y = np.asscalar(a, b)
y = np.asscalar(*a)
y = scipy.misc
y = keras.layers
# tf.mul and tf.contrib.layers in a remark
y = {'tf': 'tf.mul'}
y = a / b
y = dict(tf=1, contrib=2)
del y
y = lambda tf: tf.mul(1, 2)
y = [tf.mul for tf in x]
y = {tf: tf.contrib for tf in x}
y = (tf.pack for tf in x)
def f(tf): return tf.mul(a, b)
def f(*tf): return tf.mul
def f(**tf): return tf.contrib
def f(a, tf=None): return tf.sub(a)
def f(np): return np.int
def f(): tf = x; return tf.mul(a, b)
def f():\n    for tf in x: tf.mul(a)
def f():\n    with x as tf: tf.mul(a)
def f():\n    import other as tf\n    return tf.contrib
def f():\n    from other import tf\n    return tf.contrib.layers
def f():\n    class tf: pass\n    return tf.mul
def f():\n    def tf(): pass\n    return tf.mul
def f():\n    try: pass\n    except E as tf: tf.mul(x)
def f():\n    if x: tf = a\n    else: tf = b\n    return tf.contrib
def f():\n    (tf, x) = a\n    return tf.mul
def f():\n    [tf, *x] = a\n    return tf.mul
class A:\n    def f(self, tf): return tf.mul
class A:\n    contrib = 1\n    mul = 2
class A:\n    def mul(self): return self.mul
try:\n    y = tf.mul\nexcept AttributeError:\n    y = tf.multiply
try:\n    from tensorflow.contrib import rnn\nexcept ImportError:\n    rnn = None
try:\n    import tensorflow.contrib.slim as slim\nexcept:\n    slim = None
try:\n    import keras\nexcept ImportError:\n    keras = None
if hasattr(tf, 'mul'): y = tf.mul(a, b)
if tf.__version__ < '1': y = tf.pack(a)
y = tf.mul(a, b) if hasattr(tf, 'mul') else tf.multiply(a, b)
if IS_TF1: y = tf.contrib.layers.flatten(x)
y = tf
y = getattr(tf, 'mul')
y = tf.nn
y = tf.__version__
from tensorflow.python.framework import ops
from tensorflow.python.ops import math_ops, array_ops
from tensorflow.core.framework import graph_pb2
from tensorflow.python.platform import gfile
import tensorflow_hub as hub
import tensorflow_probability as tfp
import tensorflowjs as tensorflow
from mytensorflow import contrib
from . import tensorflow as t
from .tensorflow import contrib
from .contrib import layers
from sklearn.model_selection import train_test_split
from scipy.special import comb
from tf_keras.layers import Dense
from tfcompat.tf1 import contrib
from tfcompat.tf1.contrib.layers import flatten
from tfcompat.tf1.contrib import slim
y = contrib.layers.flatten(x)
print(x)
print("tf.mul", file=f)
for i in range(3): pass
exec("tf.mul(a, b)")
global_step = tf.train.get_or_create_global_step()
with tf.variable_scope("a", reuse=tf.AUTO_REUSE): pass
with tf.device("/cpu:0"), tf.name_scope("x"): pass
@tf.RegisterGradient("X")\ndef g(op, grad): return grad
y = tf.get_variable("a", [1], initializer=tf.zeros_initializer())
y: tf.Tensor = x
def f(x: tf.Tensor) -> tf.Tensor: return x
y = x if tf.executing_eagerly() else None
tf.set_random_seed
"""
TF2 = r"""
y = tf.nn.relu(x)
y = tf.reduce_sum(x, axis=1, keepdims=True)
y = tf.function(f)
y = tf.GradientTape()
y = tf.Variable(1.0)
y = tf.keras.layers.Dense(3)
y = tf.keras.Sequential([])
y = tf.data.Dataset.range(3)
y = tf.random.normal([2])
y = tf.random.set_seed(1)
y = tf.io.gfile.exists(p)
y = tf.nn.dropout(x, rate=0.2)
y = tf.nn.dropout(x, 0.2)
y = tf.image.resize(x, (2, 3))
y = tf.compat.v1.placeholder(tf.float32)
y = tf.compat.v1.layers
y = tf.concat([a, b], 1)
y = tf.split(x, 3, 1)
y = tf.math.log(x)
y = tf.linalg.matmul(a, b)
y = tf.train.Checkpoint(a=b)
y = tf.summary.create_file_writer(p)
y = tf.distribute.MirroredStrategy()
y = tf.saved_model.load(p)
y = tf.Module()
y = tf.strings.join([a])
y = tf.config.list_physical_devices()
y = tf.experimental.numpy.array(1)
y = tf.ragged.constant([[1]])
y = tf.lookup.StaticHashTable(a, b)
y = tf.losses.MeanSquaredError()
y = tf.metrics.Mean()
y = tf.optimizers.Adam()
y = tf.initializers.GlorotUniform()
y = tf.argmax(x, axis=1)
y = tf.stop_gradient(x)
y = tf.keras.backend.clear_session()
y = tf.cast(x, tf.float32)
y = tf.debugging.assert_equal(a, b)
from tensorflow.keras import layers
from tensorflow.keras.layers import Dense
from tensorflow import keras
from tensorflow.python.ops import math_ops
import tensorflow.keras.backend as K
import tensorflow.compat.v2 as tf2
from tensorflow.compat import v2 as tf2
from tensorflow.compat.v2 import keras
y = tf.compat.v2.nn.relu(x)
import keras
from keras import layers
x = np.int
def f(x):\n    with tf.Graph().as_default(), tf.compat.v1.Session() as s: return s.run(x)
def f(x):\n    return x.numpy() if tf.executing_eagerly() else tf.compat.v1.Session().run(x)
def f(x):\n    with tf.compat.v1.Session() as s: return s.run(x)
tf.compat.v1.disable_eager_execution()\ns = tf.compat.v1.Session()
y = tf.summary.scalar("a", x, step=1)
import tensorflow.compat.v1.logging as logging
import tensorflow_hub as hub\nm = hub.load(url)
if tf.__version__.startswith('1'): y = tf.Session()
y = tf.Session() if TF1 else None
try:\n    y = tf.contrib\nexcept AttributeError:\n    pass
class A(tf.keras.Model):\n    def call(self, x): return tf.nn.relu(x)
@tf.function(jit_compile=True)\ndef f(x): return x
"""
# Tests of a type that stay as they are in a program of TensorFlow 1: they mean the same in TensorFlow 2, …
TYPE_TESTS = r"""
y = type(x) is tf.Variable
y = type(x) is tf.Operation
y = type(x) in (tf.Variable, list)
y = type(x) is type(tf.constant(1))
y = type("T", (), {}) is tf.Tensor
y = isinstance(x, tf.Tensor)
y = issubclass(type(x), tf.Tensor)
y = kind is tf.Tensor
y = kind in (tf.Tensor, list)
y = kinds[type(x)] is tf.Tensor
def f(type): return type(x) is tf.Tensor
def f():\n    from mine import type\n    return type(x) == tf.Tensor
def f(isinstance): return type(x) is tf.Tensor
if hasattr(tf, 'x'): y = type(x) is tf.Tensor
tf.enable_eager_execution(); y = type(x) is tf.Tensor
"""
# … or are for the user to rewrite.
HARD_TYPE_TESTS = r"""
y = tf.Tensor is type(x)
y = type(x) is type(z) is tf.Tensor
y = type(f(x)) in (tf.Tensor, list)
y = type(x) in (tf.Tensor, list,)
y = type(x) is (tf.Tensor)
y = type((x)) is tf.Tensor
y = type(z for z in x) is tf.Tensor
"""


def _rows(table):
    return [row.replace("\\n", "\n") for row in table.strip("\n").split("\n")]


ROWS = [pytest.param(DONE.format(row), id=f"upgraded: {row}") for row in _rows(KEPT)]
ROWS += [pytest.param(f"import tensorflow as tf\n{row}\n", id=f"tf2: {row}") for row in _rows(TF2)]


@pytest.mark.parametrize("text", ROWS)
def test_left_alone(text):
    upgraded = upgrade_source(text)
    assert upgraded.problem == ""
    assert upgraded.text == text


@pytest.mark.parametrize("row", _rows(TF2))
def test_no_alarm(row):
    assert upgrade_source(f"import tensorflow as tf\n{row}\n").findings == ()


@pytest.mark.parametrize(
    "row, found",
    [(row, []) for row in _rows(TYPE_TESTS)] + [(row, ["care"]) for row in _rows(HARD_TYPE_TESTS)],
)
def test_tests_of_a_type(row, found):
    upgraded = upgrade_source(f"import tensorflow as tf\n{row}\ns = tf.Session()\n")
    assert upgraded.text == f"import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()\n{row}\ns = tf.Session()\n"
    assert [each.how for each in upgraded.findings if each.rule == "tensor-type"] == found


@pytest.mark.parametrize("text", ["", "\n", "# nothing\n", "x = 1\n", "import numpy as np\nx = np.int\n", "print 1\n"])
def test_what_is_not_tensorflows(text):
    assert upgrade_source(text).text == text


@pytest.mark.parametrize("text", ["def f(:\n", "import tensorflow as tf\nx = tf.Session(\n", "\x00", "  x\n y\n"])
def test_what_cannot_be_read_says_why(text):
    upgraded = upgrade_source(text)
    assert upgraded.text == text
    assert "not Python" in upgraded.problem


@pytest.mark.parametrize("text", [
    "from tensorflow import *\ny = multiply(1, 2)\n",
    "from tensorflow import *\ndef f(placeholder):\n    return placeholder(1)\n",
    "from tensorflow import *\nclass Session: pass\ns = Session()\n",
    "from tensorflow import *\nfrom mine import mul\ny = mul(1, 2)\n",
    "from mine import *\ny = placeholder(1)\ns = Session(**{'a': 1})\n",
    "from tensorflow.keras.layers import *\ny = Dense(3)(mul)\n",
])  # fmt: skip
def test_names_that_no_star_import_of_tensorflow_1_brings(text):
    assert upgrade_source(text).text == text


def test_there_are_many():
    assert len(ROWS) >= 150
