"""`tensorflow.contrib.X.python.…`: the modules inside 1.15's contrib, by the paths that code of that time imports.

Nothing lies at these paths: each answers with what `tfcompat.tf1.contrib` serves for it. A file of ours with the
module's own name comes first (it may hold names that were never public), then the public module that it belonged to.
"""

from __future__ import annotations

import importlib.machinery
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

from tfcompat.symbols import contrib_modules

Find = Callable[[str], Any]


class ContribModule(ModuleType):
    """One module inside contrib; `path` as in `contrib.rnn.python.ops.rnn_cell`.

    `ours` finds the module of ours at a dotted TF1 path, `public` the TF1 view's, `slim` the module of tf-slim that
    goes on with it; each answers None if there is none.
    """

    def __init__(self, path: str, ours: Find, public: Find, slim: Find) -> None:
        super().__init__(f"tensorflow.{path}")
        state = vars(self)
        state["_tfcompat_path"] = path
        state["_tfcompat_find"] = (ours, public, slim)
        state["__path__"] = []
        state["__spec__"] = importlib.machinery.ModuleSpec(self.__name__, None, is_package=True)

    def __getattr__(self, name: str) -> Any:
        if name == "__all__":
            return dir(self)
        if name.startswith("__"):
            raise AttributeError(name)
        path: str = vars(self)["_tfcompat_path"]
        child = f"{path}.{name}"
        value: Any
        if contrib_modules.has(child):  # comes before a function of the same name that its public module serves
            value = ContribModule(child, *vars(self)["_tfcompat_find"])
        else:
            home = next((home for home in self._homes() if hasattr(home, name)), None)
            if home is None:
                raise AttributeError(self._missing(name), name=name, obj=self)
            value = getattr(home, name)
        vars(self)[name] = value
        return value

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """What its function of the same name answers: in 1.15 a package gave that name to the function."""
        return getattr(self, vars(self)["_tfcompat_path"].rpartition(".")[2])(*args, **kwargs)

    def __dir__(self) -> list[str]:
        names = {name for home in self._homes(slim=False) for name in getattr(home, "__all__", ())}
        return sorted({*names, *(name for name in vars(self) if not name.startswith("_"))})

    def __repr__(self) -> str:
        return f"<module {self.__name__!r} of TensorFlow 1.15, served by tfcompat>"

    def _homes(self, slim: bool = True) -> Iterator[ModuleType]:
        """Where a name of this module may be, first to last."""
        path: str = vars(self)["_tfcompat_path"]
        ours, public, find_slim = vars(self)["_tfcompat_find"]
        top = ".".join(path.split(".")[:2])
        nearest, *others = contrib_modules.public_paths(path)
        homes = [ours(path), ours(nearest), ours(f"{top}.{path.rpartition('.')[2]}"), public(nearest)]
        for each in others:
            homes += [ours(each), public(each)]
        yield from (home for home in homes if home is not None)
        last = find_slim(path) if slim else None
        if last is not None:
            yield last

    def _missing(self, name: str) -> str:
        path: str = vars(self)["_tfcompat_path"]
        top = ".".join(path.split(".")[:2])
        return (
            f"tfcompat serves no {name} at tensorflow.{path}: 1.15's private parts of tf.contrib are not all rebuilt. "
            f"If it is public, import it from tensorflow.{top}; otherwise copy the few lines that need it."
        )
