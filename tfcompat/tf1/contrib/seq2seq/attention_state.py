"""`AttentionWrapperState`."""

from __future__ import annotations

from typing import Any, NamedTuple

from tfcompat.backend.v1api import v1


class AttentionWrapperState(NamedTuple):
    """The state of `AttentionWrapper`; with several mechanisms, the last three are tuples."""

    cell_state: Any
    attention: Any  # [batch, attention size]
    time: Any  # int32, a scalar
    alignments: Any  # [batch, time of the memory]
    alignment_history: Any  # a tensor array of alignments over time, or ()
    attention_state: Any  # the mechanism's own

    def clone(self, **kwargs: Any) -> AttentionWrapperState:
        """A copy with other values for some fields, which must have the same shapes."""
        changed = self._replace(**kwargs)
        result: AttentionWrapperState = v1.nest.map_structure(_same_shape, self, changed)
        return result


def _same_shape(old: Any, new: Any) -> Any:
    if not (isinstance(old, v1.Tensor) and isinstance(new, v1.Tensor)):
        return new
    if v1.executing_eagerly():
        if old.shape.as_list() != new.shape.as_list():
            raise ValueError(
                "The shape of the AttentionWrapperState is expected to be same as the one to clone. "
                f"self.shape: {old.shape}, input.shape: {new.shape}"
            )
        return new
    if not (old.shape.is_fully_defined() and new.shape.is_fully_defined()):
        from tfcompat.tf1.contrib.framework import with_same_shape  # only for what has to be compared while running

        return with_same_shape(old, new)
    if not new.shape.is_compatible_with(old.shape):
        raise ValueError(f"Invalid shape for tensor {new.name}, expected {old.shape.as_list()}, got {new.shape}.")
    return new
