"""`examples/bert_tf/fine_tune_queries.py`: what it writes, and the command that it tells."""

import argparse
import importlib.util
import shlex
from pathlib import Path

import pytest

from bert_tf import BertTokenizer
from bert_tf.cli import fine_tune
from bert_tf.train.data import rows

SCRIPT = Path(__file__).resolve().parents[3] / "examples" / "bert_tf" / "fine_tune_queries.py"


@pytest.fixture(scope="module")
def script():
    spec = importlib.util.spec_from_file_location("fine_tune_queries", SCRIPT)
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def test_queries(script):
    found = script.rows(200, 3)
    assert found == script.rows(200, 3) != script.rows(200, 4)
    known = set(script.vocabulary())
    assert {word for row in found for word in row["text"].split()} <= known
    assert {row["label"] for row in found} == set(script.WISHES)


def test_the_command_that_it_tells(script, tmp_path, capsys):
    script.main(tmp_path)
    words = shlex.split(capsys.readouterr().out)
    parser = argparse.ArgumentParser()
    fine_tune.add_to(parser.add_subparsers())
    chosen = parser.parse_args(words[1:])
    assert words[0] == "bert-tf" and chosen.epochs == 8
    assert len(rows.rows(chosen.train)) == 1000 and len(rows.rows(chosen.validation)) == 300
    assert len(BertTokenizer.from_pretrained(chosen.model)) == len(script.vocabulary())
