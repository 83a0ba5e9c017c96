"""`UniqueNameTracker`: dependencies for a checkpoint, each under a name with a number."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals_tracking import data_structures

_DataStructure: Any = data_structures.TrackableDataStructure


class UniqueNameTracker(_DataStructure):
    """`tf.contrib.checkpoint.UniqueNameTracker` of 1.15: `track(layer, "dense")` saves it as `dense`, `dense_1` …"""

    def __init__(self) -> None:
        super().__init__()
        self._maybe_initialize_trackable()
        self._trackables: list[Any] = []
        self._counts: dict[str, int] = {}

    @property
    def _values(self) -> list[Any]:
        return self._trackables

    def track(self, checkpointable: Any, base_name: str) -> Any:
        """Adds a dependency, which is answered.

        Raises:
          ValueError: it cannot be saved.
        """
        count = self._counts.get(base_name, 0)
        name = base_name if count == 0 else f"{base_name}_{count}"
        while any(name == reference.name for reference in self._self_unconditional_checkpoint_dependencies):
            count += 1
            name = f"{base_name}_{count}"
        self._counts[base_name] = count + 1
        self._track_trackable(checkpointable, name)
        self._trackables.append(checkpointable)
        return checkpointable
