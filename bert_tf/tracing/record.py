"""`trace`: the ordinary model runs, and a listener keeps what it is asked to keep."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import tensorflow as tf

from bert_tf.listening import listening
from bert_tf.tracing.names import matching, stage_names


def trace(
    model: Any, inputs: Mapping[str, Any], stages: str | Iterable[str] | None = None, training: bool = False
) -> dict[str, Any]:
    """Runs the model once and returns its stages in the order in which they were computed.

        found = bert_tf.trace(model, tokenizer("The animal was too tired."), "layer.*.attention.probs")
        found["layer.0.attention.probs"]  # [B,N,T,T]

    Shapes: embeddings and outputs [B,T,H]; query, key, value and context [B,N,T,D]; scores and probs [B,N,T,T];
    joined [B,T,N·D]; intermediate [B,T,I]; pooler [B,H].

    In a `tf.function`, or on the placeholders of a TensorFlow 1 graph, the stages are tensors of that graph.

    Args:
      model: a `BertModel`, or any Keras model that calls one.
      inputs: what the model is called with, as a tokenizer returns it; single texts are taken as a batch of one.
      stages: names, or patterns of names as for files; None for all. What is not asked for is not kept.
      training: with dropout.

    Raises:
      ValueError: a pattern describes no stage, or an input does not fit the model.
    """
    bert = bert_of(model)
    known = stage_names(bert.config, bert.pooler is not None)
    wanted = set(matching(known, stages))
    kept: dict[str, Any] = {}

    def keep(stage: str, value: Any) -> None:
        if stage in wanted:
            kept[stage] = value

    given = batch_of(inputs)
    symbolic = any(map(tf.is_symbolic_tensor, tf.nest.flatten(given, expand_composites=True)))
    with contextlib.nullcontext() if symbolic else tf.init_scope(), listening(keep):
        model(given, training=training)
    return {name: kept[name] if symbolic else _array(kept[name]) for name in known if name in kept}


def batch_of(inputs: Mapping[str, Any]) -> dict[str, Any]:
    """The inputs as arrays with a batch dimension; what a model does not take is left out."""
    from bert_tf.inputs import INPUTS

    found = {}
    for name, value in inputs.items():
        if name not in INPUTS or value is None:
            continue
        array = value if isinstance(value, (tf.Tensor, tf.RaggedTensor)) else np.asarray(_plain(value))
        rank = array.ndim if isinstance(array, np.ndarray) else array.shape.rank
        found[name] = array[np.newaxis] if rank == 1 and name != "head_mask" else array
    if not found:
        raise ValueError(
            f"inputs is a mapping with {', '.join(INPUTS[:3])}; received {', '.join(inputs) or 'nothing'}."
        )
    return found


def _plain(value: Any) -> Any:
    """PyTorch's tensors as arrays, without importing it."""
    return value.detach().cpu().numpy() if hasattr(value, "detach") else value


def _array(value: Any) -> np.ndarray:
    array = value.numpy()
    return array.astype("float32") if array.dtype.name == "bfloat16" else array


def bert_of(model: Any) -> Any:
    """The `BertModel` itself, or the first one inside of a model."""
    from bert_tf.model import BertModel

    if isinstance(model, BertModel):
        return model
    for each in model._flatten_layers():
        if isinstance(each, BertModel):
            return each
    raise ValueError(
        f"a bert_tf.BertModel, or a Keras model with one inside, was expected; received {type(model).__name__}."
    )
