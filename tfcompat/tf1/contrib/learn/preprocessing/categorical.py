"""`tf.contrib.learn.preprocessing.CategoricalProcessor`: a vocabulary for each column of a table."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import numpy as np

from tfcompat.tf1.contrib.learn.learn_io.data_feeder import setup_processor_data_feeder
from tfcompat.tf1.contrib.learn.preprocessing.categorical_vocabulary import CategoricalVocabulary


class CategoricalProcessor:
    """Rows of categories to rows of numbers; a NaN is the unknown category, 0."""

    def __init__(self, min_frequency: int = 0, share: bool = False, vocabularies: Any = None) -> None:
        self.min_frequency = min_frequency
        self.share = share
        self.vocabularies_ = vocabularies

    def freeze(self, freeze: bool = True) -> None:
        """Freezes all vocabularies, or (False) opens them again."""
        for vocabulary in self.vocabularies_:
            vocabulary.freeze(freeze)

    def fit(self, x: Any, unused_y: Any = None) -> CategoricalProcessor:
        """Learns the categories of a table; answers this processor."""
        for row in setup_processor_data_feeder(x):
            if self.vocabularies_ is None:
                shared = CategoricalVocabulary()
                self.vocabularies_ = [shared if self.share else CategoricalVocabulary() for _ in row]
            for vocabulary, value in zip(self.vocabularies_, row, strict=False):
                if not _missing(value):
                    vocabulary.add(value)
        if self.min_frequency > 0:
            for vocabulary in self.vocabularies_:
                vocabulary.trim(self.min_frequency)
        self.freeze()
        return self

    def fit_transform(self, x: Any, unused_y: Any = None) -> Iterator[np.ndarray[Any, Any]]:
        """`fit`, then `transform`."""
        self.fit(x)
        return self.transform(x)

    def transform(self, x: Any) -> Iterator[np.ndarray[Any, Any]]:
        """Yields an int64 row of numbers for each row."""
        self.freeze()
        for row in setup_processor_data_feeder(x):
            pairs = zip(self.vocabularies_, row, strict=False)
            yield np.array([0 if _missing(value) else words.get(value) for words, value in pairs], dtype=np.int64)


def _missing(value: Any) -> bool:
    return isinstance(value, float) and math.isnan(value)
