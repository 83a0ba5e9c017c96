"""The search examples with real weights: all-MiniLM-L6-v2 tells five trunks apart, and its heads follow a pronoun."""

import json

import pytest

from tests.bert_tf.tasks.test_search_examples import run


def test_five_senses_of_trunk(capsys, monkeypatch):
    found = json.loads(run(capsys, monkeypatch, "trunk", "--json")[1])
    expected = ["an elephant's nose", "a tree's stem", "a car's boot", "a chest", "a body"]
    assert [each["sense"] for each in found] == expected


def test_a_head_turns_with_the_last_word(capsys, monkeypatch):
    found = json.loads(run(capsys, monkeypatch, "pronoun", "--json")[1])
    assert len(found) == 5 and found[0]["turns"] > 0.01
    best = found[0]
    tired, wide = (best[word]["animal"] - best[word]["street"] for word in ("tired", "wide"))
    assert tired - wide == pytest.approx(best["turns"], abs=1e-6)


def test_one_language_is_refused(capsys, monkeypatch):
    from bert_tf.checkpoints import mini_lm

    code, _, err = run(capsys, monkeypatch, "languages", "--model", mini_lm.folder())
    assert code == 2 and "does not know" in err and "LaBSE" in err
