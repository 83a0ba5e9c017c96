"""Every tensor is accounted for: what is missing, left over, misshapen, damaged or hostile is refused, and named."""

import collections
import io
import json
import pickle
import zipfile

import numpy as np
import pytest

from bert_tf import BertModel
from bert_tf.checkpoints import formats, safetensors_file
from bert_tf.checkpoints.assign import assign
from bert_tf.checkpoints.checkpoint import BadCheckpoint, Checkpoint
from bert_tf.checkpoints.of_model import of_model
from tests.support import tiny_bert


def changed(model, drop=(), **more):
    found = of_model(model, "there")
    tensors = {name: array for name, array in found.tensors.items() if name not in drop}
    return Checkpoint(found.config, {**tensors, **more}, "there")


def test_all_problems_are_listed_at_once():
    model = tiny_bert.model()
    drop = ["pooler.dense.bias", "encoder.layer.1.output.LayerNorm.weight"]
    bad = changed(model, drop, other=np.zeros(3), **{"embeddings.word_embeddings.weight": np.zeros((30, 12))})
    with pytest.raises(BadCheckpoint) as caught:
        assign(model, bad)
    assert str(caught.value).splitlines()[1:-1] == [
        "  missing: encoder.layer.1.output.LayerNorm.weight [12]",
        "  missing: pooler.dense.bias [12]",
        "  left over: other [3]",
        "  shape: embeddings.word_embeddings.weight is [30, 12], [31, 12] was expected",
    ]


def test_a_refused_checkpoint_changes_nothing():
    model = tiny_bert.model()
    before = [np.asarray(weight) for weight in model.weights]
    with pytest.raises(BadCheckpoint):
        assign(model, changed(tiny_bert.model(seed=1), ["pooler.dense.bias"]))
    for old, new in zip(before, model.weights, strict=True):
        np.testing.assert_array_equal(old, new)


def test_what_may_be_absent_is_named():
    model = tiny_bert.model()
    bad = changed(model, ["pooler.dense.bias"], other=np.zeros(3))
    assert assign(model, bad, missing=["pooler.*"], left_over=["oth*"]) == (["pooler.dense.bias"], ["other"])


def test_a_matrix_that_is_not_transposed_is_seen_by_its_shape():
    model = tiny_bert.model()
    name = "encoder.layer.0.intermediate.dense.weight"
    bad = changed(model, **{name: of_model(model, "").tensors[name].T})
    with pytest.raises(BadCheckpoint, match=r"is \[12, 20\], \[20, 12\] was expected"):
        assign(model, bad)


def test_old_names_prefixes_and_buffers(tmp_path):
    model = tiny_bert.model()
    old = {}
    for name, array in of_model(model, "").tensors.items():
        name = name.replace("LayerNorm.weight", "LayerNorm.gamma").replace("LayerNorm.bias", "LayerNorm.beta")
        old[f"bert.{name}"] = array
    old["bert.embeddings.position_ids"] = np.arange(17)[None]
    safetensors_file.write(tmp_path / "model.safetensors", old)
    model.config.to_json(tmp_path)
    again = BertModel.from_pretrained(tmp_path)
    np.testing.assert_array_equal(again(tiny_bert.inputs())[1], model(tiny_bert.inputs())[1])


def test_a_head_that_the_model_has_not_is_said(tmp_path):
    model = tiny_bert.model()
    tensors = {**of_model(model, "").tensors, "classifier.weight": np.zeros((2, 12), "float32")}
    formats.write(Checkpoint(model.config, tensors, tmp_path), tmp_path / "m", "hf")
    with pytest.warns(UserWarning, match=r"also has a head, which this model does not: classifier\.weight"):
        BertModel.from_pretrained(tmp_path / "m")


def test_a_configuration_that_does_not_fit_the_weights(tmp_path):
    tiny_bert.model().save_pretrained(tmp_path)
    fields = json.loads((tmp_path / "config.json").read_text())
    (tmp_path / "config.json").write_text(json.dumps({**fields, "num_hidden_layers": 3, "type_vocab_size": 2}))
    with pytest.raises(BadCheckpoint) as caught:
        BertModel.from_pretrained(tmp_path)
    assert "missing: encoder.layer.2.attention.self.query.weight [12, 12]" in str(caught.value)
    assert "embeddings.token_type_embeddings.weight is [4, 12], [2, 12] was expected" in str(caught.value)


def test_nothing_there_and_nothing_known(tmp_path):
    with pytest.raises(FileNotFoundError, match="no checkpoint at"):
        BertModel.from_pretrained(tmp_path / "missing")
    (tmp_path / "notes.txt").touch()
    with pytest.raises(BadCheckpoint, match=r"\(notes\.txt\); expected a folder with model\.safetensors"):
        BertModel.from_pretrained(tmp_path)


def safetensors_bytes(header, data=b""):
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return len(text).to_bytes(8, "little") + text + data


