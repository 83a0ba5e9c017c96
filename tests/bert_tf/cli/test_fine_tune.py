"""`bert-tf fine-tune`: a model, its tokenizer and a card in a folder; a killed run goes on; refusals."""

import json
import os
import signal
import subprocess
import sys
import time

import numpy as np
import pytest

from bert_tf.cli.main import main
from tests.support import tiny_texts
from tests.support.interpreter import ROOT


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A folder with a checkpoint without a head, one with a head for tokens, one with one for texts, and data."""
    folder = tmp_path_factory.mktemp("place")
    for name in ("BertModel", "BertForTokenClassification", "BertForSequenceClassification"):
        tiny_texts.model(name, num_hidden_layers=1).save_pretrained(folder / name)
        tiny_texts.tokenizer().save_pretrained(folder / name)
    draw = np.random.default_rng(0)
    texts = [" ".join(draw.choice("pandas koalas eat sleep bamboo".split(), 4)) for _ in range(24)]
    rows = [f"{text},{'bear' if 'pandas' in text else 'none'}" for text in texts]
    (folder / "train.csv").write_text("words,kind\n" + "\n".join(rows) + "\n", encoding="utf-8")
    (folder / "bad.csv").write_text("words,kind\na,bear\n,none\n", encoding="utf-8")
    (folder / "far.csv").write_text("words,kind\na,0\nb,7\n", encoding="utf-8")
    (folder / "full").mkdir()
    (folder / "full" / "notes.txt").write_text("mine")
    return folder


def command(place, out, *more, model="BertModel", train="train.csv", task="classification"):
    return ["fine-tune", task, place / train, "--model", place / model, "--out", out, "--text", "words", "--label",
            "kind", *more]  # fmt: skip


def run(capsys, arguments):
    with pytest.raises(SystemExit) as caught:
        main([str(each) for each in arguments])
    out = capsys.readouterr()
    return caught.value.code, out.out, out.err


@pytest.mark.slow
def test_a_model_a_tokenizer_and_a_card(place, tmp_path, capsys):
    more = ("--validation", place / "train.csv", "--epochs", 2, "--learning-rate", 0.01, "--lora-rank", 2, "--json")
    code, text, err = run(capsys, command(place, tmp_path / "out", *more, "--tensorboard", tmp_path / "log"))
    assert code == 0, err
    found = json.loads(text)
    assert len(found["history"]) == 2 and 0 <= found["history"][1]["val_accuracy"] <= 1 and found["best_epoch"] == 2
    assert {each.name for each in (tmp_path / "out").iterdir()} == {
        "README.md", "config.json", "model.safetensors", "tokenizer_config.json", "vocab.txt"
    }  # fmt: skip
    card = (tmp_path / "out" / "README.md").read_text(encoding="utf-8")
    assert card.startswith('---\nlibrary_name: "transformers"\npipeline_tag: "text-classification"\n')
    for part in ("| 1 | none |", "train.csv, 24 examples", "| epochs | 2 |", f"{found['history'][1]['val_loss']:.4g}"):
        assert part in card, part
    from bert_tf import BertForSequenceClassification

    made = BertForSequenceClassification.from_pretrained(tmp_path / "out")
    assert made.untrained == [] and made.config.id2label == {0: "bear", 1: "none"}
    assert any((tmp_path / "log").iterdir())


@pytest.mark.slow
def test_killed_and_resumed(place, tmp_path, capsys):
    from bert_tf.checkpoints import formats

    more = ("--epochs", 6, "--batch-size", 3, "--learning-rate", 0.01, "--save-every", 2)
    arguments = [str(each) for each in command(place, tmp_path / "killed", *more)]
    state = tmp_path / "killed" / "run" / "state.npz"
    # oneDNN rounds otherwise, and this process is without it.
    variables = {**os.environ, "PYTHONPATH": str(ROOT), "CUDA_VISIBLE_DEVICES": "", "TF_ENABLE_ONEDNN_OPTS": "0"}
    with subprocess.Popen(
        [sys.executable, "-m", "bert_tf", *arguments], env=variables, stderr=subprocess.DEVNULL
    ) as it:
        deadline = time.monotonic() + 200
        while not state.exists() and time.monotonic() < deadline and it.poll() is None:
            time.sleep(0.02)
        it.send_signal(signal.SIGKILL)
    assert state.is_file() and not (tmp_path / "killed" / "config.json").exists()
    code, _, err = run(capsys, arguments)
    assert code == 2 and "holds a run that was killed: resume it" in err
    assert run(capsys, [*arguments, "--resume"])[0] == 0
    assert run(capsys, command(place, tmp_path / "whole", *more))[0] == 0
    one, other = (formats.read(tmp_path / name).tensors for name in ("killed", "whole"))
    for name in one:
        np.testing.assert_array_equal(one[name], other[name], err_msg=name)


REFUSED = {
    "a bad row": ({"train": "bad.csv"}, (), "bad.csv, row 2: words is empty"),
    "no file": ({"train": "none.csv"}, (), "no file"),
    "another head": ({"model": "BertForTokenClassification"}, (), "is a BertForTokenClassification, whose classifier"),
    "out of range": (
        {"model": "BertForSequenceClassification", "train": "far.csv"},
        (),
        "far.csv, row 2: labels are from 0 to 2; received 7",
    ),
    "no column": ({}, ("--label", "other"), "row 1: a column 'other' was expected; it has words, kind"),
    "two columns": (
        {},
        ("--label", "words", "kind"),
        "classification has one column that is its label; ",
    ),
    "no such column": ({"task": "mask"}, (), "mask has the columns text; received label"),
    "no patience": ({}, ("--patience", 1), "needs validation examples"),
    "no recipe": ({}, ("--epochs", 0), "epochs is at least 1"),
    "nothing to resume": ({}, ("--resume",), "has no run that could go on"),
}


@pytest.mark.parametrize(("changes", "more", "text"), REFUSED.values(), ids=REFUSED)
def test_refused(place, tmp_path, capsys, changes, more, text):
    code, out, err = run(capsys, command(place, tmp_path / "out", *more, **changes))
    assert code == 2 and out == "" and text in err


def test_a_folder_that_is_full(place, capsys):
    code, _, err = run(capsys, command(place, place / "full"))
    assert code == 2 and "exists and is not empty; give another place" in err
