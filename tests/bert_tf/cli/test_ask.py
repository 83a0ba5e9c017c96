"""The commands that ask a model something: text, JSON, exit codes, refusals."""

import json

import pytest

from bert_tf.cli.main import main
from tests.support import tiny_texts


@pytest.fixture(scope="module")
def models(tmp_path_factory):
    """Folders of tiny models with drawn weights, and a file to search in."""
    folder = tmp_path_factory.mktemp("models")
    for name in ("BertForPreTraining", "BertForQuestionAnswering", "BertModel"):
        tiny_texts.model(name, seed=3, num_hidden_layers=1).save_pretrained(folder / name)
        tiny_texts.tokenizer().save_pretrained(folder / name)
    (folder / "file.txt").write_text("pandas eat bamboo\n\nkoalas sleep in the tree\n")
    return folder


def run(capsys, *arguments):
    with pytest.raises(SystemExit) as caught:
        main([str(each) for each in arguments])
    out = capsys.readouterr()
    return caught.value.code, out.out, out.err


def test_fill_mask(models, capsys):
    asked = ("fill-mask", "what do [MASK] eat", "--model", models / "BertForPreTraining", "--top", 2)
    code, text, _ = run(capsys, *asked)
    assert code == 0 and len(text.splitlines()) == 2 and "%" in text
    found = json.loads(run(capsys, *asked, "--json")[1])
    assert found["masks"][0]["position"] == 3 and len(found["masks"][0]["guesses"]) == 2


def test_next_sentence(models, capsys):
    asked = ("next-sentence", "pandas eat", "bamboo", "a tree", "--model", models / "BertForPreTraining")
    code, text, _ = run(capsys, *asked)
    assert code == 0 and text.startswith("pandas eat\n") and len(text.splitlines()) == 3
    found = json.loads(run(capsys, *asked, "--json")[1])["following"]
    assert found[0]["probability"] >= found[1]["probability"]


def test_rank(models, capsys):
    with pytest.warns(UserWarning, match="has no modules"):
        code, text, _ = run(capsys, "rank", "pandas eat bamboo", models / "file.txt", "--model", models / "BertModel")
    assert code == 0 and text.splitlines()[1].endswith("1.000  pandas eat bamboo")


def test_answer(models, capsys):
    asked = ("answer", "what do pandas eat", models / "file.txt", "--model", models / "BertForQuestionAnswering")
    code, text, _ = run(capsys, *asked)
    found = json.loads(run(capsys, *asked, "--json")[1])["answers"]
    assert code == (0 if found else 1)
    assert text.count("**") == 2 if found else "finds no answer" in text


REFUSED = {
    "no model": (["fill-mask", "[MASK]"], "give --model PATH: one with its masked-language head"),
    "no head": (["fill-mask", "[MASK]", "--model", "BertModel"], "cannot do fill-mask: it has no weights for cls."),
    "no answers": (["answer", "what", "file.txt", "--model", "BertForPreTraining"], "no weights for qa_outputs.weight"),
    "no mask": (["fill-mask", "pandas", "--model", "BertForPreTraining"], "has no [MASK]"),
    "no file": (["rank", "pandas", "none.txt", "--model", "BertModel"], "no file none.txt"),
    "no checkpoint": (["fill-mask", "[MASK]", "--model", "none"], "no checkpoint at none"),
}


@pytest.mark.parametrize(("arguments", "text"), REFUSED.values(), ids=REFUSED)
def test_refused(models, capsys, monkeypatch, arguments, text):
    monkeypatch.chdir(models)
    code, out, err = run(capsys, *arguments)
    assert code == 2 and out == "" and text in err
