"""`sklearn.cross_validation`: splitters that were made for one set of data, and gave its parts when iterated.

Source: sklearn.cross_validation of scikit-learn 0.14 to 0.19. What is not here is in sklearn.model_selection.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from typing import Any


class Splits:
    """Pairs of index arrays, (train, test); a new iteration gives the same pairs."""

    def __init__(self, splitter: Any, count: int, labels: Any = None) -> None:
        self._splitter, self._count, self._labels = splitter, count, labels

    def __iter__(self) -> Iterator[tuple[Any, Any]]:
        return iter(self._splitter.split([[0]] * self._count, self._labels))

    def __len__(self) -> int:
        return int(self._splitter.get_n_splits([[0]] * self._count, self._labels))

    def __repr__(self) -> str:
        return f"{type(self._splitter).__name__}(n={self._count})"


def _today(name: str) -> Any:
    return getattr(importlib.import_module("sklearn.model_selection"), name)


def KFold(n: int, n_folds: int = 3, shuffle: bool = False, random_state: Any = None) -> Splits:
    """`n` samples in `n_folds` parts, each the test part once."""
    return Splits(_today("KFold")(n_folds, shuffle=shuffle, random_state=random_state if shuffle else None), n)


def StratifiedKFold(y: Any, n_folds: int = 3, shuffle: bool = False, random_state: Any = None) -> Splits:
    """Parts with each label's share."""
    random_state = random_state if shuffle else None
    return Splits(_today("StratifiedKFold")(n_folds, shuffle=shuffle, random_state=random_state), len(y), y)


def ShuffleSplit(
    n: int, n_iter: int = 10, test_size: Any = 0.1, train_size: Any = None, random_state: Any = None
) -> Splits:
    """`n_iter` draws of a test part."""
    return Splits(
        _today("ShuffleSplit")(n_iter, test_size=test_size, train_size=train_size, random_state=random_state), n
    )


def StratifiedShuffleSplit(
    y: Any, n_iter: int = 10, test_size: Any = 0.1, train_size: Any = None, random_state: Any = None
) -> Splits:
    """`n_iter` draws of a test part with each label's share."""
    splitter = _today("StratifiedShuffleSplit")(
        n_iter, test_size=test_size, train_size=train_size, random_state=random_state
    )
    return Splits(splitter, len(y), y)


def LeaveOneOut(n: int) -> Splits:
    """Each sample is the test part once."""
    return Splits(_today("LeaveOneOut")(), n)


def LeavePOut(n: int, p: int) -> Splits:
    """Each set of `p` samples is the test part once."""
    return Splits(_today("LeavePOut")(p), n)
