"""All files that are examined together: who imports whom, which are TensorFlow 1's, and where programs start."""

from __future__ import annotations

import functools
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from tfcompat.rewrite import header, signs
from tfcompat.rewrite.module import DEFAULTS, Module, Role, Settings
from tfcompat.rewrite.reading import Unreadable
from tfcompat.rewrite.source_unit import Trouble, Unit

_MENTIONS = re.compile(rb"tensorflow|keras")
_IMPORT = re.compile(
    rb"^[ \t]*(?:\"[ \t]*)?(?:from[ \t]+([.\w]+)[ \t]+import[ \t]+([^#\n]*)|import[ \t]+([\w., \t]+))", re.M
)
_MAIN = re.compile(rb"__name__\s*==\s*[\\]?['\"]__main__|tf\.app\.run\(")


class Project:
    """Files by path. Nothing is parsed but what mentions TensorFlow, and what such files work with."""

    def __init__(
        self, paths: Iterable[Path], settings: Settings = DEFAULTS, data: dict[Path, bytes] | None = None
    ) -> None:
        self.settings = settings
        self.troubles: list[Trouble] = []
        self._data: dict[Path, bytes] = {}
        self._units: dict[Path, Unit | None] = {}
        for path in paths:
            try:
                self._data[path] = (data or {}).get(path) or path.read_bytes()
            except OSError as error:
                self.troubles.append(Trouble(path, f"cannot be read: {error.strerror}"))
        self._by_name = {
            str(path.parent if path.name == "__init__.py" else path.with_suffix("")): path for path in self._data
        }
        # What an absolute import can begin with: the name of a file or folder of the project.
        self._tops = {part for path in self._data for part in (*path.parent.parts, path.stem)}
        self._imports = {path: frozenset(self._imported(path)) for path in self._data}
        self._importers: dict[Path, set[Path]] = {}
        for path, others in self._imports.items():
            for other in others:
                self._importers.setdefault(other, set()).add(path)

    @functools.cached_property
    def tf1(self) -> dict[Path, Unit]:
        """The files that are TensorFlow 1's, and those that work with them; each with its module and role."""
        mention = [path for path, data in self._data.items() if _MENTIONS.search(data)]
        signed = {path for path in mention if (unit := self._unit(path)) is not None and signs.is_tf1(_module(unit))}
        together = self._closed(signed, self._imports) | self._closed(signed, self._importers)
        found = {}
        for path in sorted(together):
            unit = self._unit(path)
            if unit is not None and (path in signed or not signs.is_tf2(_module(unit))):
                found[path] = unit
        for path, unit in found.items():
            _module(unit).role = self._role(path)
        return found

    @property
    def count(self) -> int:
        """How many files were looked at."""
        return len(self._data)

    def components(self) -> list[list[Path]]:
        """The files in groups that import nothing of each other."""
        groups, seen = [], set()
        both = {path: self._imports[path] | self._importers.get(path, set()) for path in self._data}
        for path in self._data:
            if path not in seen:
                group = self._closed({path}, both)
                seen |= group
                groups.append(sorted(group))
        return groups

    def _unit(self, path: Path) -> Unit | None:
        if path not in self._units:
            self._units[path] = None
            try:
                unit = Unit(path, self._data[path], in_package=(path.parent / "__init__.py") in self._data)
                exported = functools.partial(self._exported, path)
                tree = unit.parts[0].python3.tree if unit.notebook is None else None
                unit.attach(Module(unit.text, str(path), exported, self.settings, tree))
                self._units[path] = unit
                self.troubles += unit.troubles
            except Unreadable as error:
                self.troubles.append(Trouble(path, str(error), line=error.line))
            except RecursionError:
                self.troubles.append(Trouble(path, "nested too deeply to be read"))
        return self._units[path]

    def _role(self, path: Path) -> Role:
        reached = self._closed({path}, self._imports)
        loads = {other for other in self._imports[path] if self._loads_tensorflow(other)}
        names = frozenset(name for name in self._names(path) if self._resolved(path, name) in loads)
        entry = not self._importers.get(path) or bool(_MAIN.search(self._data[path]))
        units = [unit for each in reached if (unit := self._units.get(each)) is not None]
        keras = any(header.needs_keras(_module(unit)) for unit in units)
        return Role(True, entry, names, keras)

    def _loads_tensorflow(self, path: Path) -> bool:
        return any(b"tensorflow" in self._data[each] for each in self._closed({path}, self._imports))

    def _closed(self, paths: set[Path], step: dict[Path, frozenset[Path]] | dict[Path, set[Path]]) -> set[Path]:
        """The paths and all that a relation leads to from them."""
        found, pending = set(paths), list(paths)
        while pending:
            for other in step.get(pending.pop(), ()):
                if other not in found:
                    found.add(other)
                    pending.append(other)
        return found

    def _names(self, path: Path) -> Iterator[str]:
        """The dotted paths that the file's import statements name, read without parsing it."""
        for match in _IMPORT.finditer(self._data[path]):
            module, names, plain = (each.decode(errors="replace") if each else "" for each in match.groups())
            if module:
                yield module
                for name in re.findall(r"\w+(?:\s+as\s+\w+)?", names):
                    yield f"{module}{'' if module.endswith('.') else '.'}{name.split()[0]}"
            for name in plain.split(","):
                if name.strip():
                    yield name.split()[0]

    def _imported(self, path: Path) -> Iterator[Path]:
        for name in self._names(path):
            found = self._resolved(path, name)
            if found is not None and found != path:
                yield found

    def _resolved(self, path: Path, name: str) -> Path | None:
        """The project's file that a dotted path names in a file."""
        level = len(name) - len(name.lstrip("."))
        parts = [part for part in name.split(".") if part]
        if not parts and not level:
            return None
        folder = os.path.dirname(path)
        if level:
            for _ in range(level - 1):
                folder = os.path.dirname(folder)
            return self._by_name.get(os.path.join(folder, *parts))
        if parts[0] not in self._tops:
            return None
        for _ in range(12):
            found = self._by_name.get(os.path.join(folder, *parts))
            if found is not None or folder == os.path.dirname(folder):
                return found
            folder = os.path.dirname(folder)
        return None

    def _exported(self, path: Path, name: str) -> str | None:
        """What `module.name` of the project stands for outside of it, as seen in a file; None if it is not of it."""
        module, _, last = name.rpartition(".")
        if name.startswith("tensorflow") or not module.strip("."):
            module = module or "."
        found = self._resolved(path, module) if not name.startswith("tensorflow.") else None
        if found is None or found == path or b"tensorflow" not in self._data[found]:
            return None
        unit = self._unit(found)
        if unit is None or unit.module is None:
            return None
        return unit.module.names.of_name(last, unit.module.names.module)


def _module(unit: Unit) -> Module:
    assert unit.module is not None
    return unit.module
