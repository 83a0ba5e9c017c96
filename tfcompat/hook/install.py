"""Turns the TF1 view on and off for this process, and rebinds what was imported before."""

from __future__ import annotations

import inspect
import sys
import warnings
from types import ModuleType
from typing import Any

from tfcompat.backend import environment, start
from tfcompat.hook import configuration, era, errors, imports, libraries, project, shell, spawned, user_source

_installed = False


def install(*, tf1: tuple[str, ...] | list[str] = (), tf2: tuple[str, ...] | list[str] = ()) -> None:
    """The user's code sees TensorFlow 1 from here on: its scripts, notebook cells and own modules.

    TensorFlow itself is imported when that code first asks for it. If it was imported before, the names that the
    user's modules bound to it (`tf`) are rebound to the TensorFlow 1 view.

    Args:
      tf1: top-level packages that are installed but were written for TensorFlow 1; they get its view too.
      tf2: top-level packages in the user's project that expect TensorFlow 2.

    What `[tool.tfcompat]` of the nearest pyproject.toml, `[tfcompat]` of setup.cfg, and `TFCOMPAT_TF1` and
    `TFCOMPAT_TF2` name is added.

    Raises:
      BadConfiguration: such a section cannot be read.
    """
    global _installed
    configured = configuration.packages()
    project.name_packages(configured["tf1"], configured["tf2"])
    project.name_packages(tuple(tf1), tuple(tf2))
    libraries.forget()
    environment.prepare()
    imports.install(tensorflow=True)
    errors.install()
    spawned.install()
    user_source.install()
    if (running := shell.current()) is not None:
        shell.attach(running)
    _installed = True
    libraries.guard_new()
    era.install()
    if "tensorflow" in sys.modules:
        _rebind_users_names()


def uninstall() -> None:
    """Imports mean the installed TensorFlow again, eager execution is back, other code keeps what it has bound."""
    global _installed
    imports.uninstall()
    errors.uninstall()
    spawned.uninstall()
    user_source.uninstall()
    if (running := shell.current()) is not None:
        shell.detach(running)
    project.forget_packages()
    libraries.forget()
    start.stop()
    era.uninstall()
    if _installed:
        _rebind(_real_of)
    _installed = False


def installed() -> bool:
    """Whether the TF1 view is on."""
    return _installed


def _rebind_users_names() -> None:
    kept = _rebind(_view_of)
    if kept:
        names = ", ".join(sorted(kept)[:8]) + (", …" if len(kept) > 8 else "")
        text = f"TensorFlow 2 objects that were imported before tfcompat stay what they are: {names}; "
        warnings.warn(text + "put `import tfcompat` above every TensorFlow import.", RuntimeWarning, stacklevel=3)


def _rebind(change: Any) -> set[str]:
    """Applies `change` to each name bound in the user's modules; returns those that could not be rebound."""
    kept: set[str] = set()
    for module in list(sys.modules.values()):
        if not isinstance(module, ModuleType) or not project.sees_tf1(vars(module), None):
            continue
        for name, value in list(vars(module).items()):
            if name.startswith("__"):
                continue
            other = change(value)
            if other is None:
                kept.add(f"{module.__name__}.{name}")
            elif other is not value:
                vars(module)[name] = other
    return kept


def _view_of(value: Any) -> Any:
    """The TF1 view's counterpart; the value itself if it is none of TensorFlow's; None if there is no counterpart."""
    from tfcompat import facade

    if isinstance(value, facade.TF1Module):
        return value
    if not isinstance(value, ModuleType):
        return _counterpart(value)
    name = value.__name__
    for prefix in ("tensorflow._api.v2.compat.v1", "tensorflow._api.v2.v2", "tensorflow._api.v2"):
        if name == prefix or name.startswith(f"{prefix}."):
            return _import("tensorflow" + name[len(prefix) :])
    if name == "tensorflow" or name == "tensorflow.compat.v1":
        return facade.tensorflow()
    if name.startswith("keras._tf_keras"):
        return None
    return value


def _counterpart(value: Any) -> Any:
    """For a function or class of TensorFlow 2's API: what TensorFlow 1 calls by that name."""
    if str(getattr(value, "__module__", None)).startswith("keras."):
        return None
    names = getattr(inspect.unwrap(value) if callable(value) else value, "_tf_api_names", ())
    if not isinstance(names, (list, tuple)) or not names:
        return value
    parent, _, name = names[0].rpartition(".")
    module = _import("tensorflow." + parent if parent else "tensorflow")
    return getattr(module, name, value)


def _import(name: str) -> Any:
    from tfcompat import facade

    try:
        return facade.import_name(name)
    except ModuleNotFoundError:
        return None


def _real_of(value: Any) -> Any:
    from tfcompat import facade

    if isinstance(value, facade.TF1Module):
        return sys.modules["tensorflow"] if value.__name__ == "tensorflow" else vars(value)["_tfcompat_real"]
    return value
