"""The gradients that keep less are TensorFlow's own."""

import numpy as np
import pytest
import tensorflow as tf

from bert_tf import gradients, stages


def both(function, plain, *inputs):
    """What each gives, and its gradients, as one list of arrays."""
    found = []
    for each in (function, plain):
        with tf.GradientTape() as tape:
            tape.watch(inputs)
            y = each(*inputs)
            loss = tf.reduce_sum(tf.sin(y) * y)
        found.append([y, *tape.gradient(loss, inputs)])
    return found


def normals(seed, *shape, dtype="float64"):
    return tf.constant(np.random.default_rng(seed).normal(size=shape), dtype)


@pytest.mark.parametrize("dtype, within", [("float64", 1e-12), ("float32", 1e-5), ("float16", 2e-2)])
@pytest.mark.parametrize("shape", [(5, 7), (2, 3, 7)])
def test_layer_norm(shape, dtype, within):
    inputs = [normals(n, *each, dtype=dtype) for n, each in enumerate((shape, (7,), (7,)))]
    ours, plain = both(
        lambda *x: gradients.layer_norm(*x, eps=1e-3), lambda *x: stages.layer_norm(*x, eps=1e-3), *inputs
    )
    for x, y in zip(ours, plain, strict=True):
        assert x.dtype == y.dtype == dtype
        np.testing.assert_allclose(x, y, atol=within, rtol=within)


@pytest.mark.parametrize("name", ["gelu", "gelu_new", "relu", "silu"])
@pytest.mark.parametrize("dtype, within", [("float64", 1e-12), ("float32", 1e-5), ("bfloat16", 5e-2)])
def test_activations(name, dtype, within):
    x = tf.cast(tf.linspace(-6.0, 6.0, 41), dtype)
    ours, plain = both(lambda x: gradients.activate(x, name), lambda x: stages.activate(x, name), x)
    for x, y in zip(ours, plain, strict=True):
        assert x.dtype == y.dtype == dtype
        np.testing.assert_allclose(tf.cast(x, "float64"), tf.cast(y, "float64"), atol=within, rtol=within)


@pytest.mark.parametrize("compiled", [None, False, True])
def test_context_of_probabilities_of_which_some_are_dropped(compiled):
    kept = tf.constant(np.random.default_rng(5).random((2, 3, 5, 5)) > 0.3)
    inputs = [tf.nn.softmax(normals(1, 2, 3, 5, 5, dtype="float32")), normals(2, 2, 3, 5, 4, dtype="float32")]

    def ours(probs, value):
        return gradients.dropped_context(probs, value, kept, 0.3)

    def plain(probs, value):
        return stages.attention_context(probs * tf.cast(kept, probs.dtype) / 0.7, value)

    made = ours if compiled is None else tf.function(ours, jit_compile=compiled)
    for x, y in zip(*both(made, plain, *inputs), strict=True):
        np.testing.assert_allclose(x, y, atol=5e-6)


@pytest.mark.parametrize("compiled", [False, True])
def test_in_a_graph_of_free_sizes(compiled):
    inputs = [normals(n, *each, dtype="float32") for n, each in enumerate(((2, 3, 7), (7,), (7,)))]

    @tf.function(jit_compile=compiled, input_signature=[tf.TensorSpec([None, None, 7])])
    def gradient(x):
        with tf.GradientTape() as tape:
            tape.watch(x)
            y = gradients.activate(gradients.layer_norm(x, *inputs[1:], eps=1e-3), "gelu")
        return tape.gradient(y, x)

    with tf.GradientTape() as tape:
        tape.watch(inputs[0])
        y = stages.gelu(stages.layer_norm(*inputs, eps=1e-3))
    expected = tape.gradient(y, inputs[0])
    np.testing.assert_allclose(gradient(inputs[0]), expected, atol=1e-5)
