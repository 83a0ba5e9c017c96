"""The vocabulary: tokens and their ids, from `vocab.txt` or `tokenizer.json`."""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Vocabulary:
    """Tokens and their ids."""

    ids: dict[str, int]

    @classmethod
    def from_file(cls, path: str | Path) -> Vocabulary:
        """Reads `vocab.txt` (a token a line, its id the line's number from 0) or the model of a `tokenizer.json`.

        Raises:
          FileNotFoundError: there is no such file.
          ValueError: it is not UTF-8, is empty, or is a `tokenizer.json` of another kind of model.
        """
        path = Path(path)
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            raise ValueError(f"{path} is not UTF-8 text (byte {error.start}); a vocabulary was expected.") from None
        if path.suffix == ".json":
            model = json.loads(text).get("model", {})
            if model.get("type", "WordPiece") != "WordPiece" or not model.get("vocab"):
                raise ValueError(f"{path} holds a {model.get('type')} model; BERT's is WordPiece.")
            return cls(dict(model["vocab"]))
        lines = text.split("\n")
        if lines and lines[-1] == "":
            lines.pop()
        if not lines:
            raise ValueError(f"{path} is empty; a vocabulary with one token a line was expected.")
        return cls({token: index for index, token in enumerate(line.rstrip("\r") for line in lines)})

    @classmethod
    def from_mapping(cls, ids: Mapping[str, int]) -> Vocabulary:
        """A vocabulary from token -> id."""
        return cls(dict(ids))

    @functools.cached_property
    def tokens(self) -> dict[int, str]:
        """Id -> token."""
        return {index: token for token, index in self.ids.items()}

    @functools.cached_property
    def longest(self) -> int:
        """Characters of the longest token."""
        return max((len(token) for token in self.ids), default=0)

    def write(self, path: Path) -> None:
        """Writes `vocab.txt`, tokens in order of their ids, which must be 0, 1, 2, …"""
        ordered = sorted(self.ids, key=self.ids.__getitem__)
        if [self.ids[token] for token in ordered] != list(range(len(ordered))):
            raise ValueError(f"{path}: vocab.txt holds ids by line; these have gaps, so only tokenizer.json can.")
        path.write_text("".join(f"{token}\n" for token in ordered), encoding="utf-8", newline="\n")
