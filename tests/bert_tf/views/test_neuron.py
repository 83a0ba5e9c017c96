"""Queries and keys: what they give is the attention, dimension by dimension."""

import json

import numpy as np
import pytest

import bert_tf
from bert_tf.views import neuron_view
from bert_tf.views.parts import part_of, weights_of
from tests.bert_tf.views.test_of_model import WORDS
from tests.support import tiny_bert
from tests.support.attention import TOKENS

DRAW = np.random.default_rng(3)
QUERY, KEY = DRAW.normal(0, 1, (2, 2, 3, 5, 4)).astype("float32")  # [L,N,T,D] each


def test_query_times_key_gives_the_scores_and_the_attention():
    model, tokenizer = tiny_bert.model(), bert_tf.BertTokenizer({word: at for at, word in enumerate(WORDS)})
    view = neuron_view(model, tokenizer, "the panda", "eats bamboo", layer=1, head=2)
    found = bert_tf.trace(model, tokenizer("the panda", "eats bamboo"))
    grid, part = view.data["grids"][0], part_of(view.data)
    for layer in (0, 1):
        for head, place in part.places(layer).items():
            query, key = grid["query"].array[place], grid["key"].array[place]
            np.testing.assert_allclose(
                query @ key.T / 2, found[f"layer.{layer}.attention.scores"][0, head], rtol=1e-5, atol=1e-5
            )
            np.testing.assert_allclose(weights_of(query, key), part.heads(layer)[head], atol=5e-6)
    assert view.data["start"] == {"part": 0, "layer": 1, "heads": [2]}


def test_without_attention_nothing_is_masked():
    part = part_of(neuron_view.from_arrays(QUERY, KEY, TOKENS).data)
    for head, weights in part.heads(1).items():
        np.testing.assert_allclose(weights, weights_of(QUERY[1, head], KEY[1, head]))


@pytest.mark.parametrize("masked", [False, True])
def test_large_views_leave_out_what_follows(masked):
    query, key = np.random.default_rng(0).normal(0, 1, (2, 1, 4, 260, 3)).astype("float32")
    attention = weights_of(query, key)
    if masked:
        attention = np.tril(attention)
        attention /= attention.sum(-1, keepdims=True)
    view = neuron_view.from_arrays(query, key, ["t"] * 260, attention)
    assert ("weights" in view.data["grids"][0]) is masked
    np.testing.assert_allclose(part_of(view.data).heads(0)[2], attention[0, 2], atol=5e-6)


def test_size_at_12_by_12_by_128():
    query, key = np.random.default_rng(0).normal(0, 1, (2, 12, 12, 128, 64)).astype("float32")
    assert len(neuron_view.from_arrays(query, key, ["token"] * 128).html()) < 3_000_000


REFUSED = {
    "other layers": ((QUERY, KEY[:1], TOKENS), "the same layers; received 0, 1 and 0"),
    "other tokens": ((QUERY, KEY, TOKENS[:4]), r"the shape \[N,4,D\]; received \[3, 5, 4\] and \[3, 5, 4\]"),
    "another size": ((QUERY, KEY[..., :3], TOKENS), r"received \[3, 5, 4\] and \[3, 5, 3\]"),
    "infinity": ((QUERY, KEY + np.inf, TOKENS), "finite numbers"),
    "a trace without": (({"layer.0.attention.query": QUERY[0]}, {}, TOKENS), "key holds one array a layer"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_refuses(case):
    given, message = REFUSED[case]
    with pytest.raises(ValueError, match=message):
        neuron_view.from_arrays(*given)


def test_picture_and_json():
    view = neuron_view.from_arrays(QUERY, KEY, TOKENS, layer=1, head=2)
    assert json.loads(view.json())["grids"][0]["query"]["shape"] == [6, 5, 4]
    text = view.picture("svg", token=2).decode()
    assert "layer 1, head 2: q of bam" in text and f"{(QUERY[1, 2, 2] @ KEY[1, 2, 0]) / 2:.2f}" in text
    with pytest.raises(ValueError, match="the heads are 0 to 2; received 5"):
        view.picture("svg", heads=5)
