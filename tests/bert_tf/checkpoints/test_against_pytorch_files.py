"""Files that PyTorch, transformers and keras_hub wrote, and files for them."""

import keras
import keras_hub
import numpy as np
import pytest
import torch
import transformers

from bert_tf import BertModel, compare
from bert_tf.checkpoints import formats, torch_bin
from tests.support import tiny_bert


@pytest.mark.parametrize("old", [False, True], ids=["zip", "sequence"])
def test_bin_files_of_both_layouts(tmp_path, old):
    base = torch.arange(24, dtype=torch.float32).reshape(4, 6)
    state = {
        "whole": base,
        "view": base[1:3, ::2],
        "transposed": base.T,
        "shared": base[0],
        "half": base.half(),
        "bfloat": base.bfloat16() / 3,
        "long": torch.arange(3),
        "parameter": torch.nn.Parameter(base + 1),
        "scalar": torch.tensor(2.5),
        "empty": torch.zeros(0, 3),
    }
    torch.save(state, tmp_path / "x.bin", _use_new_zipfile_serialization=not old)
    found = torch_bin.read(tmp_path / "x.bin")
    assert list(found) == list(state)
    for name, tensor in state.items():
        tensor = tensor.float() if name == "bfloat" else tensor
        np.testing.assert_array_equal(found[name], tensor.detach().numpy(), strict=True)
    content = (tmp_path / "x.bin").read_bytes()
    for end in (10, len(content) // 2, len(content) - 40):
        (tmp_path / "cut.bin").write_bytes(content[:end])
        with pytest.raises(formats.BadCheckpoint):
            torch_bin.read(tmp_path / "cut.bin")


@pytest.mark.parametrize("shards", ["5KB", "1GB"])
def test_folders_of_transformers(tmp_path, shards):
    theirs = tiny_bert.hugging_face(tiny_bert.model())
    theirs.save_pretrained(tmp_path, max_shard_size=shards)
    assert (tmp_path / "model.safetensors").exists() == (shards == "1GB")
    assert compare(BertModel.from_pretrained(tmp_path), theirs, tiny_bert.inputs()).equal


def test_what_we_write_transformers_reads(tmp_path):
    ours = tiny_bert.model(hidden_act="relu", layer_norm_eps=1e-5)
    ours.save_pretrained(tmp_path)
    theirs, report = transformers.BertModel.from_pretrained(tmp_path, output_loading_info=True)
    assert not report["missing_keys"] and not report["unexpected_keys"]
    assert compare(ours, theirs, tiny_bert.inputs()).equal


def test_what_we_write_keras_hub_reads(tmp_path):
    ours = tiny_bert.model(hidden_act="gelu_new")  # what keras_hub computes
    ours.save_pretrained(tmp_path, format="keras_hub")
    theirs = keras_hub.models.BertBackbone.from_preset(str(tmp_path))
    given = tiny_bert.inputs()
    names = {"input_ids": "token_ids", "attention_mask": "padding_mask", "token_type_ids": "segment_ids"}
    found = theirs({names[name]: keras.ops.convert_to_tensor(value) for name, value in given.items()})
    expected = ours(given)
    seen = given["attention_mask"].astype(bool)
    np.testing.assert_allclose(found["sequence_output"].numpy()[seen], expected[0].numpy()[seen], atol=1e-5)
    np.testing.assert_allclose(found["pooled_output"], expected[1], atol=1e-5)


def test_what_keras_hub_writes_is_read(tmp_path):
    theirs = keras_hub.models.BertBackbone(
        vocabulary_size=31, num_layers=3, num_heads=3, hidden_dim=12, intermediate_dim=20, dropout=0.1,
        max_sequence_length=17, num_segments=4,
    )  # fmt: skip
    theirs.save_to_preset(str(tmp_path))
    ours = BertModel.from_pretrained(tmp_path)
    ids = tiny_bert.inputs(padded=False)["input_ids"]
    given = {"token_ids": ids, "padding_mask": np.ones_like(ids), "segment_ids": np.zeros_like(ids)}
    found = theirs({name: keras.ops.convert_to_tensor(value) for name, value in given.items()})
    np.testing.assert_allclose(found["sequence_output"], ours(ids)[0], atol=1e-5)
