"""What the fixers write: one row an idiom, each checked to parse and to stay as it is when upgraded again."""

import ast
from pathlib import Path

import pytest

from tfcompat.rewrite import fixers, header, upgrade_source

HEAD = "import tensorflow as tf\nimport numpy as np\n{}\ns = tf.Session()\n"
NEW_HEAD = "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()\n{}import numpy as np\n{}\ns = tf.Session()\n"
CONTRIB = "from tfcompat.tf1 import contrib\n"
ESTIMATOR = "from tfcompat.tf1 import estimator\n"
KERAS = f"import os\n{header.LEGACY_KERAS}\n"
RENAMED = """
mul multiply, sub subtract, neg negative, inv reciprocal, complex_abs abs, select where, concat_v2 concat, pack stack,
unpack unstack, list_diff setdiff1d, listdiff setdiff1d, batch_cholesky cholesky, batch_cholesky_solve cholesky_solve,
batch_fft fft, batch_fft2d fft2d, batch_fft3d fft3d, batch_ifft ifft, batch_ifft2d ifft2d, batch_ifft3d ifft3d,
batch_matrix_band_part matrix_band_part, batch_band_part matrix_band_part, batch_matrix_determinant matrix_determinant,
batch_matrix_diag matrix_diag, batch_matrix_diag_part matrix_diag_part, batch_matrix_inverse matrix_inverse,
batch_matrix_set_diag matrix_set_diag, batch_set_diag matrix_set_diag, batch_matrix_solve matrix_solve,
batch_matrix_solve_ls matrix_solve_ls, batch_matrix_transpose matrix_transpose,
batch_matrix_triangular_solve matrix_triangular_solve, batch_self_adjoint_eig self_adjoint_eig,
batch_self_adjoint_eigvals self_adjoint_eigvals, batch_svd svd, train.SummaryWriter summary.FileWriter,
train.SyncReplicasOptimizerV2 train.SyncReplicasOptimizer, train.SummaryWriterCache summary.FileWriterCache,
SummaryWriter summary.FileWriter, image.per_image_whitening image.per_image_standardization,
image.saturate_cast saturate_cast, nn.deconv2d nn.conv2d_transpose, nn.rnn nn.static_rnn,
nn.bidirectional_rnn nn.static_bidirectional_rnn, nn.state_saving_rnn nn.static_state_saving_rnn
"""
NUMPY = """
int int, float float, bool bool, object object, str str, complex complex, long int, unicode str, Inf np.inf,
Infinity np.inf, PINF np.inf, infty np.inf, NaN np.nan, NAN np.nan, NINF (-np.inf), float_ np.float64,
complex_ np.complex128, unicode_ np.str_, string_ np.bytes_, bool8 np.bool_, alltrue np.all, sometrue np.any,
product np.prod, cumproduct np.cumprod, round_ np.round, row_stack np.vstack, mat np.asmatrix, object0 np.object_,
int0 np.intp, uint0 np.uintp, longfloat np.longdouble, singlecomplex np.complex64, cfloat np.complex128
"""
# In place of `{}` in HEAD; the second column is what stands there afterwards.
EXPRESSIONS = [
    ("y = tf.mul(tf.sub(a, b), c)", "y = tf.multiply(tf.subtract(a, b), c)"),
    ("y = tf.mul(a,\n           b)  # why", "y = tf.multiply(a,\n           b)  # why"),
    ("y = tf.mul(\n    a,  # the first\n    b,\n)", "y = tf.multiply(\n    a,  # the first\n    b,\n)"),
    ("y = tf.mul(**kwargs)", "y = tf.multiply(**kwargs)"),
    ("y = tf.mul(*both)", "y = tf.multiply(*both)"),
    ("y = map(tf.mul, a, b)", "y = map(tf.multiply, a, b)"),
    ("y = f'{tf.mul(a, b)}'", "y = f'{tf.multiply(a, b)}'"),
    ("y = f'{tf.mul(a, b)!r:>{w}}'", "y = f'{tf.multiply(a, b)!r:>{w}}'"),
    ("y = f'{tf.mul} {tf.mul(a, b)}'", "y = f'{tf.multiply} {tf.multiply(a, b)}'"),
    ("y = f'''\n{tf.mul(a, b)}\n'''", "y = f'''\n{tf.multiply(a, b)}\n'''"),
    ("y = 'ä' + str(tf.mul(a, b))", "y = 'ä' + str(tf.multiply(a, b))"),
    ("y = [tf.mul(e, e) for e in tf.unpack(x)]", "y = [tf.multiply(e, e) for e in tf.unstack(x)]"),
    ("y = lambda v: tf.mul(v, v)", "y = lambda v: tf.multiply(v, v)"),
    ("def f(v=tf.mul(1, 2)): return v", "def f(v=tf.multiply(1, 2)): return v"),
    ("@tf.mul\ndef f(): pass", "@tf.multiply\ndef f(): pass"),
    ("class A(tf.train.SummaryWriter): pass", "class A(tf.summary.FileWriter): pass"),
    ("def f():\n    return tf.mul(a, b)", "def f():\n    return tf.multiply(a, b)"),
    ("class A:\n  def f(self):\n    return tf.mul(a, b)", "class A:\n  def f(self):\n    return tf.multiply(a, b)"),
    ("g = tf.mul; y = g(a, b)", "g = tf.multiply; y = g(a, b)"),
    ("y = (tf\n     .mul(a, b))", "y = (tf.multiply(a, b))"),
    ("y = (tf  # why\n     .mul(a, b))", "y = (tf.multiply  # why\n     (a, b))"),
    ("y = tf.mul \\\n    (a, b)", "y = tf.multiply \\\n    (a, b)"),
    ("if a: y = tf.mul(a, b)\nelse: y = tf.neg(a)", "if a: y = tf.multiply(a, b)\nelse: y = tf.negative(a)"),
    ("with tf.mul(a, b) as y: pass", "with tf.multiply(a, b) as y: pass"),
    ("try:\n    y = tf.mul(a, b)\nfinally:\n    pass", "try:\n    y = tf.multiply(a, b)\nfinally:\n    pass"),
    ("try:\n    y = tf.mul(a)\nexcept OSError:\n    pass", "try:\n    y = tf.multiply(a)\nexcept OSError:\n    pass"),
    ("y = tf.concat(1, [a, b])", "y = tf.concat([a, b], 1)"),
    ("y = tf.concat(-1, values)", "y = tf.concat(values, -1)"),
    ("y = tf.concat(0, [a,  # first\n  b])", "y = tf.concat([a,  # first\n  b], 0)"),
    ("y, z = tf.split(1, 2, x)", "y, z = tf.split(x, 2, 1)"),
    ("y = type(x) is tf.Tensor", "y = isinstance(x, tf.Tensor)"),
    ("y = type(x) == tf.Tensor and z", "y = isinstance(x, tf.Tensor) and z"),
    ("y = type(x) is not tf.Tensor", "y = not isinstance(x, tf.Tensor)"),
    ("y = type(x)!=tf.Tensor", "y = not isinstance(x, tf.Tensor)"),
    ("y = type(x) in (tf.Tensor,)", "y = isinstance(x, tf.Tensor)"),
    ("y = type(x) not in [tf.Tensor]", "y = not isinstance(x, tf.Tensor)"),
    ("y = type(x) in (tf.Tensor, tf.Variable)", "y = (isinstance(x, tf.Tensor) or type(x) in (tf.Variable,))"),
    ("y = type(x.a[0]) in [set, tf.Tensor, A]", "y = (isinstance(x.a[0], tf.Tensor) or type(x.a[0]) in [set, A])"),
    ("y = type(x) not in {np.int, tf.Tensor}", "y = (not isinstance(x, tf.Tensor) and type(x) not in {int})"),
    ("y = type(x) in (list, tf.Tensor)", "y = (isinstance(x, tf.Tensor) or type(x) in (list,))"),
    ("y = type(tf.mul(a, b)) is tf.Tensor", "y = isinstance(tf.multiply(a, b), tf.Tensor)"),
    ("y = (type(x) is\n     tf.Tensor)", "y = (isinstance(x, tf.Tensor))"),
    ("y = f'{type(x) is tf.Tensor}'", "y = f'{isinstance(x, tf.Tensor)}'"),
    ("y = x.__class__ == tf.Tensor", "y = isinstance(x, tf.Tensor)"),
    ("y = f(x).__class__ is not tf.Tensor", "y = not isinstance(f(x), tf.Tensor)"),
    ("T = tf.Tensor; y = type(x) is T", "T = tf.Tensor; y = isinstance(x, T)"),
    ("y = np.asscalar(x)", "y = x.item()"),
    ("y = np.asscalar(x + 1)", "y = (x + 1).item()"),
    ("y = np.msort(x)", "y = np.sort(x, axis=0)"),
    ("y = np.zeros(3, dtype=np.float)", "y = np.zeros(3, dtype=float)"),
    ("y = np.arange(3).astype(np.int)[0]", "y = np.arange(3).astype(int)[0]"),
]  # fmt: skip
# As above, with the import lines that the rewrite adds.
FROM_TF1 = [
    ("y = tf.contrib.layers.{0}(x)", "y = contrib.layers.{0}(x)", CONTRIB,
     "flatten fully_connected conv2d max_pool2d batch_norm dropout l2_regularizer xavier_initializer layer_norm repeat "
     "optimize_loss embed_sequence one_hot_encoding real_valued_column"),
    ("y = tf.contrib.rnn.{0}(3)", "y = tf.nn.rnn_cell.{0}(3)", "",
     "BasicLSTMCell BasicRNNCell GRUCell LSTMCell MultiRNNCell DropoutWrapper ResidualWrapper DeviceWrapper"),
    ("y = tf.contrib.rnn.{0}(3)", "y = contrib.rnn.{0}(3)", CONTRIB,
     "NASCell LayerNormBasicLSTMCell AttentionCellWrapper GridLSTMCell UGRNNCell PhasedLSTMCell"),
    ("y = tf.contrib.rnn.{0}(c, x)", "y = tf.nn.{0}(c, x)", "", "static_rnn static_bidirectional_rnn"),
    ("y = tf.contrib.seq2seq.{0}(x)", "y = contrib.seq2seq.{0}(x)", CONTRIB,
     "BasicDecoder TrainingHelper sequence_loss dynamic_decode BahdanauAttention tile_batch"),
    ("y = tf.contrib.framework.{0}(x)", "y = contrib.framework.{0}(x)", CONTRIB,
     "arg_scope add_arg_scope get_variables get_global_step model_variable"),
    ("y = tf.contrib.{0}", "y = contrib.{0}", CONTRIB,
     "training.HParams slim.conv2d learn.ModeKeys.TRAIN crf.crf_log_likelihood legacy_seq2seq.rnn_decoder slim "
     "metrics.streaming_accuracy tpu.TPUEstimator opt.ScipyOptimizerInterface image.rotate"),
    ("y = tf.estimator.{0}", "y = estimator.{0}", ESTIMATOR,
     "Estimator EstimatorSpec ModeKeys.TRAIN RunConfig DNNClassifier"),
]  # fmt: skip
# `=== name`, the text before, `---`, the text after.
STATEMENTS = Path(__file__).with_name("statements.txt").read_text(encoding="utf-8")


