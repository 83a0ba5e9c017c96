"""Where in a text the answer to a question stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bert_tf import checks, losses
from bert_tf.heads.base import BertHead
from bert_tf.layers.base import register
from bert_tf.layers.linear import Linear
from bert_tf.outputs import Span


@register
class BertForQuestionAnswering(BertHead):
    """`start_logits` and `end_logits` [B,T]. Source: Hugging Face's `BertForQuestionAnswering`.

    `start_positions` and `end_positions` [B] are the span's first and last token; one beyond the text is ignored.
    """

    pools = False
    targets = ("start_positions", "end_positions")

    def make(self) -> None:
        c = self.config
        self.qa_outputs = Linear(c.hidden_size, 2, c.initializer_range, name="qa_outputs", dtype=self.dtype_policy)

    def call(  # type: ignore[override]
        self,
        input_ids: Any = None,
        attention_mask: Any = None,
        token_type_ids: Any = None,
        position_ids: Any = None,
        inputs_embeds: Any = None,
        head_mask: Any = None,
        start_positions: Any = None,
        end_positions: Any = None,
        training: bool | None = None,
    ) -> Any:
        inputs = (input_ids, attention_mask, token_type_ids, position_ids, inputs_embeds, head_mask)
        return self.run(inputs, (start_positions, end_positions), training)

    def scores(self, outputs: Any, training: bool | None) -> Span:
        logits = self.qa_outputs(outputs.last_hidden_state)  # [B,T,2]
        return Span(logits[..., 0], logits[..., 1])

    def cost(self, scores: Any, targets: Mapping[str, Any]) -> Any:
        start, end = (checks.places(name, targets[name], scores.start_logits) for name in self.targets)
        return losses.span(scores.start_logits, scores.end_logits, start, end)
