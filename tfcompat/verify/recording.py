"""A recording as values, read back from the file that the recorder wrote."""

from __future__ import annotations

import base64
import gzip
import json
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np


class NotARecording(ValueError):
    """The file is no recording; the text says what was found."""


@dataclass(frozen=True)
class Line:
    """A line of the user's program."""

    path: str
    number: int
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.number}: {self.text}"


@dataclass(frozen=True)
class Value:
    """One fetched value. `array` is a sample where `step` is above 1, and None for what is no array of numbers."""

    name: str
    op: str
    dtype: str
    shape: tuple[int, ...]
    array: np.ndarray[Any, Any] | None
    digest: str
    step: int
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Run:
    """One call that ran a graph: the line that asked for it, what was fetched and fed."""

    number: int
    line: Line | None
    fetches: tuple[Value, ...]
    feeds: dict[str, Value]


@dataclass(frozen=True)
class Operation:
    """One operation of a graph, in the order of their making."""

    name: str
    type: str
    attributes: dict[str, Any]
    line: Line | None


@dataclass
class Recording:
    """All that was recorded of one program."""

    script: str = ""
    text: str = ""
    python: str = ""
    tensorflow: str = ""
    error: str = ""
    runs: list[Run] = field(default_factory=list)
    operations: dict[int, list[Operation]] = field(default_factory=dict)
    seeds: list[tuple[Any, Line | None]] = field(default_factory=list)
    variables: dict[str, Value] = field(default_factory=dict)
    prints: list[tuple[str, Line | None]] = field(default_factory=list)
    files: dict[str, str] = field(default_factory=dict)


def read(path: Path) -> Recording:
    """Reads a recording; the last event may be cut off, as by a program that was killed.

    Raises:
      NotARecording: the file holds something else.
      OSError: it cannot be read.
    """
    data = path.read_bytes()
    try:
        text = (gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data).decode("utf-8")
        events = [json.loads(line) for line in text.split("\n")[:-1]]
        if not events or events[0].get("kind") != "start":
            raise ValueError("it does not start as a recording does")
    except (ValueError, EOFError, OSError, AttributeError) as error:
        raise NotARecording(
            f"{path} is not a recording ({error}); make one with: tfcompat record SCRIPT -o {path}"
        ) from None
    recording = Recording()
    for event in events:
        _take(recording, event)
    return recording


def is_recording(path: Path) -> bool:
    """Whether a file begins as a recording does."""
    with path.open("rb") as file:
        head = file.read(2)
        return head == b"\x1f\x8b" or (head[:1] == b"{" and path.suffix not in (".py", ".ipynb"))


def _take(recording: Recording, event: dict[str, Any]) -> None:
    kind = event["kind"]
    if kind == "start":
        recording.script, recording.text, recording.python = event["script"], event["text"], event["python"]
    elif kind == "tensorflow":
        recording.tensorflow = event["version"]
    elif kind == "run":
        fetches = tuple(_value(each) for each in event["fetches"])
        feeds = {name: _value({**each, "name": name, "op": ""}) for name, each in event["feeds"].items()}
        recording.runs.append(Run(event["n"], _line(event["line"]), fetches, feeds))
    elif kind == "ops":
        rows = [Operation(name, op, attributes, _line(line)) for name, op, attributes, line in event["ops"]]
        recording.operations.setdefault(event["graph"], []).extend(rows)
    elif kind == "seed":
        recording.seeds.append((event["seed"], _line(event["line"])))
    elif kind == "variables":
        for name, each in event["values"].items():
            recording.variables[name] = _value({**each, "name": name, "op": "Variable"})
    elif kind == "print":
        recording.prints.append((event["text"], _line(event["line"])))
    elif kind == "end":
        recording.error, recording.files = event["error"] or "", event["files"]


def _line(row: list[Any] | None) -> Line | None:
    return Line(*row) if row else None


def _value(entry: dict[str, Any]) -> Value:
    array = None
    if "data" in entry:
        dtype = np.dtype(entry["dtype"]).newbyteorder("<")
        array = np.frombuffer(zlib.decompress(base64.b64decode(entry["data"])), dtype)
    return Value(
        entry["name"],
        entry["op"],
        entry.get("dtype", "object"),
        tuple(entry.get("shape", ())),
        array,
        entry.get("digest", ""),
        entry.get("step", 1),
        tuple(entry.get("texts", [entry["text"]] if "text" in entry else ())),
    )
