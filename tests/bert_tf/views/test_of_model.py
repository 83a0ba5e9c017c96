"""Views of a model: what `trace` gives, for single texts and pairs, pruned models and models around one."""

import keras
import numpy as np
import pytest

import bert_tf
from bert_tf.views import head_view
from bert_tf.views.parts import part_of
from tests.support import tiny_bert

WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "the", "panda", "eats", "bam", "##boo", "in", "a", "trunk"]


@pytest.fixture(scope="module")
def tokenizer():
    return bert_tf.BertTokenizer({word: number for number, word in enumerate(WORDS)})


@pytest.fixture(scope="module")
def model():
    return tiny_bert.model()


def test_a_text(model, tokenizer):
    view = head_view(model, tokenizer, "The panda eats bamboo")
    part = part_of(view.data)
    assert part.keys == ["[CLS]", "the", "panda", "eats", "bam", "##boo", "[SEP]"]
    found = bert_tf.trace(model, tokenizer("The panda eats bamboo"), "layer.*.attention.probs")
    for layer in (0, 1):
        np.testing.assert_array_equal(
            np.stack(list(part.heads(layer).values())), found[f"layer.{layer}.attention.probs"][0]
        )
    assert view.title == "The panda eats bamboo" and "panda" in repr(view)


def test_a_pair(model, tokenizer):
    view = head_view(model, tokenizer, "the panda", "eats in a trunk")
    assert part_of(view.data, "A → B").queries == ["[CLS]", "the", "panda", "[SEP]"]
    assert part_of(view.data, "A → B").keys == ["eats", "in", "a", "trunk", "[SEP]"]


def test_pruned_heads_keep_their_numbers(tokenizer):
    model = tiny_bert.model()
    model.prune_heads({1: [0]})
    part = part_of(head_view(model, tokenizer, "the panda").data)
    assert list(part.heads(0)) == [0, 1, 2] and list(part.heads(1)) == [1, 2]


def test_a_model_around_it(model, tokenizer):
    ids = keras.Input([None], dtype="int64", name="input_ids")
    whole = keras.Model({"input_ids": ids}, keras.layers.Dense(2)(model({"input_ids": ids}).pooler_output))
    given = {"input_ids": tokenizer("the panda")["input_ids"]}

    class Only:
        convert_ids_to_tokens = tokenizer.convert_ids_to_tokens

        def __call__(self, text):
            return given

    assert part_of(head_view(whole, Only(), "the panda").data).keys == ["[CLS]", "the", "panda", "[SEP]"]


@pytest.mark.parametrize(
    "texts, message",
    [
        (("",), "text is a text with at least one word"),
        ((" \n",), "text is a text with at least one word"),
        (("\u200b",), "text is a text with at least one word"),
        (("the", ""), "text_b is a text with at least one word"),
        ((7,), "text is a string; received int"),
        (("panda " * 16,), "the text has 18 tokens; the model and a view take at most 17"),
    ],
)
def test_refuses(model, tokenizer, texts, message):
    with pytest.raises(ValueError, match=message):
        head_view(model, tokenizer, *texts)


def test_a_layer_that_does_not_exist(model, tokenizer):
    with pytest.raises(ValueError, match="the layers are 0, 1; received 2"):
        head_view(model, tokenizer, "the panda", layer=2)
