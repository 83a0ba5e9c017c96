"""A decoder that is told by a tensor, while running, whether to feed back its own outputs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.v1api import v1

Decoder = Callable[[bool], tuple[list[Any], Any]]


def flat_branch(decode: Decoder, feed: bool) -> list[Any]:
    """Outputs and state of one branch as one list; the second branch reuses the first one's variables."""
    with v1.variable_scope(v1.get_variable_scope(), reuse=None if feed else True):
        outputs, state = decode(feed)
    return outputs + (v1.nest.flatten(state) if v1.nest.is_nested(state) else [state])


def decide_while_running(
    feed_previous: Any, decode: Decoder, steps: int, like: Callable[[], Any]
) -> tuple[list[Any], Any]:
    """Both branches in a `tf.cond`; the state takes the structure of `like()`, asked for once they are built."""
    flat = v1.cond(feed_previous, lambda: flat_branch(decode, True), lambda: flat_branch(decode, False))
    outputs, states = flat[:steps], flat[steps:]
    structure = like()
    if v1.nest.is_nested(structure):
        return outputs, v1.nest.pack_sequence_as(structure=structure, flat_sequence=states)
    return outputs, states[0]
