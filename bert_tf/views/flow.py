"""Which stage is made of which: the arrows of the stage view. `{i}` is a layer, `{input}` what goes into it."""

from __future__ import annotations

from collections.abc import Iterable

_A = "layer.{i}.attention."
FLOW = {
    "embeddings.sum": ("embeddings.word", "embeddings.position", "embeddings.token_type"),
    "embeddings.norm": ("embeddings.sum",),
    "embeddings.output": ("embeddings.norm",),
    f"{_A}query": ("{input}",),
    f"{_A}key": ("{input}",),
    f"{_A}value": ("{input}",),
    f"{_A}scores": (f"{_A}query", f"{_A}key"),
    f"{_A}masked_scores": (f"{_A}scores",),
    f"{_A}probs": (f"{_A}masked_scores",),
    f"{_A}context": (f"{_A}probs", f"{_A}value"),
    f"{_A}joined": (f"{_A}context",),
    f"{_A}dense": (f"{_A}joined",),
    f"{_A}residual": (f"{_A}dense", "{input}"),
    f"{_A}output": (f"{_A}residual",),
    "layer.{i}.intermediate.dense": (f"{_A}output",),
    "layer.{i}.intermediate.activation": ("layer.{i}.intermediate.dense",),
    "layer.{i}.output.dense": ("layer.{i}.intermediate.activation",),
    "layer.{i}.output.residual": ("layer.{i}.output.dense", f"{_A}output"),
    "layer.{i}.output": ("layer.{i}.output.residual",),
    "pooler.first_token": ("layer.{last}.output",),
    "pooler.dense": ("pooler.first_token",),
    "pooler.output": ("pooler.dense",),
}


def sources(stage: str, layer: int | None, layers: Iterable[int]) -> list[str]:
    """The stages that a stage is made of, by their full names."""
    numbers = list(layers)
    pattern = stage if layer is None else stage.replace(f"layer.{layer}.", "layer.{i}.")
    before = "embeddings.output" if layer in (None, 0) else f"layer.{(layer or 0) - 1}.output"
    last = f"layer.{numbers[-1]}.output" if numbers else "embeddings.output"
    return [
        name.replace("layer.{last}.output", last).replace("{input}", before).replace("{i}", str(layer))
        for name in FLOW.get(pattern, ())
    ]
