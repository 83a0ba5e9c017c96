"""Old names given back to the packages that the user's code imports, and taken back with the view."""

from __future__ import annotations

import sys

from tfcompat import hub
from tfcompat.backend import callers, numpy_names
from tfcompat.era import modules, names
from tfcompat.hook import project

OLD = frozenset({"numpy", "tensorflow_hub", *names.NAMES, *modules.EMPTIED})
# What is imported from these may be one of them.
PARENTS = frozenset(name.rpartition(".")[0] for name in OLD if "." in name)


def install() -> None:
    modules.install()
    callers.sees_tf1 = project.sees_tf1
    for name in OLD:
        if name in sys.modules and name.partition(".")[0] not in sys.stdlib_module_names:
            give(name)


def uninstall() -> None:
    modules.uninstall()
    names.take_back()
    numpy_names.take_back()
    hub.take_back()


def stand_in(name: str) -> bool:
    """Whether a module that was not found is one of that time, and is there now."""
    return modules.stand_in(name)


def give(name: str) -> None:
    """Old code has imported this module."""
    if name == "numpy":
        numpy_names.give()
    elif name == "tensorflow_hub":
        hub.give(sys.modules[name])
    elif name in modules.EMPTIED:
        modules.fill(sys.modules[name])
    else:
        names.give(name)
