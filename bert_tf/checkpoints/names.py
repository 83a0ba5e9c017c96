"""One table of weight names: Hugging Face's, and what each other format calls them.

`{i}` stands for the number of a layer. A kernel is a dense layer's matrix, which every format but Hugging Face's keeps
as [inputs, outputs].
"""

from __future__ import annotations

import re
from typing import NamedTuple

VECTOR, TABLE, KERNEL, QKV_KERNEL, QKV_BIAS, JOIN_KERNEL = "vector table kernel qkv_kernel qkv_bias join_kernel".split()


class Name(NamedTuple):
    """`kind` says how the layouts differ; a format that has no such tensor has an empty name."""

    hugging_face: str
    tf1: str
    keras_hub: str
    kind: str

    def of_layer(self, number: int) -> Name:
        """The row for one layer."""
        hugging_face, tf1, keras_hub = (
            text.replace("{i}", str(number)).replace("{_i}", f"_{number}" if number else "") for text in self[:3]
        )
        return Name(hugging_face, tf1, keras_hub, self.kind)


def _dense(hugging_face: str, tf1: str, keras_hub: str = "", kernel: str = KERNEL, bias: str = VECTOR) -> list[Name]:
    return [
        Name(f"{hugging_face}.weight", f"{tf1}/kernel", keras_hub and f"{keras_hub}/vars/0", kernel),
        Name(f"{hugging_face}.bias", f"{tf1}/bias", keras_hub and f"{keras_hub}/vars/1", bias),
    ]


def _norm(hugging_face: str, tf1: str, keras_hub: str = "") -> list[Name]:
    return [
        Name(f"{hugging_face}.weight", f"{tf1}/gamma", keras_hub and f"{keras_hub}/vars/0", VECTOR),
        Name(f"{hugging_face}.bias", f"{tf1}/beta", keras_hub and f"{keras_hub}/vars/1", VECTOR),
    ]


_L, _T, _K = "encoder.layer.{i}", "bert/encoder/layer_{i}", "layers/transformer_encoder{_i}"
_A = f"{_K}/_self_attention_layer"
MODEL = [
    Name("embeddings.word_embeddings.weight", "bert/embeddings/word_embeddings",
         "layers/reversible_embedding/vars/0", TABLE),
    Name("embeddings.position_embeddings.weight", "bert/embeddings/position_embeddings",
         "layers/position_embedding/vars/0", TABLE),
    Name("embeddings.token_type_embeddings.weight", "bert/embeddings/token_type_embeddings",
         "layers/embedding/vars/0", TABLE),
    *_norm("embeddings.LayerNorm", "bert/embeddings/LayerNorm", "layers/layer_normalization"),
    *(row for part in ("query", "key", "value") for row in _dense(
        f"{_L}.attention.self.{part}", f"{_T}/attention/self/{part}", f"{_A}/{part}_dense", QKV_KERNEL, QKV_BIAS)),
    *_dense(f"{_L}.attention.output.dense", f"{_T}/attention/output/dense", f"{_A}/output_dense", JOIN_KERNEL),
    *_norm(f"{_L}.attention.output.LayerNorm", f"{_T}/attention/output/LayerNorm", f"{_K}/_self_attention_layer_norm"),
    *_dense(f"{_L}.intermediate.dense", f"{_T}/intermediate/dense", f"{_K}/_feedforward_intermediate_dense"),
    *_dense(f"{_L}.output.dense", f"{_T}/output/dense", f"{_K}/_feedforward_output_dense"),
    *_norm(f"{_L}.output.LayerNorm", f"{_T}/output/LayerNorm", f"{_K}/_feedforward_layer_norm"),
    *_dense("pooler.dense", "bert/pooler/dense", "layers/dense"),
]  # fmt: skip
HEADS = [
    *_dense("cls.predictions.transform.dense", "cls/predictions/transform/dense"),
    *_norm("cls.predictions.transform.LayerNorm", "cls/predictions/transform/LayerNorm"),
    Name("cls.predictions.bias", "cls/predictions/output_bias", "", VECTOR),
    # google-research/bert keeps these two as [outputs, inputs], as Hugging Face does.
    Name("cls.seq_relationship.weight", "cls/seq_relationship/output_weights", "", TABLE),
    Name("cls.seq_relationship.bias", "cls/seq_relationship/output_bias", "", VECTOR),
    Name("classifier.weight", "output_weights", "", TABLE),
    Name("classifier.bias", "output_bias", "", VECTOR),
    Name("qa_outputs.weight", "cls/squad/output_weights", "", TABLE),
    Name("qa_outputs.bias", "cls/squad/output_bias", "", VECTOR),
    Name("cls.predictions.decoder.weight", "", "", TABLE),
    Name("cls.predictions.decoder.bias", "", "", VECTOR),
]
# What a file may hold beside weights: buffers, an optimizer's slots, the step.
NOT_WEIGHTS = re.compile(
    r"(embeddings\.(position_ids|token_type_ids)|.*/(adam_[mv]|Adam(_\d+)?|LAMB\w*)|global_step|"
    r"(bad|good)_steps|current_loss_scale|_CHECKPOINTABLE_OBJECT_GRAPH)$"
)
_OLD = re.compile(r"\b(LayerNorm|layer_norm)\.(gamma|beta)$")


def canonical(name: str) -> str:
    """A name of Hugging Face's of any age: without `bert.`, with weight and bias for gamma and beta."""
    name = name.removeprefix("bert.")
    old = _OLD.search(name)
    return name[: old.start(2)] + ("weight" if old[2] == "gamma" else "bias") if old else name


def rows(layers: int) -> list[Name]:
    """The whole table for a model of so many layers, heads last."""
    found = [each for each in MODEL if "{i}" not in each.hugging_face]
    of_layers = [each for each in MODEL if "{i}" in each.hugging_face]
    for number in range(layers):
        found += [each.of_layer(number) for each in of_layers]
    return found + HEADS
