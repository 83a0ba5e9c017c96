"""`NextQueuedSequenceBatch`: one batch of segments, and where their states are saved for the next ones."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.training import sequence_checks as checks


class NextQueuedSequenceBatch:
    """`tf.contrib.training.NextQueuedSequenceBatch` of 1.15. Sizes: B segments, of one number of steps.

    Made by `SequenceQueueingStateSaver.next_batch`, within its name scope.
    """

    def __init__(self, state_saver: Any) -> None:
        saver = self._state_saver = state_saver
        take = saver._barrier.take_many(saver._batch_size, saver._allow_small_batch, name="BarrierTakeMany")
        self._indices, self._keys, self._values = take
        self.context = {k: self._value(("context", k)) for k in saver._context}
        self.sequences = {k: self._value(("sequence", k)) for k in saver._sequences}
        self._batch_size = v1.squeeze(v1.shape(self.length))
        self._done = self.sequence + 1 >= self.sequence_count
        finished = v1.reduce_sum(v1.cast(self._done, v1.int32))
        # Whoever finishes makes room for as many new examples.
        with v1.control_dependencies([saver._capacity_queue.dequeue_many(finished)]):
            self._states = {k: v1.identity(self._value(("state", k))) for k in saver._states}

    def _value(self, part: Any) -> Any:
        return self._values[self._state_saver.component(part)]

    @property
    def total_length(self) -> Any:
        """Steps of the whole sequence, int32 `[B]`."""
        return self._value("total_length")

    @property
    def length(self) -> Any:
        """Steps of the segment that are no padding, int32 `[B]`."""
        return self._value("length")

    @property
    def batch_size(self) -> Any:
        """B, int32 scalar."""
        return self._batch_size

    @property
    def insertion_index(self) -> Any:
        """When each segment was put in, int64 `[B]`: smaller is earlier."""
        return self._indices

    @property
    def key(self) -> Any:
        """`00000_of_00003:key`, string `[B]`."""
        return self._keys

    @property
    def next_key(self) -> Any:
        """The key of the segment after, or `STOP:key`, string `[B]`."""
        return self._value("next_key")

    @property
    def sequence(self) -> Any:
        """The number of the segment, int32 `[B]`."""
        return self._value("sequence")

    @property
    def sequence_count(self) -> Any:
        """How many segments the sequence has, int32 `[B]`."""
        return self._value("sequence_count")

    def state(self, state_name: str) -> Any:
        """The state that the segment before left, or the initial one, `[B, …]`."""
        return self._states[state_name]

    def save_state(self, state_name: str, value: Any, name: str | None = None) -> Any:
        """An op that keeps a state, `[B, …]`, for the next segments.

        Raises:
          KeyError: there is no such state.
          ValueError: the value has another shape.
        """
        if state_name not in self._states:
            raise KeyError(f"state was not declared: {state_name}")
        saver = self._state_saver
        with (
            v1.name_scope(name, "InputQueueingStateSaver_SaveState", values=[value]),
            v1.colocate_with(saver._capacity_queue.queue_ref),
        ):
            going_on = v1.reshape(v1.where_v2(v1.logical_not(self._done)), [-1])
            keys = v1.gather(self.next_key, going_on)
            value = v1.identity(value, name=f"convert_{state_name}")
            value = checks.check_shape(value, v1.shape(self._states[state_name]))
            kept = v1.gather(value, going_on)
            return saver.insert(("state", state_name), keys, kept, f"InsertState_{state_name}")
