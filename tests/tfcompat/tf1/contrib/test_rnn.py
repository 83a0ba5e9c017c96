"""`tf.contrib.rnn`: the paths that code of several releases imports it by, what it refuses, old checkpoints."""

import numpy as np
import pytest

import tfcompat.v1 as tf
from tfcompat.facade import import_name

rnn = tf.contrib.rnn
PATHS = {
    "tensorflow.contrib.rnn.python.ops.rnn_cell": "LayerNormLSTMCell NTMCell NASCell LSTMCell _Linear",
    "tensorflow.contrib.rnn.python.ops.core_rnn_cell": "_linear _Linear EmbeddingWrapper GRUCell",
    "tensorflow.contrib.rnn.python.ops.core_rnn_cell_impl": "_linear BasicLSTMCell LSTMStateTuple",
    "tensorflow.contrib.rnn.python.ops.core_rnn": "static_rnn static_bidirectional_rnn",
    "tensorflow.contrib.rnn.python.ops.lstm_ops": "LSTMBlockCell LSTMBlockFusedCell",
    "tensorflow.contrib.rnn.python.ops.gru_ops": "GRUBlockCell GRUBlockCellV2",
    "tensorflow.contrib.rnn.python.ops.fused_rnn_cell": "FusedRNNCell TimeReversedFusedRNN",
    "tensorflow.contrib.rnn.python.ops.rnn": "stack_bidirectional_dynamic_rnn",
    "tensorflow.contrib.rnn.core_rnn_cell": "BasicLSTMCell DropoutWrapper",
    "tensorflow.contrib.rnn_cell": "BasicLSTMCell MultiRNNCell",
}


@pytest.mark.parametrize("path", PATHS)
def test_paths_of_all_releases(path):
    module = import_name(path)
    for name in PATHS[path].split():
        found = getattr(module, name)
        assert found is getattr(rnn, name, found)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: rnn.AttentionCellWrapper(rnn.GRUCell(2), 0), "attn_length should be greater than zero, got 0"),
        (lambda: rnn.AttentionCellWrapper(rnn.LSTMCell(2), 3, state_is_tuple=False), "state_is_tuple is not set"),
        (lambda: rnn.GridLSTMCell(2), "Must specify num_frequency_blocks"),
        (lambda: rnn.GLSTMCell(5, number_of_groups=2), "num_units must be divisible by number_of_groups"),
        (lambda: rnn.GLSTMCell(4, number_of_groups=2, num_proj=3), "num_proj must be divisible"),
        (lambda: rnn.Conv2DLSTMCell(input_shape=[3, 1], output_channels=1, kernel_shape=[1]), "Invalid input_shape"),
        (lambda: rnn.GRUBlockCell(), "Exactly one of num_units or cell_size"),
        (lambda: _called(rnn.IntersectionRNNCell(3)), "input size == output size.*num_in_proj should be set"),
        (lambda: _called(rnn.CoupledInputForgetGateLSTMCell(2, num_unit_shards=9)), "Too many shards"),
        (
            lambda: _called(rnn.GridLSTMCell(2, feature_size=2, frequency_skip=1, num_frequency_blocks=[2])),
            "requires 2",
        ),
        (lambda: rnn.stack_bidirectional_rnn([], [rnn.GRUCell(2)], []), "at least one fw cell"),
        (lambda: rnn.stack_bidirectional_rnn([rnn.GRUCell(2)] * 2, [rnn.GRUCell(2)], []), "the same depth"),
        (lambda: rnn.stack_bidirectional_rnn([rnn.GRUCell(2)], [rnn.GRUCell(2)], [], []), "list of state tensors"),
    ],
)
def test_what_cells_refuse(make, words):
    with pytest.raises(ValueError, match=words):
        make()


def test_a_cell_that_is_none():
    with pytest.raises(TypeError, match="is not an RNNCell"):
        rnn.AttentionCellWrapper("cell", 3)


def test_checkpoints_with_the_variables_names_of_1_1(tmp_path):
    from tensorflow.contrib.rnn.python.tools import checkpoint_convert

    tf.Variable([[1.0, 2.0]], name="rnn/gru_cell/gates/weights")
    tf.Variable([3.0], name="rnn/other")
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        tf.train.Saver().save(session, str(tmp_path / "old"))
    variables, changed = checkpoint_convert.convert_names(str(tmp_path / "old"), str(tmp_path / "new"))
    assert changed == {"rnn/gru_cell/gates/weights": "rnn/gru_cell/gates/kernel"}
    assert sorted(variables) == ["rnn/gru_cell/gates/kernel", "rnn/other"]
    kernel = tf.train.load_variable(str(tmp_path / "new"), "rnn/gru_cell/gates/kernel")
    np.testing.assert_array_equal(kernel, [[1.0, 2.0]])


def _called(cell):
    return cell(tf.ones([2, 4]), cell.zero_state(2, tf.float32))