def _statements():
    for row in STATEMENTS.split("=== ")[1:]:
        name, _, texts = row.partition("\n")
        before, _, after = texts.partition("---\n")
        yield name, before, after
    done = "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()\ntf.Session()"
    yield "no newline at the end", "import tensorflow as tf\ntf.Session()", done


def _rows():
    for table, form in ((RENAMED, "y = tf.{}(x)"), (NUMPY, "y = np.{}")):
        for old, new in (row.split() for row in table.replace("\n", " ").split(", ")):
            after = form.format(new) if "tf" in form else f"y = {new}"
            yield pytest.param(HEAD.format(form.format(old)), NEW_HEAD.format("", after), id=f"{form[:6]} {old}")
    for before, after in EXPRESSIONS:
        yield pytest.param(HEAD.format(before), NEW_HEAD.format("", after), id=before)
    for before, after, lines, names in FROM_TF1:
        for name in names.split():
            needs_keras = "contrib" in before
            new = (KERAS if needs_keras else "") + NEW_HEAD.format(lines, after.format(name))
            yield pytest.param(HEAD.format(before.format(name)), new, id=before.format(name))
    for name, before, after in _statements():
        yield pytest.param(before, after, id=name)


ROWS = list(_rows())


@pytest.mark.parametrize("before, after", ROWS)
def test_changed(before, after):
    upgraded = upgrade_source(before)
    assert upgraded.problem == ""
    assert upgraded.text == after
    ast.parse(after)
    assert upgrade_source(after).text == after


