"""All files that are examined together: who imports whom, which are TensorFlow 1's, and where programs start."""

from __future__ import annotations

import functools
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from tfcompat.rewrite import header, signs
from tfcompat.rewrite.facts import Facts, facts
from tfcompat.rewrite.module import DEFAULTS, Module, Role, Settings
from tfcompat.rewrite.reading import Reader, Unreadable
from tfcompat.rewrite.source_unit import Trouble, Unit

# How many modules of files that import each other are kept at once; beyond that they are read again.
_KEPT = 300
# How much of what will be parsed is kept since its facts were found; beyond that it is read again.
_BYTES = 4_000_000


class Project:
    """Files by path. Nothing is parsed but what mentions TensorFlow, and what such files work with."""

    def __init__(
        self, paths: Iterable[Path], settings: Settings = DEFAULTS, data: dict[Path, bytes] | None = None
    ) -> None:
        self.settings = settings
        self.troubles: list[Trouble] = []
        self._given = dict(data or {})
        self._facts: dict[Path, Facts] = {}
        self._units: dict[Path, Unit | None] = {}
        self._read_once: set[Path] = set()
        self._reader = Reader()
        to_keep = _BYTES
        for path in paths:
            try:
                found = self._data(path)
                self._facts[path] = facts(found)
                if self._facts[path].mentions and (to_keep := to_keep - len(found)) > 0:
                    self._given[path] = found
            except OSError as error:
                self.troubles.append(Trouble(path, f"cannot be read: {error.strerror}"))
        self._by_name = {
            os.path.dirname(path) if path.name == "__init__.py" else os.path.splitext(path)[0]: path
            for path in self._facts
        }
        # What an absolute import can begin with: the name of a file or folder of the project.
        folders = map(Path, {os.path.dirname(path) for path in self._facts})
        self._tops = {part for folder in folders for part in folder.parts} | {path.stem for path in self._facts}
        self._imports = {path: frozenset(self._imported(path)) for path in self._facts}
        self._importers: dict[Path, set[Path]] = {}
        for path, others in self._imports.items():
            for other in others:
                self._importers.setdefault(other, set()).add(path)
        self._loading = self._closed({path for path, each in self._facts.items() if each.tensorflow}, self._importers)

    def tf1(self) -> Iterator[Unit]:
        """The files that are TensorFlow 1's, and those that work with them; each with its module and role.

        They come in groups that import each other; of a group that is done nothing is kept.
        """
        for group in self.components():
            if any(self._facts[path].tensorflow for path in group):  # Keras alone is nobody's TensorFlow 1
                yield from self._tf1(group)
            self._units.clear()

    def _tf1(self, group: list[Path]) -> Iterator[Unit]:
        kinds: dict[str, set[Path]] = {kind: set() for kind in ("signed", "alone", "new", "modern")}
        for path in group:
            unit = self._unit(path) if self._facts[path].mentions else None
            for kind in _kinds(_module(unit)) if unit is not None else ():
                kinds[kind].add(path)
        together = signed = kinds["signed"]
        if len(kinds["modern"]) < 2 * len(signed):  # a few remains of TensorFlow 1 say nothing of what is around them
            together = self._closed(signed, self._imports) | self._closed(signed, self._importers)
        found, keras = [], set()
        for path in sorted((together | kinds["alone"]) - kinds["new"]):
            unit = self._unit(path)
            if unit is not None:
                found.append(path)
                if header.needs_keras(_module(unit)):
                    keras.add(path)
        keras = self._closed(keras, self._importers)
        for path in found:
            unit = self._unit(path)
            role = self._role(path, path in keras)
            if unit is not None and (path not in kinds["alone"] or (role.entry and not role.loads_tf)):
                _module(unit).role = role
                yield unit

    @property
    def count(self) -> int:
        """How many files were looked at."""
        return len(self._facts)

    def components(self) -> list[list[Path]]:
        """The files in groups that import nothing of each other."""
        groups, seen = [], set()
        both = {path: self._imports[path] | self._importers.get(path, set()) for path in self._facts}
        for path in self._facts:
            if path not in seen:
                group = self._closed({path}, both)
                seen |= group
                groups.append(sorted(group))
        return groups

    def _data(self, path: Path) -> bytes:
        if path in self._given:
            return self._given[path]
        with open(path, "rb", buffering=0) as file:
            return file.read()

    def _unit(self, path: Path) -> Unit | None:
        if path not in self._units:
            if len(self._units) >= _KEPT:
                del self._units[next(iter(self._units))]
            self._units[path] = None
            try:
                unit = Unit(path, self._data(path), (path.parent / "__init__.py") in self._facts, self._reader)
                exported = functools.partial(self._exported, path)
                tree = unit.parts[0].python3.tree if unit.notebook is None else None
                unit.attach(Module(unit.text, str(path), exported, self.settings, tree))
                self._units[path] = unit
                self._note(path, *unit.troubles)
            except OSError as error:
                self._note(path, Trouble(path, f"cannot be read: {error.strerror}"))
            except Unreadable as error:
                self._note(path, Trouble(path, str(error), line=error.line))
            except RecursionError:
                self._note(path, Trouble(path, "nested too deeply to be read"))
        return self._units[path]

    def _note(self, path: Path, *troubles: Trouble) -> None:
        """Remembers what is wrong with a file, once."""
        if path not in self._read_once:
            self.troubles += troubles
        self._read_once.add(path)

    def _role(self, path: Path, keras: bool) -> Role:
        loads = self._imports[path] & self._loading
        names = frozenset(name for name in self._facts[path].imports if self._resolved(path, name) in loads)
        entry = not self._importers.get(path) or self._facts[path].main
        return Role(True, entry, names, keras)

    def _closed(self, paths: set[Path], step: dict[Path, frozenset[Path]] | dict[Path, set[Path]]) -> set[Path]:
        """The paths and all that a relation leads to from them."""
        found, pending = set(paths), list(paths)
        while pending:
            for other in step.get(pending.pop(), ()):
                if other not in found:
                    found.add(other)
                    pending.append(other)
        return found

    def _imported(self, path: Path) -> Iterator[Path]:
        for name in self._facts[path].imports:
            found = self._resolved(path, name)
            if found is not None and found != path:
                yield found

    def _resolved(self, path: Path, name: str) -> Path | None:
        """The project's file that a dotted path names in a file."""
        if not name.startswith(".") and name.partition(".")[0] not in self._tops:
            return None
        level = len(name) - len(name.lstrip("."))
        parts = [part for part in name.split(".") if part]
        if level:
            folder = os.path.dirname(path)
            for _ in range(level - 1):
                folder = os.path.dirname(folder)
            return self._by_name.get(os.path.join(folder, *parts))
        tail = os.path.join(*parts)
        heads = _heads(os.path.dirname(path))
        return next((self._by_name[head + tail] for head in heads if head + tail in self._by_name), None)

    def _exported(self, path: Path, name: str) -> str | None:
        """What `module.name` of the project stands for outside of it, as seen in a file; None if it is not of it."""
        if name.startswith("tensorflow."):
            return None
        module, _, last = name.rpartition(".")
        if name.startswith("tensorflow") or not module.strip("."):
            module = module or "."
        found = self._resolved(path, module)
        if found is None or found == path or not self._facts[found].tensorflow:
            return None
        unit = self._unit(found)
        if unit is None or unit.module is None:
            return None
        return unit.module.names.of_name(last, unit.module.names.module)


@functools.lru_cache(1000)
def _heads(folder: str) -> tuple[str, ...]:
    """What a path in a folder, or in one of those around it, starts with; the nearest first."""
    heads = []
    for _ in range(12):
        heads.append(os.path.join(folder, ""))
        if folder == os.path.dirname(folder):
            break
        folder = os.path.dirname(folder)
    return tuple(heads)


def _module(unit: Unit) -> Module:
    assert unit.module is not None
    return unit.module


def _kinds(module: Module) -> Iterator[str]:
    """TensorFlow 1's is `signed`, or `alone` if it lacks but the mode; TensorFlow 2's is `modern`, `new` if by name."""
    if signs.is_tf1(module):
        yield "signed"
    elif signs.lacks_mode(module):
        yield "alone"
    elif signs.is_modern(module):
        yield "modern"
        if signs.is_tf2(module):
            yield "new"
