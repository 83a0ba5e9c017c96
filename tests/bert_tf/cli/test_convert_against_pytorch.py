"""`bert-tf convert` compares with PyTorch's model where one side is Hugging Face's folder."""

import pytest

from bert_tf.checkpoints.convert import convert
from bert_tf.cli.main import main
from tests.support import tiny_bert


def test_both_directions(tmp_path, capsys):
    tiny_bert.model(hidden_act="relu").save_pretrained(tmp_path / "in")
    for source, target, to in (("in", "x.keras", "keras"), ("x.keras", "out", "hf")):
        with pytest.raises(SystemExit) as ended:
            main(["convert", str(tmp_path / source), str(tmp_path / target), "--to", to])
        out = capsys.readouterr().out
        assert ended.value.code == 0 and "PyTorch     41 of 41 are equal within 1e-05" in out


def test_without_a_pooler(tmp_path):
    tiny_bert.model(add_pooling_layer=False).save_pretrained(tmp_path / "in")
    found = convert(tmp_path / "in", tmp_path / "out", "tf1")
    assert found.equal and found.pytorch is not None and len(found.pytorch.rows) == 38


def test_pruned_heads_are_not_for_pytorch(tmp_path):
    model = tiny_bert.model()
    model.prune_heads({0: [1]})
    model.save_pretrained(tmp_path / "in")
    found = convert(tmp_path / "in", tmp_path / "x.keras", "keras")
    assert found.equal and found.pytorch is None
