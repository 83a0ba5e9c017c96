"""One short text by LiteRT gives what the model gives, and what LiteRT does not take goes the usual way."""

import concurrent.futures

import numpy as np
import pytest

from bert_tf.fast.frozen import FastModel
from tests.support import heads, tiny_bert

TOKENS = 9


@pytest.fixture(scope="module")
def model():
    return tiny_bert.model(1)


@pytest.fixture(scope="module")
def fast(model):
    return FastModel(model, short_text=TOKENS)


def same(found, expected):
    assert type(found) is type(expected)
    for ours, theirs in zip(found, expected, strict=True):
        np.testing.assert_allclose(ours, theirs, atol=1e-5)


@pytest.mark.parametrize("tokens", [1, 2, 5, TOKENS])
def test_each_length(model, fast, monkeypatch, tokens):
    called = []
    run = fast._short._run.invoke
    monkeypatch.setattr(fast._short._run, "invoke", lambda: called.append(1) or run())
    given = tiny_bert.inputs(4, 1, tokens, padded=False)
    same(fast(given), model(given))
    assert called


@pytest.mark.parametrize("number", range(6))
def test_whatever_the_model_is(number):
    sizes, _ = tiny_bert.varied(number)
    model = tiny_bert.model(number, **sizes)
    given = {name: value[:1] for name, value in tiny_bert.inputs(number, of=sizes).items()}
    same(FastModel(model, short_text=given["input_ids"].shape[1])(given), model(given))


@pytest.mark.parametrize("name", ["BertForMaskedLM", "BertForSequenceClassification"])
def test_heads(name):
    model, given = heads.model(name), tiny_bert.inputs(3, 1, 5, padded=False)
    same(FastModel(model, short_text=6)(given), model(given))


def test_padding_in_the_text(model, fast):
    given = tiny_bert.inputs(4, 1, 6, padded=False)
    given["attention_mask"][0, 4:] = 0
    same(fast(given), model(given))


@pytest.mark.parametrize("change", ["longer", "two texts", "no token"])
def test_what_goes_the_usual_way(model, fast, monkeypatch, change):
    monkeypatch.setattr(fast._short._run, "invoke", None)
    rows, tokens = {"longer": (1, TOKENS + 1), "two texts": (2, 4), "no token": (1, 4)}[change]
    given = tiny_bert.inputs(4, rows, tokens, padded=False)
    if change == "no token":
        given["attention_mask"][:] = 0
    same(fast(given), model(given))


def test_threads_share_it(model, fast):
    texts = [tiny_bert.inputs(number, 1, 1 + number % TOKENS, padded=False) for number in range(24)]
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        for found, given in zip(pool.map(fast, texts), texts, strict=True):
            same(found, model(given))


def test_stored_in_half_the_memory(model):
    given = tiny_bert.inputs(4, 1, 5, padded=False)
    same(FastModel(model, storage="bfloat16", short_text=5)(given), FastModel(model, storage="bfloat16")(given))


def test_what_does_not_fit_is_refused(model):
    with pytest.raises(ValueError, match="short_text is from 0 to 17 tokens .* received 18"):
        FastModel(model, short_text=18)
    pruned = tiny_bert.model(1)
    pruned.prune_heads({0: [1]})
    with pytest.raises(ValueError, match="layers of one shape, which after pruning have"):
        FastModel(pruned, short_text=5)
