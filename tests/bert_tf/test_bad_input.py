"""What a BertModel refuses, with what was expected and what was received: eagerly, in a graph, and under XLA."""

import numpy as np
import pytest
import tensorflow as tf

from tests.support import tiny_bert

IDS = np.array([[1, 2, 3], [4, 5, 6]])


@pytest.fixture(scope="module")
def model():
    return tiny_bert.model()


@pytest.mark.parametrize(
    ("inputs", "error", "text"),
    [
        ({"input_ids": [[1, 31]]}, ValueError, r"input_ids are from 0 to 30; received 31 at \[0, 1\]"),
        ({"input_ids": [[1, 2], [-1, 3]]}, ValueError, r"received -1 at \[1, 0\]"),
        ({"input_ids": [[1.0, 2.0]]}, TypeError, "input_ids are whole numbers .*; received float32"),
        ({"input_ids": [1, 2]}, ValueError, r"shape \[batch, tokens\]; received \[2\]"),
        ({"input_ids": np.zeros([1, 18], int)}, ValueError, "from 1 to 17 tokens .*; received 18"),
        ({"input_ids": np.zeros([2, 0], int)}, ValueError, "from 1 to 17 tokens .*; received 0"),
        ({}, ValueError, "either input_ids or inputs_embeds; received neither"),
        ({"input_ids": IDS, "inputs_embeds": np.zeros([2, 3, 12])}, ValueError, "received both"),
        ({"input_ids": IDS, "mask": IDS}, ValueError, "the inputs are called input_ids, .*; received mask"),
        ({"input_ids": IDS, "token_type_ids": IDS}, ValueError, r"token_type_ids are from 0 to 3; received 6"),
        ({"input_ids": IDS, "token_type_ids": IDS[:, :2]}, ValueError, r"the shape \[2, 3\].*received \[2, 2\]"),
        ({"input_ids": IDS, "position_ids": IDS + 20}, ValueError, "position_ids are from 0 to 16; received 26"),
        ({"input_ids": IDS, "attention_mask": IDS[:, :2]}, ValueError, r"the shape \[2, 3\]; received \[2, 2\]"),
        ({"input_ids": IDS, "attention_mask": np.ones([2])}, ValueError, r"rank 2, 3 or 4; received the shape \[2\]"),
        ({"input_ids": IDS, "attention_mask": np.ones([2, 3, 2])}, ValueError, r"\[2, 3, 3\]; received \[2, 3, 2\]"),
        ({"input_ids": IDS, "head_mask": np.ones([2])}, ValueError, r"head_mask has the shape \[3\] or \[2, 3\]"),
    ],
)
def test_eager(model, inputs, error, text):
    inputs = {name: np.asarray(value) if name != "mask" else value for name, value in inputs.items()}
    if "inputs_embeds" in inputs or inputs.get("input_ids", IDS).dtype == float:
        inputs = {name: value.astype("float32") if value.dtype == float else value for name, value in inputs.items()}
    with pytest.raises(error, match=text):
        model(inputs)


def test_shapes_are_refused_while_a_graph_is_built(model):
    function = tf.function(model)
    with pytest.raises(ValueError, match=r"received \[2, 2\]"):
        function({"input_ids": tf.constant(IDS), "attention_mask": tf.constant(IDS[:, :2])})
    with pytest.raises(ValueError, match="from 1 to 17 tokens"):
        function({"input_ids": tf.zeros([1, 18], tf.int32)})


def test_what_only_the_run_tells(model):
    function = tf.function(model, input_signature=[tf.TensorSpec([None, None], tf.int32)])
    with pytest.raises(tf.errors.InvalidArgumentError, match="from 1 to 17 tokens"):
        function(tf.zeros([1, 18], tf.int32))
    with pytest.raises(tf.errors.InvalidArgumentError, match=r"= 31 is not in \[0, 31\)"):
        function(tf.constant([[1, 31]]))


def test_under_xla_a_false_id_is_no_other_token(model):
    """XLA cannot raise; it would take the last row of the table instead."""
    found = tf.function(model, jit_compile=True)(tf.constant([[1, 31], [2, 3]]))
    assert np.isnan(found[0][0]).all() and np.isfinite(found[0][1]).all()
