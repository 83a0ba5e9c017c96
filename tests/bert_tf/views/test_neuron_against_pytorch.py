"""The neuron view's numbers are those of Hugging Face's PyTorch model: queries, keys, products, scores and softmax."""

import numpy as np
import pytest
import torch

import bert_tf
from bert_tf.views import neuron_view
from bert_tf.views.parts import part_of
from bert_tf.walkthrough import sources
from tests.bert_tf.views.test_of_model import WORDS
from tests.support import tiny_bert

ALIKE = {"rtol": 1e-5, "atol": 1e-5}


def tiny():
    ours = tiny_bert.model(seed=5)
    tokenizer = bert_tf.BertTokenizer({word: at for at, word in enumerate(WORDS)})
    return ours, tokenizer, tiny_bert.hugging_face(ours), ("the panda", "eats bamboo in a trunk")


def mini_lm():
    source = sources.mini_lm()
    texts = ("The animal didn't cross the street because it was too tired.",)
    return source.model, source.tokenizer, source.reference(), texts


def theirs(model, encoded):
    """[L,N,T,D] queries and keys as the model's own projections give them, and [L,N,T,T] its attention."""
    config, found = model.config, {"query": [], "key": []}
    hooks = [
        getattr(layer.attention.self, name).register_forward_hook(lambda _, __, out, name=name: found[name].append(out))
        for layer in model.encoder.layer
        for name in found
    ]
    given = {name: torch.tensor([list(value)]) for name, value in encoded.items()}
    with torch.no_grad():
        attention = torch.cat(model(**given, output_attentions=True).attentions)
    for hook in hooks:
        hook.remove()
    size = config.hidden_size // config.num_attention_heads
    heads = {name: torch.cat(each).unflatten(-1, (-1, size)).transpose(1, 2) for name, each in found.items()}
    return heads["query"], heads["key"], attention


@pytest.mark.parametrize("which", [tiny, mini_lm])
def test_every_number(which):
    ours, tokenizer, reference, texts = which()
    part = part_of(neuron_view(ours, tokenizer, *texts).data)
    query, key, attention = theirs(reference, tokenizer(*texts))
    product = query[:, :, :, None] * key[:, :, None]  # [L,N,Tq,Tk,D]
    scores = product.sum(-1) / query.shape[-1] ** 0.5
    softmax = torch.softmax(scores, -1)
    assert part.layers == list(range(len(query)))
    for layer, token in np.ndindex(len(query), len(part.queries)):
        for head in part.places(layer):
            found = part.neurons(layer, head, token)
            np.testing.assert_allclose(found.query, query[layer, head, token], **ALIKE)
            np.testing.assert_allclose(found.key, key[layer, head], **ALIKE)
            np.testing.assert_allclose(found.product, product[layer, head, token], **ALIKE)
            np.testing.assert_allclose(found.scores, scores[layer, head, token], **ALIKE)
            for expected in (softmax, attention):
                np.testing.assert_allclose(found.weights, expected[layer, head, token], **ALIKE)
