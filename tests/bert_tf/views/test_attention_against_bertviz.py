"""The head view's data is bertviz' own, each way of entering it."""

import json
import re

import numpy as np
import pytest
import torch

import bert_tf
from bert_tf.views import head_view
from bert_tf.views.parts import part_of
from tests.bert_tf.views.test_of_model import WORDS
from tests.support import tiny_bert

TEXTS = ("the panda eats", "bamboo in a trunk")
NAMES = {"All": "All", "A → A": "Sentence A -> Sentence A", "B → B": "Sentence B -> Sentence B",
         "A → B": "Sentence A -> Sentence B", "B → A": "Sentence B -> Sentence A"}  # fmt: skip


@pytest.fixture(scope="module")
def tokenizer():
    return bert_tf.BertTokenizer({word: at for at, word in enumerate(WORDS)})


@pytest.fixture(scope="module")
def models():
    ours = tiny_bert.model()
    return ours, tiny_bert.hugging_face(ours)


def theirs_of(**given):
    """What bertviz' head view hands to its script."""
    import bertviz

    page = bertviz.head_view(**given, html_action="return").data
    return json.loads(re.search(r"const params = (\{.*?\});", page)[1])["attention"]


def attentions(model, encoded):
    given = {name: torch.tensor([value]) for name, value in encoded.items()}
    with torch.no_grad():
        return model(**given, output_attentions=True).attentions


def assert_same(view, theirs, names):
    assert [names[part["name"]] for part in view.data["parts"]] == [each["name"] for each in theirs]
    for part, expected in zip(view.data["parts"], theirs, strict=True):
        found = part_of(view.data, part["name"])
        assert (found.queries, found.keys) == (expected["left_text"], expected["right_text"])
        arrays = np.stack([np.stack(list(found.heads(layer).values())) for layer in found.layers])
        np.testing.assert_allclose(arrays, np.array(expected["attn"]), atol=5e-6)


@pytest.mark.parametrize("texts", [TEXTS[:1], TEXTS], ids=["text", "pair"])
@pytest.mark.parametrize("way", ["of the Keras model", "from arrays"])
def test_head_view(models, tokenizer, texts, way):
    ours, reference = models
    encoded = tokenizer(*texts)
    tokens = tokenizer.convert_ids_to_tokens(list(encoded["input_ids"]))
    second = encoded["token_type_ids"].index(1) if len(texts) == 2 else None
    given = attentions(reference, encoded)
    expected = theirs_of(attention=given, tokens=list(tokens), sentence_b_start=second)
    view = head_view(ours, tokenizer, *texts)
    if way == "from arrays":
        view = head_view.from_arrays(given, tokens, second)
    assert_same(view, expected, NAMES if second else {"All": None})


def test_encoder_and_decoder():
    draw = torch.Generator().manual_seed(0)
    shares = {
        name: [torch.rand(1, 3, *size, generator=draw).softmax(-1) for _ in range(2)]
        for name, size in (("encoder", (5, 5)), ("decoder", (4, 4)), ("cross", (4, 5)))
    }
    given = {f"{name}_attention": values for name, values in shares.items()}
    given |= {"encoder_tokens": ["Ġa", "▁b", "c</w>", "d", "e"], "decoder_tokens": ["f", "g", "h", "i"]}
    assert_same(
        head_view.from_arrays(**given), theirs_of(**given), {each: each for each in ("Encoder", "Decoder", "Cross")}
    )
