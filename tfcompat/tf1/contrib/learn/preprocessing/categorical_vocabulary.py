"""`tf.contrib.learn.preprocessing.CategoricalVocabulary`: numbers for categories, in the order they are met."""

from __future__ import annotations

from collections import defaultdict
from typing import Any


class CategoricalVocabulary:
    """Category -> int; 0 stands for the unknown one."""

    # The attributes carry 1.15's names: a vocabulary that it pickled is read into this class.
    def __init__(self, unknown_token: str = "<UNK>", support_reverse: bool = True) -> None:
        self._unknown_token = unknown_token
        self._support_reverse = support_reverse
        self._freq: dict[Any, int] = defaultdict(int)
        self._freeze = False
        self._restart()

    def __len__(self) -> int:
        return len(self._mapping)

    def freeze(self, freeze: bool = True) -> None:
        """From now on new categories are the unknown one, or (False) get numbers again."""
        self._freeze = freeze

    def get(self, category: Any) -> int:
        """The category's number; a new one unless the vocabulary is frozen."""
        if category not in self._mapping:
            if self._freeze:
                return 0
            self._enter(category)
        return self._mapping[category]

    def add(self, category: Any, count: int = 1) -> None:
        """Counts a category."""
        if self.get(category) > 0:
            self._freq[category] += count

    def trim(self, min_frequency: int, max_frequency: int = -1) -> None:
        """Keeps what was counted more often than `min_frequency`, and less often than `max_frequency` if positive.

        Numbers are given anew, the most frequent category first; of equally frequent ones numbers before strings,
        each in their order.
        """
        by_name = sorted(self._freq.items(), key=lambda item: (isinstance(item[0], str), item[0]))
        counted = sorted(by_name, key=lambda item: item[1], reverse=True)
        self._restart()
        for category, count in counted:
            if count > min_frequency and not 0 < max_frequency <= count:
                self._enter(category)
        self._freq = dict(counted[: len(self._mapping) - 1])

    def reverse(self, class_id: int) -> Any:
        """The category with a number.

        Raises:
          ValueError: the vocabulary was made with `support_reverse=False`.
        """
        if not self._support_reverse:
            raise ValueError("This vocabulary wasn't initialized with support_reverse to support reverse() function.")
        return self._reverse_mapping[class_id]

    def _restart(self) -> None:
        self._mapping: dict[Any, int] = {self._unknown_token: 0}
        if self._support_reverse:
            self._reverse_mapping: list[Any] = [self._unknown_token]

    def _enter(self, category: Any) -> None:
        self._mapping[category] = len(self._mapping)
        if self._support_reverse:
            self._reverse_mapping.append(category)
