"""BertConfig: Hugging Face's fields and defaults, there and back, and what no BERT can have."""

import dataclasses
import json

import pytest

from bert_tf import BertConfig


def test_defaults_are_bert_base():
    config = BertConfig()
    assert (config.vocab_size, config.hidden_size, config.num_hidden_layers) == (30522, 768, 12)
    assert (config.hidden_act, config.layer_norm_eps, config.type_vocab_size) == ("gelu", 1e-12, 2)
    assert (config.head_size, config.heads_kept(0)) == (64, 12)


def test_is_frozen():
    with pytest.raises(dataclasses.FrozenInstanceError):
        BertConfig().hidden_size = 3


def test_json_there_and_back(tmp_path):
    config = BertConfig(
        hidden_size=12,
        num_attention_heads=3,
        hidden_act="relu",
        layer_norm_eps=1e-5,
        id2label={0: "no", 1: "yes", 2: "so"},
        pruned_heads={2: (1, 0)},
        attention_mask_value=-10000.0,
        extra={"transformers_version": "5"},
    )
    path = config.to_json(tmp_path)
    assert path == tmp_path / "config.json" and BertConfig.from_json(tmp_path) == config == BertConfig.from_json(path)
    fields = json.loads(path.read_text())
    assert fields["model_type"] == "bert" and fields["transformers_version"] == "5"
    assert fields["id2label"] == {"0": "no", "1": "yes", "2": "so"} and fields["label2id"]["so"] == 2
    assert config.num_labels == 3 and config.pruned_heads == {2: (0, 1)}


def test_what_says_nothing_about_the_model_is_kept():
    config = BertConfig.from_dict({"hidden_size": 24, "torch_dtype": "float32", "pruned_heads": None})
    assert config.hidden_size == 24 and config.extra == {"torch_dtype": "float32"}
    assert config.to_dict()["torch_dtype"] == "float32"


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"hidden_size": 10, "num_attention_heads": 3}, r"hidden_size \(10\) must be a multiple of.*\(3\)"),
        ({"vocab_size": 0}, "vocab_size is a whole number of at least 1; got 0"),
        ({"type_vocab_size": 2.0}, "type_vocab_size is a whole number.*got 2.0"),
        ({"hidden_dropout_prob": 1.0}, "hidden_dropout_prob is a number from 0 to below 1"),
        ({"layer_norm_eps": -1e-5}, "layer_norm_eps is a number of at least 0"),
        ({"hidden_act": "Gelu"}, "hidden_act is one of .*gelu_new.*got 'Gelu'"),
        ({"position_embedding_type": "relative_key"}, "position_embedding_type is 'absolute'"),
        ({"is_decoder": True}, "this BERT is an encoder"),
        ({"pad_token_id": 30522}, "pad_token_id is from 0 to vocab_size - 1"),
        ({"attention_mask_value": -1.0}, "attention_mask_value is None or at most -1000"),
        ({"pruned_heads": {12: [0]}}, "names layer 12; the layers are 0 to 11"),
        ({"pruned_heads": {0: [12]}}, "the heads are 0 to 11"),
        ({"pruned_heads": {0: range(12)}}, "leaves no head in layer 0"),
    ],
)
def test_refuses(fields, text):
    with pytest.raises(ValueError, match=text):
        BertConfig.from_dict(fields)


def test_refuses_files_that_are_not_a_berts(tmp_path):
    with pytest.raises(FileNotFoundError, match="no configuration at"):
        BertConfig.from_json(tmp_path)
    for text, problem in (
        ("{", "is not JSON"),
        ("[1]", "holds a list"),
        ('{"model_type": "gpt2"}', "expected a configuration with model_type 'bert'; got 'gpt2'"),
    ):
        (tmp_path / "config.json").write_text(text)
        with pytest.raises(ValueError, match=problem):
            BertConfig.from_json(tmp_path)


def test_changed_and_with_pruned():
    config = BertConfig().changed(hidden_act="silu")
    assert config.hidden_act == "silu"
    with pytest.raises(ValueError, match="has no field colour"):
        config.changed(colour=1)
    pruned = config.with_pruned({0: [1]}).with_pruned({0: [3], 2: [0]})
    assert pruned.pruned_heads == {0: (1, 3), 2: (0,)} and pruned.heads_kept(0) == 10
