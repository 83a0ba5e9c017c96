"""Each step of the fast encoder, by public ops and as oneDNN's kernel, is what the stages make."""

import numpy as np
import pytest
import tensorflow as tf

from bert_tf import stages
from bert_tf.fast import fusible, kernels, weights

# A process has oneDNN on or off; test_fused starts one where it is on.
FORMS = [fusible, kernels] if kernels.there() else [fusible]


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
@pytest.mark.parametrize("kept", [False, True])
def test_each_step_has_two_forms(form, transposed, name, kept):
    draw = np.random.default_rng(0).normal
    x, kernel, bias, residual, gamma, beta = (
        tf.constant(draw(size=size), tf.float32) for size in ((5, 3), (3, 4), 4, (5, 4), 3, 3)
    )
    three = [tf.constant(draw(size=(2, 3, length, 4)), tf.float32) for length in (6, 5, 5)]
    low = tf.constant([0.0, 0, 0, 0, tf.float32.min / 2])[tf.newaxis, tf.newaxis, tf.newaxis]
    norm = weights.Norm(gamma.numpy(), beta.numpy(), kept)
    dense = weights.Dense(tf.transpose(kernel) if transposed else kernel, bias, transposed, kept)
    more = {"name": name, "residual": residual, "norm": (gamma, beta), "three": three, "low": low}
    given = {
        "dense": (x, dense),
        "dense_activated": (x, dense, name),
        "dense_residual": (x, dense, residual),
        "layer_norm": (x, norm, 1e-12),
        "attention": (*three, low),
    }
    made = tf.function(lambda: {step: getattr(form, step)(*of) for step, of in given.items()})
    for _ in range(2):  # the second time with matrices that are kept
        for step, found in made().items():
            expected = expected_of(step, x, kernel, bias, more)
            np.testing.assert_allclose(found, expected, atol=5e-6, rtol=5e-6, err_msg=step)
