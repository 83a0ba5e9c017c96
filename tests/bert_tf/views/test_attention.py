"""Attention as data: each way of entering it, pairs, choices, and what is refused."""

import json
from types import SimpleNamespace

import numpy as np
import pytest

from bert_tf.views import head_view, model_view
from bert_tf.views.parts import part_of
from tests.support.attention import TOKENS, drawn

ATTENTION = drawn()
TRACE = {f"layer.{layer}.attention.probs": each[np.newaxis] for layer, each in enumerate(ATTENTION)}
WAYS = {
    "an array": ATTENTION,
    "an array with a batch of one": ATTENTION[:, np.newaxis],
    "Hugging Face's tuple": tuple(layer[np.newaxis] for layer in ATTENTION),
    "Hugging Face's output": SimpleNamespace(attentions=tuple(layer[np.newaxis] for layer in ATTENTION)),
    "a list without batches": list(ATTENTION),
    "lists": ATTENTION.tolist(),
    "a trace": {"embeddings.sum": None, **TRACE},
}  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
def test_each_way_of_entering(way):
    view = head_view.from_arrays(WAYS[way], TOKENS)
    part = part_of(view.data)
    for layer in (0, 1):
        for head, weights in part.heads(layer).items():
            np.testing.assert_array_equal(weights, ATTENTION[layer, head])
    assert view.json() == head_view.from_arrays(ATTENTION, TOKENS).json()


def test_the_blocks_of_a_pair_reassemble_to_the_whole():
    view = model_view.from_arrays(ATTENTION, TOKENS, sentence_b_start=2)
    assert [part["name"] for part in view.data["parts"]] == ["All", "A → A", "B → B", "A → B", "B → A"]
    whole, aa, bb, ab, ba = (part_of(view.data, part["name"]) for part in view.data["parts"])
    assert aa.queries == ab.queries == TOKENS[:2] and bb.keys == ab.keys == TOKENS[2:]
    for head, weights in whole.heads(1).items():
        blocks = [[aa.heads(1)[head], ab.heads(1)[head]], [ba.heads(1)[head], bb.heads(1)[head]]]
        np.testing.assert_array_equal(np.block(blocks), weights)
        np.testing.assert_allclose(weights.sum(-1), 1, atol=5e-6)


def test_encoder_and_decoder():
    tokens = {"encoder_tokens": TOKENS, "decoder_tokens": TOKENS[:3]}
    view = head_view.from_arrays(
        encoder_attention=drawn(2, 3, 5), decoder_attention=drawn(1, 3, 3), cross_attention=drawn(1, 2, 3, 5), **tokens
    )
    assert [part["name"] for part in view.data["parts"]] == ["Encoder", "Decoder", "Cross"]
    cross = part_of(view.data, "Cross")
    assert (cross.queries, cross.keys, cross.layers) == (TOKENS[:3], TOKENS, [0])
    assert cross.heads(0)[1].shape == (3, 5)


def test_choices():
    view = head_view.from_arrays(ATTENTION, TOKENS, include_layers=[1], include_heads=[2, 0], heads=2)
    part = part_of(view.data)
    assert part.layers == [1] and list(part.heads(1)) == [0, 2]
    np.testing.assert_array_equal(part.heads(1)[2], ATTENTION[1, 2])
    assert view.data["start"] == {"part": 0, "layer": 1, "heads": [2]}


def test_marks_of_other_tokenizers():
    tokens = ["<s>", "Ġthe", "▁bam", "boo</w>", "</s>"]
    assert part_of(head_view.from_arrays(ATTENTION, tokens).data).keys == ["<s>", " the", " bam", "boo", "</s>"]
    assert part_of(head_view.from_arrays(ATTENTION, tokens, prettify_tokens=False).data).keys == tokens


def test_the_data_is_json():
    read = json.loads(head_view.from_arrays(ATTENTION, TOKENS).json())
    assert read["kind"] == "head" and read["grids"][0]["queries"] == TOKENS
    assert read["grids"][0]["weights"]["shape"] == [6, 5, 5]


def changed(place, value):
    """The attention with another number in layer 1."""
    array = ATTENTION.copy()
    array[(1, *place)] = value
    return array


REFUSED = {
    "513 tokens": (np.full((1, 1, 513, 513), 1 / 513), ["a"] * 513, {}, "at most 512 tokens; received 513"),
    "one token": (np.ones((1, 1, 1, 1)), ["a"], {}, "at least two tokens; received 1"),
    "no tokens": (ATTENTION, None, {}, "tokens are needed"),
    "a string for tokens": (ATTENTION, "a b c d e", {}, "a list of strings; received one string"),
    "ids for tokens": (ATTENTION, [1, 2, 3, 4, 5], {}, "tokens are strings; received int at 0"),
    "too few tokens": (ATTENTION, TOKENS[:4], {}, "layer 0 has 5×5 numbers a head; the tokens are 4 and 4"),
    "NaN": (changed((2, 3, 1), np.nan), TOKENS, {}, "layer 1 is of finite numbers; received nan in head 2, row 3"),
    "scores": (changed((0, 0, 0), -3), TOKENS, {}, "probabilities, after the softmax; received -3 in head 0, row 0"),
    "a row of 0.9": (changed((0, 4), 0.18), TOKENS, {}, "each row of .* sums to 1; received 0.9000 in head 0, row 4"),
    "no layer 2": (ATTENTION, TOKENS, {"layer": 2}, "the layers are 0, 1; received 2"),
    "no head 3": (ATTENTION, TOKENS, {"heads": [0, 3]}, "the heads are 0 to 2; received 3"),
    "no head at all": (ATTENTION, TOKENS, {"include_heads": []}, "the heads are 0 to 2; received none"),
    "a batch": (np.repeat(ATTENTION[:, np.newaxis], 2, 1), TOKENS, {}, "received a batch of 2: choose one"),
    "one matrix": (ATTENTION[0, 0], TOKENS, {}, r"a list with one array .* received ndarray\[5, 5\]"),
    "matrices": (list(ATTENTION[0]), TOKENS, {}, r"\[1,N,T,T\] or \[N,T,T\]; received \[5, 5\]"),
    "None": ((None, None), TOKENS, {}, "attn_implementation='eager'"),
    "no layers": ([], TOKENS, {}, "received none"),
    "the second text at 5": (ATTENTION, TOKENS, {"sentence_b_start": 5}, "a token from 1 to 4; received 5"),
    "two kinds": (ATTENTION, TOKENS, {"encoder_attention": ATTENTION}, "give either attention, or"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_refuses(case):
    attention, tokens, options, message = REFUSED[case]
    with pytest.raises(ValueError, match=message):
        head_view.from_arrays(attention, tokens, **options)
