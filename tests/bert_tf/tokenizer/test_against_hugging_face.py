"""All three implementations give what `transformers` gives, on its own cases and on random Unicode."""

import random

import pytest
import transformers

from bert_tf.tokenizer import BertTokenizer
from tests.support.bert_texts import SWITCHES, VOCAB, WORDS, any_options, everything, text


@pytest.mark.parametrize("backend", ["python", "tokenizers"])
@pytest.mark.parametrize("switches", SWITCHES, ids=str)
def test_random_texts(backend, switches, capfd):
    theirs = transformers.BertTokenizer(vocab=VOCAB, **switches)
    ours = BertTokenizer(VOCAB, backend=backend, **switches)
    rng = random.Random(str(switches))
    for _ in range(1500):
        one, other = text(rng, WORDS), text(rng, WORDS) if rng.random() < 0.3 else None
        options = any_options(rng, other)
        assert everything(ours, one, other, **options) == everything(theirs, one, other, **options), (
            one,
            other,
            options,
        )
        ids = theirs(one)["input_ids"]
        for skip in (True, False):
            assert ours.decode(ids, skip_special_tokens=skip) == theirs.decode(ids, skip_special_tokens=skip)
    capfd.readouterr()  # the library's notes on refused strides


@pytest.mark.parametrize("switches", SWITCHES, ids=str)
def test_random_texts_in_a_graph(switches):
    tf = pytest.importorskip("tensorflow")
    from bert_tf.tokenizer.in_graph import BertTokenizerLayer

    ours = BertTokenizer(VOCAB, **switches)
    layer = BertTokenizerLayer(ours, max_length=17)
    string = tf.TensorSpec([None], tf.string)
    single = tf.function(lambda one: layer(one), input_signature=[string])
    double = tf.function(lambda one, other: layer(one, text_pair=other), input_signature=[string, string])
    rng = random.Random(str(switches))
    first, second = ([text(rng, WORDS) for _ in range(1000)] for _ in range(2))
    options = {"truncation": True, "max_length": 17, "padding": True}
    for texts, found in (
        ((first,), single(tf.constant(first))),
        ((first, second), double(tf.constant(first), tf.constant(second))),
    ):
        expected = ours(*texts, **options)
        for name in ours.model_input_names:
            assert found[name].numpy().tolist() == expected[name], name


# Inputs and results of transformers' test_tokenization_bert.py and google-research/bert's tokenization_test.py.
@pytest.mark.parametrize("backend", ["python", "tokenizers"])
@pytest.mark.parametrize(
    ("string", "switches", "tokens"),
    [
        ("UNwant\u00c9d,running", {}, ["un", "##want", "##ed", ",", "runn", "##ing"]),
        ("unwantedX running", {}, ["[UNK]", "runn", "##ing"]),
        ("ah\u535a\u63a8zz", {}, ["[UNK]", "\u535a", "\u63a8", "[UNK]"]),
        ("", {}, []),
        ("\u00ad", {}, []),
        ("na\u00efve", {}, ["n", "##a", "##ive"]),
        ("na\u00efve", {"strip_accents": False}, ["[UNK]"]),
    ],
)
def test_known_cases(backend, string, switches, tokens):
    vocab = {key: value for key, value in VOCAB.items() if key != "naive"}
    assert BertTokenizer(vocab, backend=backend, **switches).tokenize(string) == tokens


def test_never_split_is_that_of_the_slow_tokenizer():
    legacy = pytest.importorskip("transformers.models.bert.tokenization_bert_legacy")
    ours = BertTokenizer(VOCAB, never_split=["Allen", "[unused1]"])
    basic = legacy.BasicTokenizer(never_split=["Allen", "[unused1]", "[UNK]"])
    for string in ("Allen Allen's [unused1] X", " HeLLo!how  \n Are yoU? [UNK]", "Allen"):
        words = [
            word if isinstance(word, tuple) else "".join(each.char for each in word)
            for word in ours._engine._words(string)
        ]
        assert [word[0] if isinstance(word, tuple) else word for word in words] == basic.tokenize(string)
