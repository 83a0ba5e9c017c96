"""All three implementations give what `transformers` gives, on its own cases and on random Unicode."""

import random

import pytest

from bert_tf.tokenizer import BertTokenizer
from tests.support.bert_texts import text

transformers = pytest.importorskip("transformers", reason="the reference; in the test extra")

WORDS = (
    "[PAD] [UNK] [CLS] [SEP] [MASK] want ##want ##ed wa un runn ##ing , low lowest the quick brown fox jump ##s over "
    "lazy dog a ##a b ##b c ##c n ##n ##a ##ive naive ! ? . ' don t u s i e ##e o ##o \u535a \u63a8 "
    "\u30c6 ##\u30b9 ##\u30c8 \u00fc ##\u00ef ##\u00e9 ( ) - 1 ##2 3 19 ##99 ##. allen ##nl ##p sentence mask cls "
    "\u03c3 ##\u03c2 ##\u03c3"
).split()
VOCAB = {token: index for index, token in enumerate(dict.fromkeys(WORDS))}
SWITCHES = (
    {"do_lower_case": True},
    {"do_lower_case": False},
    {"do_lower_case": True, "strip_accents": False},
    {"do_lower_case": False, "strip_accents": True, "tokenize_chinese_chars": False},
)


def _everything(tokenizer, *texts, **options):
    """What a call gives with all it can return, or that it is refused."""
    try:
        found = tokenizer(*texts, return_offsets_mapping=True, return_special_tokens_mask=True, **options)
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            raise
        return "refused"
    values = {name: [list(x) if isinstance(x, tuple) else x for x in value] for name, value in found.items()}
    rows = len(found["input_ids"]) if options.get("return_overflowing_tokens") else 1
    return (
        repr((values, [found.word_ids(i) for i in range(rows)], [found.sequence_ids(i) for i in range(rows)]))
        .replace("(", "[")
        .replace(")", "]")
    )


def _options(rng, pair):
    if rng.random() < 0.5:
        return {}
    strategies = [True, "only_first", "longest_first", *(["only_second"] if pair else [])]
    chosen = {
        "truncation": rng.choice(strategies),
        "max_length": rng.randint(3, 20),
        "stride": rng.choice([0, 0, 1, 2]),
    }
    chosen["return_overflowing_tokens"] = rng.random() < 0.5
    if rng.random() < 0.5:
        chosen["padding"] = "max_length"
    return chosen


@pytest.mark.parametrize("backend", ["python", "tokenizers"])
@pytest.mark.parametrize("switches", SWITCHES, ids=str)
def test_random_texts(backend, switches, capfd):
    theirs = transformers.BertTokenizer(vocab=VOCAB, **switches)
    ours = BertTokenizer(VOCAB, backend=backend, **switches)
    rng = random.Random(str(switches))
    for _ in range(1500):
        one, other = text(rng, WORDS), text(rng, WORDS) if rng.random() < 0.3 else None
        options = _options(rng, other)
        assert _everything(ours, one, other, **options) == _everything(theirs, one, other, **options), (
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
