"""`tf.contrib.seq2seq`: what it refuses, and what code that extends its attention imports."""

import numpy as np
import pytest

import tfcompat.v1 as tf
from tests.support.interpreter import last_line, python
from tfcompat.facade import import_name

seq2seq = tf.contrib.seq2seq


def _memory():
    return tf.constant(np.sin(np.arange(40, dtype=np.float32)).reshape(2, 4, 5))


def _wrapper(**options):
    return seq2seq.AttentionWrapper(tf.nn.rnn_cell.GRUCell(3), seq2seq.LuongAttention(3, _memory()), **options)


@pytest.mark.parametrize(
    ("error", "make", "words"),
    [
        (TypeError, lambda: seq2seq.dynamic_decode(3), "Expected decoder to be type Decoder"),
        (TypeError, lambda: seq2seq.BasicDecoder(tf.nn.rnn_cell.GRUCell(2), None, None), "helper must be a Helper"),
        (TypeError, lambda: _wrapper(cell_input_fn=3), "cell_input_fn must be callable, saw type: int"),
        (TypeError, lambda: seq2seq.AttentionWrapper(tf.nn.rnn_cell.GRUCell(3), [4]), "only instances of"),
        (ValueError, lambda: _wrapper(attention_layer_size=[1, 2]), "exactly one integer per attention_mechanism"),
        (ValueError, lambda: _wrapper(attention_layer_size=1, attention_layer=tf.layers.Dense(1)), "Only one of"),
        (ValueError, lambda: seq2seq.monotonic_attention([[0.5]], [[1.0]], "soft"), "'recursive', 'parallel', or"),
        (ValueError, lambda: seq2seq.TrainingHelper(tf.ones([2, 3, 4]), 3), "sequence_length to be a vector"),
        (ValueError, lambda: seq2seq.GreedyEmbeddingHelper(tf.ones([3, 2]), 1, 2), "start_tokens must be a vector"),
        (ValueError, lambda: seq2seq.GreedyEmbeddingHelper(tf.ones([3, 2]), [1], [2]), "end_token must be a scalar"),
        (ValueError, lambda: seq2seq.tile_batch(tf.constant(1.0), 2), "statically known rank"),
        (ValueError, lambda: seq2seq.sequence_loss(tf.ones([2, 3]), 1, 1), "Logits must be a"),
        (
            ValueError,
            lambda: seq2seq.sequence_loss(tf.ones([1, 1, 1]), tf.ones([1, 1]), tf.ones([1, 1]), sum_over_batch=True),
            "average_across_batch and sum_over_batch cannot",
        ),
    ],
)
def test_refusals(error, make, words):
    with pytest.raises(error, match=words):
        make()


def test_a_batch_that_was_not_tiled():
    with pytest.raises(tf.errors.InvalidArgumentError, match="tf.contrib.seq2seq.tile_batch"):
        _wrapper().zero_state(6, tf.float32)
    with pytest.raises(tf.errors.InvalidArgumentError, match="tf.contrib.seq2seq.tile_batch"):
        _wrapper(initial_cell_state=tf.zeros([6, 3]))


def test_a_parent_that_is_no_beam():
    found = seq2seq.gather_tree([[[1, 2]], [[3, 4]]], [[[0, 0]], [[1, -1]]], [2], 9)
    with (
        tf.Session() as session,
        pytest.raises(tf.errors.InvalidArgumentError, match=r"parent id -1 at .* \(0, 0, 1\)"),
    ):
        session.run(found)


def test_a_gather_tree_is_one_op_that_can_be_saved(tmp_path):
    before = len(tf.get_default_graph().get_operations())
    steps = tf.placeholder(tf.int32, [None, 1, 2], name="steps")
    found = seq2seq.gather_tree(steps, steps * 0, tf.constant([2]), tf.constant(9), name="tree")
    assert found.op.name == "tree" and found.shape.as_list() == [None, 1, 2]
    assert len(tf.get_default_graph().get_operations()) == before + 6
    definition = tf.get_default_graph().as_graph_def()
    with tf.Graph().as_default(), tf.Session() as session:
        (again,) = tf.import_graph_def(definition, return_elements=["tree:0"], name="")
        assert session.run(again, {"steps:0": [[[1, 2]], [[3, 4]]]}).tolist() == [[[1, 1]], [[3, 4]]]


def test_attention_of_ones_own_on_what_was_private():
    from tensorflow.contrib.seq2seq.python.ops.attention_wrapper import (
        BahdanauAttention,
        _bahdanau_score,
        _BaseAttentionMechanism,
        _maybe_mask_score,
        _prepare_memory,
    )

    class Sharp(BahdanauAttention):
        def __call__(self, query, state):
            with tf.variable_scope(None, "sharp", [query]):
                v = tf.get_variable("attention_v", [self._num_units])
                score = _bahdanau_score(self.query_layer(query), self.keys, v)
            alignments = self._probability_fn(10.0 * score, state)
            return alignments, alignments

    assert issubclass(Sharp, _BaseAttentionMechanism) and callable(_prepare_memory) and callable(_maybe_mask_score)
    cell = seq2seq.AttentionWrapper(tf.nn.rnn_cell.GRUCell(3), Sharp(4, _memory(), [2, 4]), attention_layer_size=2)
    output, state = cell(tf.ones([2, 1]), cell.zero_state(2, tf.float32))
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        weights, output = session.run([state.alignments, output])
    assert output.shape == (2, 2)
    np.testing.assert_allclose(weights.sum(1), 1.0, rtol=1e-5)
    assert (weights[0, 2:] == 0).all() and weights[1, 3] > 0


def test_nest_has_the_name_of_that_time():
    from tensorflow.python.util import nest

    assert nest.is_sequence([1]) and not nest.is_sequence(1) and nest.is_sequence({"a": 1})


def _wrapper_file():
    return import_name("tensorflow.contrib.seq2seq.python.ops.attention_wrapper")


EAGER_MODEL = """
import numpy as np
import tfcompat
import tensorflow as tf
from tensorflow.contrib.seq2seq.python.ops.attention_wrapper import BahdanauAttentionV2

tf.enable_eager_execution()
memory, query, state = tf.keras.Input([4, 5]), tf.keras.Input([3]), tf.keras.Input([4])
attention = BahdanauAttentionV2(2, tf.keras.layers.Masking()(memory))
model = tf.keras.Model([memory, query, state], attention([query, state]))
given = [np.ones([2, 4, 5], np.float32), np.ones([2, 3], np.float32), np.zeros([2, 4], np.float32)]
first, second = (model.predict_on_batch(given)[0] for _ in range(2))
print(first.tolist() == second.tolist(), abs(np.asarray(first) - 0.25).max() < 1e-6)
"""


@pytest.mark.slow  # in a process of its own: tf_keras cannot make an eager model beside those of `import keras`
def test_keras_attention_in_a_model_that_runs_twice():
    assert last_line(python("-c", EAGER_MODEL)) == "True True"


def test_keras_attention_takes_one_memory():
    attention = _wrapper_file().LuongAttentionV2(5, _memory())
    with pytest.raises(ValueError, match="already been setup"):
        attention(_memory(), setup_memory=True)
