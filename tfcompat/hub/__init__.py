"""`hub.Module` and its relatives of tensorflow_hub 0.x, added to the tensorflow_hub that is installed.

`HOMES` says which file of ours serves which name; what the installed package has itself stays as it is.
"""

from __future__ import annotations

import functools
import importlib
import sys
from types import ModuleType
from typing import Any

HOMES = {
    "attachments": "attach_image_module_info attach_message get_expected_image_size get_num_image_channels",
    "columns": "image_embedding_column sparse_text_embedding_column text_embedding_column",
    "exporter": "register_module_for_export",
    "module": "Module eval_function_for_module",
    "signatures": "add_signature",
    "spec": "ModuleSpec create_module_spec create_module_spec_from_saved_model load_module_spec",
}
_MADE = {
    "ImageModuleInfo": ("messages", "message", ("ImageModuleInfo",)),
    "LatestModuleExporter": ("exporter", "latest_module_exporter", ()),
}
_HOME_OF = {name: home for home, names in HOMES.items() for name in names.split()}
_given: list[ModuleType] = []


def names() -> list[str]:
    """What is added."""
    return sorted({*_HOME_OF, *_MADE})


def give(module: ModuleType) -> None:
    """Adds the names that the installed tensorflow_hub lacks; each is loaded when first asked for."""
    if "__getattr__" not in vars(module):
        module.__getattr__ = functools.partial(_find, module)  # type: ignore[method-assign]
        _given.append(module)


def take_back() -> None:
    """Leaves the package as it was installed."""
    for module in _given:
        vars(module).pop("__getattr__", None)
        for name in names():
            if getattr(vars(module).get(name), "__module__", "").startswith(__name__):
                del vars(module)[name]
    _given.clear()


def __getattr__(name: str) -> Any:
    """The same names for rewritten code, which asks for them here."""
    return _find(sys.modules[__name__], name)


def _find(module: ModuleType, name: str) -> Any:
    if name in _HOME_OF:
        value = getattr(importlib.import_module(f"{__name__}.{_HOME_OF[name]}"), name)
    elif name in _MADE:
        home, maker, arguments = _MADE[name]
        value = getattr(importlib.import_module(f"{__name__}.{home}"), maker)(*arguments)
    else:
        raise AttributeError(f"module {module.__name__!r} has no attribute {name!r}", name=name, obj=module)
    setattr(module, name, value)
    return value
