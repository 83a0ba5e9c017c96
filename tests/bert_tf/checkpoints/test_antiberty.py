"""AntiBERTy's `pytorch_model.bin`, 26 million trained numbers, an MLM head and three of its own, without PyTorch."""

import importlib.util
from pathlib import Path

import numpy as np
import pytest

from bert_tf import BertModel
from bert_tf.checkpoints import formats
from bert_tf.checkpoints.checkpoint import BadCheckpoint, Checkpoint

OWN_HEADS = ("cls.species.*", "cls.chain.*", "cls.graft.*")


@pytest.fixture(scope="module")
def folder():
    spec = importlib.util.find_spec("antiberty")
    return Path(spec.submodule_search_locations[0]) / "trained_models" / "AntiBERTy_md_smooth"


def test_its_own_heads_must_be_named(folder):
    with pytest.raises(BadCheckpoint) as caught:
        BertModel.from_pretrained(folder)
    found = [line.split()[2] for line in str(caught.value).splitlines() if "left over:" in line]
    assert found == [f"cls.{head}.{part}" for head in ("species", "chain", "graft") for part in ("weight", "bias")]


def test_it_loads_and_attends_to_the_whole_text(folder):
    with pytest.warns(UserWarning, match=r"also has a head.*cls\.predictions\.decoder\.weight"):
        model = BertModel.from_pretrained(folder, left_over=OWN_HEADS)
    assert (model.config.num_hidden_layers, model.config.hidden_size, model.config.vocab_size) == (8, 512, 25)
    ids = np.arange(5, 15)[None]
    before = np.asarray(model(ids).last_hidden_state)
    ids[0, -1] = 20
    assert np.isfinite(before).all() and np.abs(np.asarray(model(ids).last_hidden_state) - before)[0, 0].max() > 1e-3


def test_its_mlm_head_survives_tf1(folder, tmp_path):
    whole = formats.read(folder)
    kept = {
        name: array for name, array in whole.tensors.items() if name.split(".")[1] not in ("species", "chain", "graft")
    }
    formats.write(Checkpoint(whole.config, kept, folder), tmp_path / "tf1", "tf1")
    formats.write(formats.read(tmp_path / "tf1"), tmp_path / "hf", "hf")
    again = formats.read(tmp_path / "hf").tensors
    tied = {"cls.predictions.decoder.weight", "cls.predictions.decoder.bias"}
    assert set(again) == set(kept) - tied
    for name, array in again.items():
        np.testing.assert_array_equal(array, kept[name], strict=True)
    for name, stands_for in (("weight", "embeddings.word_embeddings.weight"), ("bias", "cls.predictions.bias")):
        if f"cls.predictions.decoder.{name}" in kept:
            np.testing.assert_array_equal(kept[f"cls.predictions.decoder.{name}"], kept[stands_for])
