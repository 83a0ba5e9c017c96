"""What a model returns, by Hugging Face's names; a tuple as well."""

from __future__ import annotations

from typing import Any, NamedTuple


class BaseModelOutput(NamedTuple):
    """`last_hidden_state` [B,T,H]."""

    last_hidden_state: Any


class BaseModelOutputWithPooling(NamedTuple):
    """`last_hidden_state` [B,T,H], `pooler_output` [B,H]."""

    last_hidden_state: Any
    pooler_output: Any
