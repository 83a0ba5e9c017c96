"""The same stages out of Hugging Face's PyTorch model, by hooks on its modules."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np

from bert_tf import torch_door
from bert_tf.tracing.names import EMBEDDINGS, POOLER
from bert_tf.tracing.record import batch_of

# stage -> the module that gives it, and whether it is what goes in or what comes out of that module
OUT, IN = "out", "in"
EMBEDDING_MODULES = dict(zip(EMBEDDINGS, (
    ("embeddings.word_embeddings", OUT), ("embeddings.position_embeddings", OUT),
    ("embeddings.token_type_embeddings", OUT), ("embeddings.LayerNorm", IN), ("embeddings.LayerNorm", OUT),
    ("embeddings", OUT),
), strict=True))  # fmt: skip
LAYER_MODULES = {
    "attention.query": ("attention.self.query", OUT),
    "attention.key": ("attention.self.key", OUT),
    "attention.value": ("attention.self.value", OUT),
    "attention.joined": ("attention.output.dense", IN),
    "attention.dense": ("attention.output.dense", OUT),
    "attention.residual": ("attention.output.LayerNorm", IN),
    "attention.output": ("attention.output", OUT),
    "intermediate.dense": ("intermediate.dense", OUT),
    "intermediate.activation": ("intermediate", OUT),
    "output.dense": ("output.dense", OUT),
    "output.residual": ("output.LayerNorm", IN),
    "output": ("output", OUT),
}
POOLER_MODULES = dict(zip(POOLER, (("pooler.dense", IN), ("pooler.dense", OUT), ("pooler", OUT)), strict=True))
_LONG = ("input_ids", "token_type_ids", "position_ids", "attention_mask")


def trace_reference(model: Any, inputs: Mapping[str, Any]) -> dict[str, np.ndarray]:
    """Runs Hugging Face's model once, in its own dtype and without dropout; stage -> array, as `trace` gives them.

    Scores and contexts, which that model shows nowhere, are made of its own queries, keys, values, mask and
    probabilities by the formula that it uses.

    Args:
      model: a `transformers.BertModel`, or a model with a head whose attribute `bert` is one.
      inputs: as for `trace`; `head_mask` is not taken, since that model ignores it.
    """
    torch = torch_door.torch()
    bert = getattr(model, "bert", model)
    kept: dict[str, Any] = {}
    given = {
        name: torch.as_tensor(np.asarray(value)) for name, value in batch_of(inputs).items() if name != "head_mask"
    }
    given = {name: value.long() if name in _LONG and value.ndim == 2 else value for name, value in given.items()}
    with _eager(bert), _hooks(bert, kept), torch.no_grad():
        bert(**given)
    return {
        name: value.float().numpy() if value.dtype == torch.bfloat16 else value.numpy() for name, value in kept.items()
    }


@contextlib.contextmanager
def _eager(bert: Any) -> Iterator[None]:
    """Without dropout, and with the attention that returns its probabilities."""
    config, before, training = bert.config, bert.config._attn_implementation, bert.training
    config._attn_implementation = "eager"
    bert.eval()
    try:
        yield
    finally:
        config._attn_implementation = before
        bert.train(training)


@contextlib.contextmanager
def _hooks(bert: Any, kept: dict[str, Any]) -> Iterator[None]:
    handles = [_hook(bert, place, f"embeddings.{stage}", kept) for stage, place in EMBEDDING_MODULES.items()]
    for number, layer in enumerate(bert.encoder.layer):
        for stage, place in LAYER_MODULES.items():
            handles.append(_hook(layer, place, f"layer.{number}.{stage}", kept))
        attention = layer.attention.self
        handles.append(attention.register_forward_hook(_attention(number, kept), with_kwargs=True))
    if bert.pooler is not None:
        handles += [_hook(bert, place, f"pooler.{stage}", kept) for stage, place in POOLER_MODULES.items()]
    try:
        yield
    finally:
        for handle in handles:
            handle.remove()


def _hook(root: Any, place: tuple[str, str], stage: str, kept: dict[str, Any]) -> Any:
    path, side = place

    def keep(module: Any, arguments: Any, result: Any) -> None:
        value = arguments[0] if side == IN else result
        kept[stage] = value[0] if isinstance(value, tuple) else value

    return root.get_submodule(path).register_forward_hook(keep)


def _attention(number: int, kept: dict[str, Any]) -> Callable[..., None]:
    """Splits the heads, and computes what lies between them and the probabilities."""

    def keep(module: Any, arguments: Any, keywords: Mapping[str, Any], result: Any) -> None:
        place = f"layer.{number}.attention."
        mask = keywords.get("attention_mask", arguments[1] if len(arguments) > 1 else None)
        size = module.attention_head_size
        query, key, value = (_split(kept[place + each], size) for each in ("query", "key", "value"))  # [B,N,T,D]
        scores = query @ key.transpose(2, 3) * size**-0.5  # [B,N,T,T]
        probs = result[1]
        kept.update({
            f"{place}query": query,
            f"{place}key": key,
            f"{place}value": value,
            f"{place}scores": scores,
            f"{place}masked_scores": scores if mask is None else scores + mask,
            f"{place}probs": probs,
            f"{place}context": probs @ value,
        })  # fmt: skip

    return keep


def _split(x: Any, size: int) -> Any:
    batch, tokens, width = x.shape
    return x.view(batch, tokens, width // size, size).transpose(1, 2)
