"""The form for GPUs, by XLA: as exact as the other one, whatever the lengths, and made only for a GPU.

Where there is none, TensorFlow is made to see one, and XLA compiles for the processor.
"""

import warnings

import numpy as np
import pytest
import tensorflow as tf

import bert_tf
from bert_tf.fast import gpu, kernels
from tests.support import bert_texts, tiny_bert

CARD = tf.config.PhysicalDevice("/physical_device:GPU:0", "GPU")


@pytest.fixture
def a_gpu(monkeypatch):
    monkeypatch.setattr(gpu, "there", lambda: True)
    monkeypatch.setattr(gpu, "warn_of_tf32", lambda: None)


@pytest.fixture
def card(monkeypatch):
    """A GPU that TensorFlow sees; what it can is the value."""
    details = {"compute_capability": (9, 0)}
    monkeypatch.setattr(tf.config, "get_visible_devices", lambda kind: [CARD] * (kind == "GPU"))
    monkeypatch.setattr(tf.config.experimental, "get_device_details", lambda card: details)
    return details


@pytest.mark.parametrize("number", range(6))
def test_outputs(number, a_gpu):
    sizes, pooler = tiny_bert.varied(number)
    model = tiny_bert.model(number, add_pooling_layer=pooler, **sizes)
    given = tiny_bert.inputs(number, of=sizes, padded=number % 2 == 0)
    expected, found = model(given), bert_tf.FastModel(model)(given)
    assert found.last_hidden_state.shape == expected.last_hidden_state.shape
    np.testing.assert_allclose(found.last_hidden_state, expected.last_hidden_state, atol=5e-6)
    if pooler:
        np.testing.assert_allclose(found.pooler_output, expected.pooler_output, atol=5e-6)


def test_encode_gives_what_it_gives_without(monkeypatch):
    model = tiny_bert.model(3, **{**tiny_bert.SIZES, "vocab_size": len(bert_texts.VOCAB)})
    tokenizer = bert_tf.BertTokenizer(bert_texts.VOCAB)
    texts = [" ".join(["the quick brown fox", "a dog", "low"][: 1 + n % 3] * (1 + n % 4)) for n in range(40)]
    expected = bert_tf.encode(model, tokenizer, texts)
    monkeypatch.setattr(gpu, "there", lambda: True)
    monkeypatch.setattr(gpu, "warn_of_tf32", lambda: None)
    np.testing.assert_allclose(bert_tf.encode(model, tokenizer, texts), expected, atol=5e-6)


def test_few_shapes_are_compiled(a_gpu):
    fast = bert_tf.FastModel(tiny_bert.model())
    for texts in (1, 3, 4):
        for tokens in (5, 7, 8, 9, 13):
            fast(tiny_bert.inputs(0, texts, tokens, padded=False))
    assert fast._compiled._of_shape.cache_info().currsize == 4  # 1 and 4 texts, of 8 and 16 tokens


@pytest.mark.parametrize(("count", "length"), [(1, 8), (8, 8), (9, 16), (128, 128), (129, 256), (500, 512)])
def test_bucket(count, length):
    assert gpu.bucket(count) == length


def test_the_processors_kernels_are_not_asked_for(monkeypatch, card):
    monkeypatch.setattr(kernels, "there", lambda: True)
    with tf.Graph().as_default():
        assert not kernels.usable()
        monkeypatch.setattr(tf.config, "get_visible_devices", lambda kind: [])
        assert kernels.usable()


def test_tf32_is_told_of(card):
    assert tf.config.experimental.tensor_float_32_execution_enabled()
    with pytest.warns(gpu.InexactProducts, match=r"enable_tensor_float_32_execution\(False\)"):
        gpu.warn_of_tf32()


@pytest.mark.parametrize("older", [True, False])
def test_tf32_is_not_told_of_where_it_is_not_used(card, older):
    if older:
        card["compute_capability"] = (7, 5)
    tf.config.experimental.enable_tensor_float_32_execution(older)
    try:
        with warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always")
            gpu.warn_of_tf32()
        assert told == []
    finally:
        tf.config.experimental.enable_tensor_float_32_execution(True)
