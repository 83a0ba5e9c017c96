"""`Iterator`: the elements of a dataset, eagerly."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals_data import OwnedIterator

_Iterator: Any = OwnedIterator


class Iterator(_Iterator):
    """`tf.contrib.eager.Iterator` of 1.15: `for element in tfe.Iterator(dataset)`, or `next()`.

    Raises:
      RuntimeError: eager execution is not enabled.
    """

    def __init__(self, dataset: Any) -> None:
        super().__init__(dataset)

    def next(self) -> Any:
        """The next element; StopIteration at the end."""
        return self.__next__()
