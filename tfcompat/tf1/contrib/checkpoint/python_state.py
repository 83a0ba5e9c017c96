"""Python values in checkpoints: arrays as attributes of a `NumpyState`."""

from __future__ import annotations

import io
from typing import Any

import numpy as np

from tfcompat.backend.internals_tracking import base, python_state

_PythonState: Any = python_state.PythonState
_Trackable: Any = base.Trackable


class PythonStateWrapper(_PythonState):
    """`tf.contrib.checkpoint.PythonStateWrapper` of 1.15: saves what a function answers, and restores by another."""

    def __init__(self, state_callback: Any, restore_callback: Any) -> None:
        self._state_callback = state_callback
        self._restore_callback = restore_callback

    def serialize(self) -> Any:
        return self._state_callback()

    def deserialize(self, string_value: Any) -> Any:
        return self._restore_callback(string_value)


class NumpyState(_Trackable):
    """`tf.contrib.checkpoint.NumpyState` of 1.15: arrays that are assigned to its attributes are saved.

    An attribute that only a checkpoint has is there after `restore`.
    """

    def _lookup_dependency(self, name: str, *others: Any) -> Any:
        found = super()._lookup_dependency(name, *others)
        if found is None and not self.__dict__.get("_is_adding"):  # asked for by a checkpoint that is restored
            found = _Array(np.array([]))
            self._add(name, found)
        return found

    def __getattribute__(self, name: str) -> Any:
        value = super().__getattribute__(name)
        return value.array if isinstance(value, _Array) else value

    def __setattr__(self, name: str, value: Any) -> None:
        if name not in ("_setattr_tracking", "_update_uid") and isinstance(value, (np.ndarray, np.generic)):
            held = self.__dict__.get(name)
            if isinstance(held, _Array):
                held.array = value
                return
            self._add(name, _Array(value))
            return
        super().__setattr__(name, value)

    def _add(self, name: str, held: Any) -> None:
        self.__dict__["_is_adding"] = True
        self._track_trackable(held, name, overwrite=True)
        self.__dict__["_is_adding"] = False
        self.__dict__[name] = held


class _Array(_PythonState):
    def __init__(self, array: Any) -> None:
        self.array = array

    def serialize(self) -> bytes:
        buffer = io.BytesIO()
        np.save(buffer, self.array, allow_pickle=False)
        return buffer.getvalue()

    def deserialize(self, string_value: bytes) -> None:
        self.array = np.load(io.BytesIO(string_value), allow_pickle=False)
