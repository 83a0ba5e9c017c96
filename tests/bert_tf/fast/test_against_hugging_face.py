"""The fast path against PyTorch: single batches, and texts of every length at once."""

import numpy as np
import pytest
import torch

import bert_tf
from tests.support import bert_texts, tiny_bert


@pytest.mark.parametrize("number", range(12))
def test_outputs(number):
    sizes, pooler = tiny_bert.varied(number)
    model = tiny_bert.model(number, add_pooling_layer=pooler, **sizes)
    given = tiny_bert.inputs(number, of=sizes, padded=number % 2 == 0)
    with torch.no_grad():
        expected = tiny_bert.hugging_face(model)(**{name: torch.tensor(each) for name, each in given.items()})
    found = bert_tf.FastModel(model)(given)
    np.testing.assert_allclose(found.last_hidden_state, expected.last_hidden_state, atol=1e-5)
    if pooler:
        np.testing.assert_allclose(found.pooler_output, expected.pooler_output, atol=1e-5)


def test_encode():
    model = tiny_bert.model(3, **{**tiny_bert.SIZES, "vocab_size": len(bert_texts.VOCAB)})
    tokenizer = bert_tf.BertTokenizer(bert_texts.VOCAB)
    texts = [" ".join(["the quick brown fox", "a dog", "low"][: 1 + n % 3] * (1 + n % 4)) for n in range(40)]
    theirs = tiny_bert.hugging_face(model)
    found = bert_tf.encode(model, tokenizer, texts, pooling="cls")
    for vector, text in zip(found, texts, strict=True):
        given = tokenizer([text], truncation=True, max_length=17, return_tensors="np")
        with torch.no_grad():
            expected = theirs(**{name: torch.tensor(each) for name, each in given.items()}).last_hidden_state[0, 0]
        np.testing.assert_allclose(vector, expected, atol=1e-5)
