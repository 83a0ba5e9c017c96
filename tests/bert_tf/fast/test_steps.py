"""Each step of the fast encoder, by public ops, as oneDNN's kernel, and on columns, is what the stages make."""

import numpy as np
import pytest
import tensorflow as tf

from bert_tf import stages
from bert_tf.fast import columns, fusible, kernels, weights
from bert_tf.fast.columns import Columns
from bert_tf.fast.layout import Grid

# A process has oneDNN on or off; test_fused starts one where it is on.
FORMS = [fusible, kernels] if kernels.there() else [fusible]


def drawn(name):
    """x [5,3], a kernel [3,4], its bias, and what the steps take besides."""
    draw = np.random.default_rng(0).normal
    x, kernel, bias, residual, gamma, beta = (
        tf.constant(draw(size=size), tf.float32) for size in ((5, 3), (3, 4), 4, (5, 4), 3, 3)
    )
    three = [tf.constant(draw(size=(2, 3, length, 4)), tf.float32) for length in (6, 5, 5)]
    low = tf.constant([0.0, 0, 0, 0, tf.float32.min / 2])[tf.newaxis, tf.newaxis, tf.newaxis]
    return x, kernel, bias, {"name": name, "residual": residual, "norm": (gamma, beta), "three": three, "low": low}


def expected_of(step, x, kernel, bias, more):
    """What the stages make of it, for each step that has two forms."""
    made = stages.dense(x, kernel, bias)
    scores = stages.attention_scores(*more["three"][:2]) + more["low"]
    return {
        "dense": made,
        "dense_activated": stages.activate(made, more["name"]),
        "dense_residual": made + more["residual"],
        "layer_norm": stages.layer_norm(x, *more["norm"], 1e-12),
        "attention": stages.attention_context(stages.attention_probs(scores), more["three"][2]),
    }[step]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("transposed", [False, True])
@pytest.mark.parametrize("name", ["gelu", "gelu_new", "relu", "silu"])
def test_each_step_has_two_forms(form, transposed, name):
    x, kernel, bias, more = drawn(name)
    residual, three, low = (more[each] for each in ("residual", "three", "low"))
    norm = weights.Norm(*(each.numpy() for each in more["norm"]))
    dense = weights.Dense(tf.transpose(kernel) if transposed else kernel, bias, transposed)
    given = {
        "dense": (x, dense),
        "dense_activated": (x, dense, name),
        "dense_residual": (x, dense, residual),
        "layer_norm": (x, norm, 1e-12),
        "attention": (*three, low),
    }
    made = tf.function(lambda: {step: getattr(form, step)(*of) for step, of in given.items()})
    for step, found in made().items():
        expected = expected_of(step, x, kernel, bias, more)
        np.testing.assert_allclose(found, expected, atol=5e-6, rtol=5e-6, err_msg=step)


@pytest.mark.skipif(not kernels.there(), reason="oneDNN is off, so that tokens are rows")
@pytest.mark.parametrize("name", ["gelu", "silu"])
def test_each_step_on_columns(name):
    x, kernel, bias, more = drawn(name)
    dense = weights.Dense(tf.transpose(kernel), bias, transposed=True)
    norm = weights.Norm(*(each.numpy() for each in more["norm"]))
    three = [tf.transpose(each, [0, 1, 3, 2]) for each in more["three"]]
    given = {
        "dense": (dense,),
        "dense_activated": (dense, name),
        "dense_residual": (dense, Columns(1, 5).of_rows(more["residual"])),
        "layer_norm": (norm, 1e-12),
    }
    made = tf.function(lambda x: {step: getattr(columns, step)(x, *of) for step, of in given.items()})
    found = made(Columns(1, 5).of_rows(x)) | {"attention": tf.function(columns.attention)(*three, more["low"])}
    for step, value in found.items():
        expected = np.swapaxes(expected_of(step, x, kernel, bias, more), -1, -2)
        np.testing.assert_allclose(value, np.broadcast_to(expected, value.shape), atol=5e-6, rtol=5e-6, err_msg=step)


@pytest.mark.parametrize("heads", [1, 3])
def test_heads_in_columns_are_those_in_rows(heads):
    grid, layout = Grid(2, 5), Columns(2, 5)
    rows = tf.random.stateless_normal([2 * 5, 3 * heads * 4], [1, 2])
    np.testing.assert_array_equal(layout.texts(layout.of_rows(rows)), grid.texts(rows))
    for ours, theirs in zip(layout.heads(layout.of_rows(rows), heads), grid.heads(rows, heads), strict=True):
        np.testing.assert_array_equal(ours, np.swapaxes(theirs, 2, 3))
        np.testing.assert_array_equal(layout.texts(layout.joined(ours)), grid.texts(grid.joined(theirs)))