@pytest.mark.parametrize("rule", fixers.rules().values(), ids=fixers.rules())
def test_the_rules_own_examples(rule):
    if rule.becomes is None:
        return
    upgraded = upgrade_source(rule.code)
    assert upgraded.text == rule.becomes
    assert rule.id in {finding.rule for finding in upgraded.findings}


STARS = [
    (
        "x = placeholder(float32)\nfor i in range(3): pass\n",
        "from tensorflow.compat.v1 import *\nx = placeholder(float32)\nfor i in range(3): pass\n",
    ),
    (
        "from math import *\ny = mul(sqrt(2), 2)\n",
        "from tensorflow.compat.v1 import *\nfrom math import *\ny = tf.multiply(sqrt(2), 2)\n",
    ),
    (
        "y = mul(*pair, **{'name': 'y'})  # both\n",
        "from tensorflow.compat.v1 import *\ny = tf.multiply(*pair, **{'name': 'y'})  # both\n",
    ),
    (
        "@contrib.framework.add_arg_scope\ndef f(x): return Session()\n",
        CONTRIB + "from tensorflow.compat.v1 import *\n@contrib.framework.add_arg_scope\ndef f(x): return Session()\n",
    ),
]


@pytest.mark.parametrize(("old", "new"), STARS, ids=[old for old, _ in STARS])
def test_names_of_a_star_import_are_changed(old, new):
    head = KERAS if CONTRIB in new else ""
    found = upgrade_source(f"from tensorflow import *\n{old}").text
    assert found == f"{head}import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()\n{new}"
    assert upgrade_source(found).text == found


def test_there_are_many():
    assert len(ROWS) >= 150
