"""Any number of texts, a window of them at a time, their tokens made while the window before is computed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

Tokens = dict[str, list[list[int]]]


class UnreadableText(ValueError):
    """`index`: which text it was, from 0."""

    def __init__(self, index: int, what: str) -> None:
        super().__init__(f"text {index}: {what}")
        self.index = index


class Window(NamedTuple):
    """The tokens of the texts from number `start` on."""

    start: int
    tokens: Tokens


def windows(texts: Iterable[Any] | Path, size: int, tokenize: Callable[[list[Any]], Tokens]) -> Iterator[Window]:
    """Windows of `size` texts or pairs of texts, in order; a path stands for the lines of its file.

    A text that cannot be read ends them, after the window of those before it.

    Raises:
      UnreadableText: an entry is no text and no pair of texts, or the iterable raised.
    """
    pieces = _pieces(texts, size)
    with ThreadPoolExecutor(1, "tokenizer") as worker:
        coming = worker.submit(_next, pieces, tokenize)
        while (window := coming.result()) is not None:
            coming = worker.submit(_next, pieces, tokenize)
            yield window


def _next(pieces: Iterator[tuple[int, list[Any]]], tokenize: Callable[[list[Any]], Tokens]) -> Window | None:
    found = next(pieces, None)
    return None if found is None else Window(found[0], tokenize(found[1]))


def _pieces(texts: Iterable[Any] | Path, size: int) -> Iterator[tuple[int, list[Any]]]:
    if isinstance(texts, (str, bytes)):
        raise TypeError(f"many texts are expected, as a list, a generator or a Path; received one: {texts!r:.60}.")
    each = _lines(texts) if isinstance(texts, Path) else iter(texts)
    count, found, pairs = 0, [], None
    while True:
        try:
            text = _checked(count, next(each), pairs)
            pairs = not isinstance(text, str)
            found.append(text)
        except StopIteration:
            break
        except Exception as error:
            if found:
                yield count - len(found), found
            if isinstance(error, UnreadableText):
                raise
            raise UnreadableText(count, f"reading it raised {type(error).__name__}: {error}") from error
        count += 1
        if len(found) == size:
            yield count - size, found
            found = []
    if found:
        yield count - len(found), found


def _checked(index: int, text: Any, pairs: bool | None) -> Any:
    """A string, or a pair of them as a tuple; all texts are of the first one's kind."""
    if isinstance(text, str) and not pairs:
        return text
    is_pair = isinstance(text, (tuple, list)) and len(text) == 2 and all(isinstance(each, str) for each in text)
    if is_pair and pairs is not False:
        return tuple(text)
    kind = {None: "a string or a pair of strings", False: "a string", True: "a pair of strings"}[pairs]
    raise UnreadableText(index, f"{kind} was expected, as before; received {type(text).__name__}: {text!r:.60}")


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield line.rstrip("\n")
