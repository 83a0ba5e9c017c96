"""Read, written and read again, in every pair of formats, a checkpoint is the same to the last bit."""

import itertools

import numpy as np
import pytest

from bert_tf import BertModel
from bert_tf.checkpoints import formats, safetensors_file
from bert_tf.checkpoints.checkpoint import BadCheckpoint, Checkpoint
from bert_tf.checkpoints.of_model import of_model
from tests.support import tiny_bert

VOCABULARY = "\n".join(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *map(chr, range(97, 123))])


def place(folder, name):
    return folder / ("model.keras" if name == "keras" else f"as_{name}")


@pytest.fixture(scope="module")
def checkpoint(tmp_path_factory):
    import tfcompat

    folder = tmp_path_factory.mktemp("vocabulary")
    (folder / "vocab.txt").write_text(VOCABULARY)
    with tfcompat.tf2():
        found = of_model(tiny_bert.model(layer_norm_eps=1e-5, hidden_act="gelu_new"), folder)
    return Checkpoint(found.config, found.tensors, folder, {"vocab.txt": folder / "vocab.txt"})


def assert_same(a, b):
    assert set(a.tensors) == set(b.tensors)
    for name, array in a.tensors.items():
        assert array.dtype == b.tensors[name].dtype
        np.testing.assert_array_equal(array, b.tensors[name], strict=True)
    assert a.config == b.config


@pytest.mark.parametrize(("first", "second"), itertools.product(formats.WRITABLE, repeat=2))
def test_every_pair(checkpoint, tmp_path, first, second):
    formats.write(checkpoint, place(tmp_path / "1", first), first)
    once = formats.read(place(tmp_path / "1", first))
    assert_same(checkpoint, once)
    formats.write(once, place(tmp_path / "2", second), second)
    assert formats.format_of(place(tmp_path / "2", second)) == second
    assert_same(checkpoint, formats.read(place(tmp_path / "2", second)))
    if "keras" not in (first, second):
        (vocabulary,) = place(tmp_path / "2", second).rglob("vocab*.txt")
        assert vocabulary.read_text() == VOCABULARY


@pytest.mark.parametrize("name", [name for name in formats.WRITABLE if name != "keras_hub"])
def test_without_a_pooler(tmp_path, name):
    model = tiny_bert.model(add_pooling_layer=False)
    model.save_pretrained(place(tmp_path, name), format=name)
    with pytest.warns(UserWarning, match="has no pooler; the model has none either"):
        again = BertModel.from_pretrained(place(tmp_path, name))
    assert again.pooler is None
    ids = tiny_bert.inputs()
    np.testing.assert_array_equal(again(ids).last_hidden_state, model(ids).last_hidden_state)


@pytest.mark.parametrize("name", ["hf", "keras"])
def test_pruned_heads(tmp_path, name):
    model = tiny_bert.model()
    model.prune_heads({0: [1], 1: [0, 2]})
    model.save_pretrained(place(tmp_path, name), format=name)
    again = BertModel.from_pretrained(place(tmp_path, name))
    assert again.config.pruned_heads == {0: (1,), 1: (0, 2)}
    np.testing.assert_array_equal(again(tiny_bert.inputs())[0], model(tiny_bert.inputs())[0])


def test_what_a_format_cannot_hold_is_refused_before_anything_is_written(tmp_path):
    model = tiny_bert.model()
    model.prune_heads({0: [1]})
    for name in ("tf1", "keras_hub"):
        with pytest.raises(BadCheckpoint, match="pruned"):
            model.save_pretrained(tmp_path / name, format=name)
    with pytest.raises(BadCheckpoint, match=r"needs pooler\.dense\.bias"):
        tiny_bert.model(add_pooling_layer=False).save_pretrained(tmp_path / "no_pooler", format="keras_hub")
    with pytest.raises(ValueError, match="format is one of hf, keras_hub, tf1, keras; got 'onnx'"):
        model.save_pretrained(tmp_path / "x", format="onnx")
    assert list(tmp_path.iterdir()) == []


