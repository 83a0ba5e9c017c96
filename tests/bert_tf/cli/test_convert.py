"""`bert-tf convert`: what it says, what it returns, what it refuses."""

import json

import numpy as np
import pytest

from bert_tf.checkpoints import convert as conversion
from bert_tf.checkpoints import formats
from bert_tf.checkpoints.checkpoint import Checkpoint
from bert_tf.checkpoints.of_model import of_model
from bert_tf.cli import convert as command
from bert_tf.cli.main import main
from tests.support import tiny_bert


@pytest.fixture(autouse=True)
def without_pytorch(monkeypatch):
    monkeypatch.setattr("bert_tf.torch_door.available", lambda: False)


def run(capsys, *arguments):
    with pytest.raises(SystemExit) as ended:
        main(["convert", *map(str, arguments)])
    out, err = capsys.readouterr()
    return ended.value.code, out, err


@pytest.fixture
def folder(tmp_path):
    tiny_bert.model().save_pretrained(tmp_path / "in")
    return tmp_path


def test_there_and_back(folder, capsys):
    code, out, _ = run(capsys, folder / "in", folder / "tf1", "--to", "tf1")
    assert code == 0
    assert out.splitlines()[1:4] == [
        f"written     tf1        {folder / 'tf1'}: 39 tensors, 3,172 numbers",
        "read back   39 of 39 tensors are equal to the last bit",
        "stages      41 of 41 are equal within 0",
    ]
    assert "google-research/bert computes gelu by tanh" in out
    assert run(capsys, folder / "tf1", folder / "out", "--to", "hf")[0] == 0
    assert (folder / "out" / "model.safetensors").read_bytes() == (folder / "in" / "model.safetensors").read_bytes()


def test_json(folder, capsys):
    code, out, _ = run(capsys, folder / "in", folder / "x.keras", "--to", "keras", "--json")
    found = json.loads(out)
    assert code == 0 and found["equal"] and found["from"] == "hf" and found["to"] == "keras"
    assert found["stages"]["departs"] is None and found["differing"] == [] and found["pytorch"] is None


def test_a_file_that_came_back_otherwise_is_seen(folder, capsys, monkeypatch):
    write = formats.FORMATS["tf1"].write

    def damaged(checkpoint, path):
        name = "encoder.layer.1.intermediate.dense.weight"
        write(Checkpoint(checkpoint.config, {**checkpoint.tensors, name: checkpoint.tensors[name] * 2}, path), path)

    monkeypatch.setattr(formats.FORMATS["tf1"], "write", damaged)
    code, out, _ = run(capsys, folder / "in", folder / "tf1", "--to", "tf1")
    assert code == 1
    assert "38 of 39 tensors" in out and "differs     encoder.layer.1.intermediate.dense.weight" in out
    assert "layer.1.intermediate.dense is the first to depart" in out


def test_what_cannot_be_done_is_refused_and_nothing_written(folder, capsys):
    model = tiny_bert.model()
    headed = {**of_model(model, folder).tensors, "classifier.weight": np.ones((2, 12), "float32")}
    formats.write(Checkpoint(model.config, headed, folder), folder / "headed", "hf")
    before = sorted(each.name for each in folder.iterdir())
    for arguments, text in (
        ((folder / "none", folder / "x", "--to", "hf"), "no checkpoint at"),
        ((folder / "in", folder / "x", "--to", "keras"), "ends in .keras"),
        ((folder / "in", folder / "headed", "--to", "tf1"), "holds a checkpoint of the format hf"),
        ((folder / "headed", folder / "x", "--to", "keras_hub"), "no place for classifier.weight"),
        ((folder / "headed", folder / "x.keras", "--to", "keras"), "no place for classifier.weight"),
        ((folder / "in", folder / "x", "--to", "hf", "--drop", "cls.*"), "is called 'cls.*'"),
        ((folder / "in", folder / "x", "--to", "hf", "--gelu", "tanh"), "gelu is for TensorFlow 1 checkpoints"),
    ):
        code, out, err = run(capsys, *arguments)
        assert (code, out) == (2, "") and text in err
    assert sorted(each.name for each in folder.iterdir()) == before
    code, out, _ = run(capsys, folder / "headed", folder / "x", "--to", "keras_hub", "--drop", "classifier.*")
    assert code == 0 and "left out    classifier.weight" in out


def test_notes_say_what_the_other_program_computes_otherwise():
    exact, tanh = tiny_bert.config(), tiny_bert.config(hidden_act="gelu_new")
    assert conversion.notes(tanh, "tf1") == conversion.notes(tanh, "keras_hub") == conversion.notes(exact, "hf") == []
    (note,) = conversion.notes(tiny_bert.config(hidden_act="relu", layer_norm_eps=1e-5), "tf1")
    assert "1e-12" in note and "1e-05" in note
    assert len(conversion.notes(tiny_bert.config(layer_norm_eps=1e-5), "keras_hub")) == 2


def test_the_formats_to_choose_from_are_those_that_can_be_written():
    assert sorted(command.FORMATS) == sorted(formats.WRITABLE)
