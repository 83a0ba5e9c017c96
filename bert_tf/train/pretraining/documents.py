"""Texts as documents of sentences of tokens."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

Sentence = list[str]
Document = list[Sentence]


def read(files: Iterable[str | Path], tokenizer: Any) -> list[Document]:
    """The documents of UTF-8 files with a sentence a line, and an empty line between documents.

    A document goes on into the next file unless a line is empty there.

    Raises:
      FileNotFoundError: a file is not there.
      ValueError: no file holds a token, or one is not UTF-8.
    """
    documents: list[Document] = [[]]
    for file in files:
        try:
            with open(file, encoding="utf-8", newline="\n") as lines:
                for line in map(str.strip, lines):
                    if not line:
                        documents.append([])
                    elif tokens := tokenizer.pieces(line).tokens:
                        documents[-1].append(list(tokens))
        except UnicodeDecodeError as error:
            raise ValueError(f"{file} is not UTF-8: {error}.") from None
    found = [each for each in documents if each]
    if not found:
        raise ValueError("the files have no text in them.")
    return found
