"""The names of all stages, in the order in which they are computed."""

from __future__ import annotations

import fnmatch
from collections.abc import Iterable

from bert_tf.config import BertConfig

EMBEDDINGS = ("word", "position", "token_type", "sum", "norm", "output")
LAYER = (
    "attention.query", "attention.key", "attention.value", "attention.scores", "attention.masked_scores",
    "attention.probs", "attention.context", "attention.joined", "attention.dense", "attention.residual",
    "attention.output", "intermediate.dense", "intermediate.activation", "output.dense", "output.residual", "output",
)  # fmt: skip
POOLER = ("first_token", "dense", "output")


def stage_names(config: BertConfig, pooler: bool = True) -> list[str]:
    """Every stage of a `BertModel` of this configuration."""
    names = [f"embeddings.{each}" for each in EMBEDDINGS]
    names += [f"layer.{number}.{each}" for number in range(config.num_hidden_layers) for each in LAYER]
    return names + ([f"pooler.{each}" for each in POOLER] if pooler else [])


def matching(names: Iterable[str], patterns: str | Iterable[str] | None) -> list[str]:
    """The names that one of the patterns describes (`layer.*.attention.probs`, as file names are), or all for None.

    Raises:
      ValueError: a pattern describes none of them.
    """
    names = list(names)
    if patterns is None:
        return names
    patterns = [patterns] if isinstance(patterns, str) else list(patterns)
    for pattern in patterns:
        if not fnmatch.filter(names, pattern):
            raise ValueError(f"no stage is called {pattern!r}; the stages are {', '.join(names[:8])}, … {names[-1]}.")
    return [name for name in names if any(fnmatch.fnmatchcase(name, pattern) for pattern in patterns)]
