"""What a model makes of the encoder's hidden states."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bert_tf import pooling
from bert_tf.outputs import BaseModelOutput, BaseModelOutputWithPooling

Tensor = Any
Finish = Callable[[Tensor, Tensor], Any]


def of(model: Any) -> Finish:
    """A function of hidden states [B,T,H] and a mask [B,T] that returns what the model does.

    Raises:
      TypeError: the model's inputs are no texts [B,T].
    """
    if len(getattr(model, "ids_shape", (None, None))) != 2:
        raise TypeError(f"a fast model takes ids [batch, tokens]; {type(model).__name__} takes another shape.")
    if hasattr(model, "vectors"):
        return model.vectors
    bert = getattr(model, "bert", model)

    def finish(hidden: Tensor, mask: Tensor) -> Any:
        outputs: Any = BaseModelOutput(hidden)
        if bert.pooler is not None:
            outputs = BaseModelOutputWithPooling(hidden, bert.pooler(hidden))
        return outputs if bert is model else model.scores(outputs, training=False)

    return finish


def pooled(modes: tuple[str, ...], normalize: bool) -> Finish:
    """One vector a text, by the names of `pooling.MODES`."""

    def finish(hidden: Tensor, mask: Tensor) -> Any:
        found = pooling.pool(hidden, mask, modes)  # [B,modes·H]
        return pooling.normalize(found) if normalize else found

    return finish


def one_row(found: Any) -> Tensor:
    """The [B,E] in what a model returns.

    Raises:
      TypeError: there is none, or more than one.
    """
    values = [each for each in (found if isinstance(found, tuple) else [found]) if each.shape.rank == 2]
    if len(values) != 1:
        raise TypeError("a model with one answer a text is expected; received one whose answers are of another shape.")
    return values[0]
