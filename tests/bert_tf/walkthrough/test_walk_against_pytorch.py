"""The walkthrough beside PyTorch: equal where it is, and the first step named where it is not."""

import json

import numpy as np
import pytest

from bert_tf.cli.main import main
from bert_tf.walkthrough import as_text, sources
from bert_tf.walkthrough.walk import walk
from tests.bert_tf.walkthrough.test_walk import POSTS, tiny_source


def test_mini_lm(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["walkthrough", "--json"])
    found = json.loads(capsys.readouterr().out)
    assert ended.value.code == 0 and found["title"] == "all-MiniLM-L6-v2" and found["departs"] is None
    rows = [row for step in found["steps"] for row in step["pytorch"]]
    assert len(rows) == 6 + 6 * 16 + 3 + 1 and all(row["equal"] for row in rows)
    assert max(row["max_relative"] for row in rows) < 5e-6


def test_drawn_weights_are_given_to_pytorch():
    found = walk(tiny_source(), POSTS)
    assert found.compared and found.departs is None
    assert all(len(each.rows) == (2 if "{i}" in each.step.stage else 1) for each in found.taken)
    assert "All 42 stages are PyTorch's within 1e-05" in as_text.whole(found)


def test_a_step_that_departs_is_named(monkeypatch):
    source = tiny_source()
    theirs = source.reference()
    weight = theirs.encoder.layer[1].intermediate.dense.bias
    weight.data += 0.1
    monkeypatch.setattr(sources.Source, "reference", lambda self: theirs)
    found = walk(source, POSTS)
    assert found.departs == "layer.1.intermediate.dense"
    text = as_text.whole(found)
    assert "layer.1.intermediate.dense is the first of 42 stages to depart" in text
    (row,) = [each for each in found.taken if each.step.stage.endswith("intermediate.dense")]
    assert row.worst.stage == "layer.1.intermediate.dense"
    np.testing.assert_allclose(row.worst.max_abs, 0.1, atol=1e-5)
