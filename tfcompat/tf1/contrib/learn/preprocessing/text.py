"""`tf.contrib.learn.preprocessing`'s `VocabularyProcessor` and `ByteProcessor`: documents to rows of numbers."""

from __future__ import annotations

import io
import pickle
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import numpy as np

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.learn.preprocessing import categorical, categorical_vocabulary
from tfcompat.tf1.contrib.learn.preprocessing.categorical_vocabulary import CategoricalVocabulary

# Abbreviations, words in CamelCase, and all else that is made of letters, apostrophes and hyphens.
TOKENIZER_RE = re.compile(r"[A-Z]{2,}(?![a-z])|[A-Z][a-z]+(?=[A-Z])|[\'\w\-]+", re.UNICODE)
Row = np.ndarray[Any, Any]


def tokenizer(iterator: Iterable[str]) -> Iterator[list[str]]:
    """Yields the words of each document."""
    for value in iterator:
        yield TOKENIZER_RE.findall(value)


class ByteProcessor:
    """Documents to rows of `max_document_length` bytes of UTF-8, cut or filled up with zeros."""

    def __init__(self, max_document_length: int) -> None:
        self.max_document_length = max_document_length

    def fit(self, x: Any) -> None:
        """Nothing is to be learned."""

    def fit_transform(self, x: Iterable[str | bytes]) -> Iterator[Row]:
        """The same as `transform`."""
        return self.transform(x)

    def reverse(self, x: Iterable[Any]) -> Iterator[str]:
        """Yields the text of each row, empty where the bytes are not UTF-8."""
        for row in x:
            document = np.trim_zeros(np.asarray(row).astype(np.uint8), trim="b").tobytes()
            try:
                yield document.decode("utf-8")
            except UnicodeDecodeError:
                yield ""

    def transform(self, x: Iterable[str | bytes]) -> Iterator[Row]:
        """Yields a uint8 row for each document."""
        for document in x:
            data = document.encode("utf-8") if isinstance(document, str) else document
            row = np.frombuffer(data[: self.max_document_length], dtype=np.uint8)
            yield np.pad(row, (0, self.max_document_length - len(row)), "constant")


class VocabularyProcessor:
    """Documents to rows of `max_document_length` word numbers, cut or filled up with zeros."""

    # The attributes carry 1.15's names: a processor that it pickled is read into this class.
    def __init__(
        self,
        max_document_length: int,
        min_frequency: int = 0,
        vocabulary: CategoricalVocabulary | None = None,
        tokenizer_fn: Callable[[Iterable[str]], Iterator[list[str]]] | None = None,
    ) -> None:
        self.max_document_length = max_document_length
        self.min_frequency = min_frequency
        self.vocabulary_ = vocabulary or CategoricalVocabulary()
        self._tokenizer = tokenizer_fn or tokenizer

    def fit(self, raw_documents: Iterable[str], unused_y: Any = None) -> VocabularyProcessor:
        """Learns the words of the documents; answers this processor."""
        for tokens in self._tokenizer(raw_documents):
            for token in tokens:
                self.vocabulary_.add(token)
        if self.min_frequency > 0:
            self.vocabulary_.trim(self.min_frequency)
        self.vocabulary_.freeze()
        return self

    def fit_transform(self, raw_documents: Iterable[str], unused_y: Any = None) -> Iterator[Row]:
        """`fit`, then `transform`."""
        self.fit(raw_documents)
        return self.transform(raw_documents)

    def transform(self, raw_documents: Iterable[str]) -> Iterator[Row]:
        """Yields an int64 row for each document."""
        for tokens in self._tokenizer(raw_documents):
            row: np.ndarray = np.zeros(self.max_document_length, np.int64)
            for place, token in enumerate(tokens[: self.max_document_length]):
                row[place] = self.vocabulary_.get(token)
            yield row

    def reverse(self, documents: Iterable[Iterable[int]]) -> Iterator[str]:
        """Yields the words of each row, with blanks between them."""
        for row in documents:
            yield " ".join(self.vocabulary_.reverse(number) for number in row)

    def save(self, filename: str) -> None:
        """Pickles the processor into a file."""
        with v1.gfile.Open(filename, "wb") as file:
            file.write(pickle.dumps(self))

    @classmethod
    def restore(cls, filename: str) -> VocabularyProcessor:
        """Unpickles a processor from a file that `save` wrote, here or in TensorFlow 1."""
        with v1.gfile.Open(filename, "rb") as file:
            processor: VocabularyProcessor = _Unpickler(io.BytesIO(file.read())).load()
        return processor


class _Unpickler(pickle.Unpickler):
    """Finds what 1.15 pickled under `tensorflow.contrib.learn…` here."""

    def find_class(self, module: str, name: str) -> Any:
        if module.startswith("tensorflow.contrib.learn."):
            for home in (globals(), vars(categorical), vars(categorical_vocabulary)):
                if name in home:
                    return home[name]
        return super().find_class(module, name)