ENTRY = {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]}
DAMAGED = {
    "empty": (b"", "its header has no room"),
    "header cut off": (safetensors_bytes({"a": ENTRY})[:20], "its header has no room"),
    "not JSON": (safetensors_bytes(b"{nonsense}"), "its header is not JSON"),
    "data cut off": (safetensors_bytes({"a": ENTRY}, b"1234"), "a .* does not lie within the file"),
    "size": (safetensors_bytes({"a": {**ENTRY, "shape": [3]}}, b"12345678"), "a .* does not lie within the file"),
    "huge": (safetensors_bytes({"a": {**ENTRY, "shape": [2**40, 2**40]}}, b"12345678"), "does not lie within"),
    "dtype": (safetensors_bytes({"a": {**ENTRY, "dtype": "F8"}}, b"12345678"), "dtype F8"),
    "entry": (safetensors_bytes({"a": [1]}), "not one of a tensor"),
}


@pytest.mark.parametrize(("content", "text"), DAMAGED.values(), ids=DAMAGED)
def test_damaged_safetensors(tmp_path, content, text):
    (tmp_path / "model.safetensors").write_bytes(content)
    tiny_bert.config().to_json(tmp_path / "config.json")
    with pytest.raises(BadCheckpoint, match=text):
        BertModel.from_pretrained(tmp_path)


def test_safetensors_without_the_library(tmp_path, monkeypatch):
    import importlib.util

    tensors = {
        "b": np.arange(6, dtype="float32").reshape(2, 3),
        "a": np.zeros((0, 2), "float16"),
        "c": np.int64(3)[None],
    }
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    safetensors_file.write(tmp_path / "ours.safetensors", tensors)
    monkeypatch.undo()
    safetensors_file.write(tmp_path / "theirs.safetensors", tensors)
    from safetensors.numpy import load_file

    for found in (load_file(tmp_path / "ours.safetensors"), safetensors_file.read(tmp_path / "theirs.safetensors")):
        assert set(found) == set(tensors)
        for name, array in tensors.items():
            np.testing.assert_array_equal(found[name], array, strict=True)


class Runs:
    """What a hostile file would run."""

    def __reduce__(self):
        return exec, ("import builtins; builtins.bert_tf_was_hostile = True",)


def zipped(payload):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("archive/data.pkl", payload)
    return file.getvalue()


HOSTILE = {
    "runs code": (zipped(pickle.dumps({"a": Runs()}, 2)), "asks for __builtin__.exec|asks for builtins.exec"),
    "runs code, old layout": (pickle.dumps(0x1950A86A20F9469CFC6C, 2) + pickle.dumps(Runs(), 2), "asks for .*exec"),
    "not tensors": (zipped(pickle.dumps({"a": 3})), "a is a int; a tensor was expected"),
    "no dict": (zipped(pickle.dumps([1, 2])), "holds a list"),
    "no pickle": (zipped(b"nonsense"), "damaged or not a PyTorch state dict"),
    "empty": (b"", "damaged or not a PyTorch state dict"),
    "text": (b"version https://git-lfs", "damaged or not a PyTorch state dict"),
    "another archive": (zipped(b"")[:0] + (lambda f: (zipfile.ZipFile(f, "w").close(), f.getvalue())[1])(io.BytesIO()),
                        "without a PyTorch state dict"),
    "ordered dict of nothing": (zipped(pickle.dumps(collections.OrderedDict(), 2)), "holds a OrderedDict"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "text"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_or_damaged_bin(tmp_path, content, text):
    import builtins

    (tmp_path / "pytorch_model.bin").write_bytes(content)
    tiny_bert.config().to_json(tmp_path / "config.json")
    with pytest.raises(BadCheckpoint, match=text):
        BertModel.from_pretrained(tmp_path)
    assert not hasattr(builtins, "bert_tf_was_hostile")


def test_shards_that_are_missing_or_elsewhere(tmp_path):
    tiny_bert.config().to_json(tmp_path / "config.json")
    for name in ("model-2.safetensors", "../model.safetensors"):
        index = {"weight_map": {"embeddings.word_embeddings.weight": name}}
        (tmp_path / "model.safetensors.index.json").write_text(json.dumps(index))
        with pytest.raises(BadCheckpoint, match="which is not in the folder"):
            BertModel.from_pretrained(tmp_path)
    (tmp_path / "model.safetensors.index.json").write_text("[]")
    with pytest.raises(BadCheckpoint, match="is not an index of shards"):
        BertModel.from_pretrained(tmp_path)


def test_a_preset_of_another_model(tmp_path):
    tiny_bert.model().save_pretrained(tmp_path, format="keras_hub")
    (tmp_path / "bert_config.json").unlink()
    assert formats.read(tmp_path).config.hidden_act == "gelu_new"
    whole = json.loads((tmp_path / "config.json").read_text())
    (tmp_path / "config.json").write_text(json.dumps({**whole, "class_name": "RobertaBackbone"}))
    with pytest.raises(BadCheckpoint, match="is a preset of RobertaBackbone"):
        formats.read(tmp_path)


def test_a_keras_file_of_another_model(tmp_path):
    import keras

    keras.Sequential([keras.Input((3,)), keras.layers.Dense(2)]).save(tmp_path / "other.keras")
    with pytest.raises(BadCheckpoint, match="a model of bert_tf was expected"):
        BertModel.from_pretrained(tmp_path / "other.keras")
    (tmp_path / "text.keras").write_text("nothing")
    with pytest.raises(BadCheckpoint, match="cannot be read"):
        BertModel.from_pretrained(tmp_path / "text.keras")