def test_heads_go_through_tf1_and_hugging_face(tmp_path, checkpoint):
    draw = np.random.default_rng(1)
    heads = {
        "cls.predictions.transform.dense.weight": (12, 12), "cls.predictions.transform.dense.bias": (12,),
        "cls.predictions.transform.LayerNorm.weight": (12,), "cls.predictions.transform.LayerNorm.bias": (12,),
        "cls.predictions.bias": (31,), "cls.seq_relationship.weight": (2, 12), "cls.seq_relationship.bias": (2,),
    }  # fmt: skip
    tensors = {
        **checkpoint.tensors,
        **{name: draw.normal(size=shape).astype("float32") for name, shape in heads.items()},
    }
    whole = Checkpoint(checkpoint.config, tensors, checkpoint.source)
    formats.write(whole, tmp_path / "tf1", "tf1")
    formats.write(formats.read(tmp_path / "tf1"), tmp_path / "hf", "hf")
    assert_same(whole, formats.read(tmp_path / "hf"))


def test_an_old_tf_model_h5(tmp_path, checkpoint):
    """The layout of transformers 4: `bert/tf_bert_model/bert/encoder/layer_._0/…/kernel:0`."""
    import h5py

    with h5py.File(tmp_path / "tf_model.h5", "w") as file:
        for name, array in checkpoint.tensors.items():
            *inner, leaf = name.replace("layer.", "layer_._").split(".")
            if inner[-1] in ("position_embeddings", "token_type_embeddings"):
                leaf = "embeddings"
            elif inner[-1] == "LayerNorm":
                leaf = {"weight": "gamma", "bias": "beta"}[leaf]
            elif leaf == "weight" and inner[-1] != "word_embeddings":
                leaf, array = "kernel", array.T
            file["/".join(["bert", "tf_bert_model", "bert", *inner, f"{leaf}:0"])] = array
        file["bert/mlm___cls/predictions/bias:0"] = np.zeros(31, "float32")
    checkpoint.config.to_json(tmp_path / "config.json")
    found = formats.read(tmp_path)
    assert set(found.tensors) == {*checkpoint.tensors, "cls.predictions.bias"}
    assert_same(
        checkpoint, Checkpoint(found.config, {name: found.tensors[name] for name in checkpoint.tensors}, tmp_path)
    )


def test_what_is_written_is_whole_or_not_at_all(tmp_path, checkpoint, monkeypatch):
    formats.write(checkpoint, tmp_path / "model", "hf")
    before = (tmp_path / "model" / "model.safetensors").read_bytes()

    def fail(*arguments):
        raise OSError("disk full")

    monkeypatch.setattr("bert_tf.checkpoints.safetensors_file.write", fail)
    with pytest.raises(OSError, match="disk full"):
        formats.write(checkpoint, tmp_path / "model", "hf")
    assert (tmp_path / "model" / "model.safetensors").read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["model"]


def test_gelu_of_a_google_checkpoint_is_asked_for(tmp_path):
    model = tiny_bert.model()
    model.save_pretrained(tmp_path, format="tf1")
    (tmp_path / "config.json").unlink()  # as google-research/bert leaves it
    assert formats.read(tmp_path).config.hidden_act == "gelu"
    assert formats.read(tmp_path / "bert_model.ckpt", gelu="tanh").config.hidden_act == "gelu_new"
    with pytest.raises(ValueError, match="gelu is 'erf' or 'tanh'"):
        formats.read(tmp_path, gelu="maybe")
    model.save_pretrained(tmp_path / "hf")
    with pytest.raises(ValueError, match="gelu is for TensorFlow 1 checkpoints"):
        BertModel.from_pretrained(tmp_path / "hf", gelu="tanh")


def test_forgotten_numbers_are_read_again(tmp_path):
    expected = {"a": np.arange(5000, dtype="float32"), "b": np.ones([3, 4], "float32")}
    safetensors_file.write(tmp_path / "x.safetensors", expected)
    found = safetensors_file.read(tmp_path / "x.safetensors")
    for _ in range(2):
        for name, array in expected.items():
            np.testing.assert_array_equal(found[name], array)
            safetensors_file.forget(found[name])
    safetensors_file.forget(expected["a"])
    np.testing.assert_array_equal(expected["a"][:3], [0, 1, 2])
