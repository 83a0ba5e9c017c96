"""What a model returns, by Hugging Face's names; a tuple as well, which starts with the loss if there were labels."""

from __future__ import annotations

from typing import Any, NamedTuple


class BaseModelOutput(NamedTuple):
    """`last_hidden_state` [B,T,H]."""

    last_hidden_state: Any


class BaseModelOutputWithPooling(NamedTuple):
    """`last_hidden_state` [B,T,H], `pooler_output` [B,H]."""

    last_hidden_state: Any
    pooler_output: Any


class LogitsAndLoss(NamedTuple):
    """`loss`, a scalar, and `logits`."""

    loss: Any
    logits: Any


class Logits(NamedTuple):
    """`logits`: [B,K] for a text, [B,T,K] for its tokens, [B,T,V] for masked ones, [B,C] for choices."""

    logits: Any

    @property
    def loss(self) -> None:
        """There were no labels."""
        return None

    def with_loss(self, loss: Any) -> LogitsAndLoss:
        """The same, and what it costs."""
        return LogitsAndLoss(loss, *self)


class PreTrainingAndLoss(NamedTuple):
    """`loss`, a scalar, and what `PreTraining` has."""

    loss: Any
    prediction_logits: Any
    seq_relationship_logits: Any


class PreTraining(NamedTuple):
    """`prediction_logits` [B,T,V], `seq_relationship_logits` [B,2]."""

    prediction_logits: Any
    seq_relationship_logits: Any

    @property
    def loss(self) -> None:
        """There were no labels."""
        return None

    def with_loss(self, loss: Any) -> PreTrainingAndLoss:
        """The same, and what it costs."""
        return PreTrainingAndLoss(loss, *self)


class SpanAndLoss(NamedTuple):
    """`loss`, a scalar, and what `Span` has."""

    loss: Any
    start_logits: Any
    end_logits: Any


class Span(NamedTuple):
    """`start_logits` [B,T], `end_logits` [B,T]."""

    start_logits: Any
    end_logits: Any

    @property
    def loss(self) -> None:
        """There were no labels."""
        return None

    def with_loss(self, loss: Any) -> SpanAndLoss:
        """The same, and what it costs."""
        return SpanAndLoss(loss, *self)
