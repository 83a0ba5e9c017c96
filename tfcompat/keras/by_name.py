"""Objects that Keras takes by name, by configuration or as they are: initializers, losses, optimizers, …"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tfcompat.backend.v1api import keras


def serialize(instance: Any) -> Any:
    """`{"class_name", "config"}` of an object, or the name of a function; None for None."""
    if instance is None:
        return None
    if hasattr(instance, "get_config"):
        return {"class_name": type(instance).__name__, "config": instance.get_config()}
    if hasattr(instance, "__name__"):
        return instance.__name__
    raise ValueError(f"expected an object with get_config or a name, got {instance!r}")


def deserialize(identifier: Any, known: Mapping[str, Any], custom_objects: Any, kind: str) -> Any:
    """The object for a name or a configuration; a class that is named alone is instantiated.

    Raises:
      ValueError: nothing is known by that name.
    """
    custom = {**keras().utils.get_custom_objects(), **(custom_objects or {})}
    if isinstance(identifier, Mapping):
        identifier = of_keras_1(identifier)
        if "class_name" not in identifier or "config" not in identifier:
            raise ValueError(f"Improper config format: {identifier}")
        found = _look_up(identifier["class_name"], known, custom, kind)
        config = dict(identifier["config"])
        if hasattr(found, "from_config"):
            return found.from_config(config)
        with keras().utils.custom_object_scope(custom):
            return found(**config)
    found = _look_up(identifier, known, custom, kind)
    return found() if isinstance(found, type) else found


# What Keras 1 called the arguments of these.
_RENAMED = {"MaxNorm": {"m": "max_value"}}


def of_keras_1(identifier: Mapping[str, Any]) -> Mapping[str, Any]:
    """The configuration as Keras 2 writes it; Keras 1 wrote the class's name among the arguments."""
    if "name" not in identifier or "class_name" in identifier:
        return identifier
    arguments = dict(identifier)
    name = arguments.pop("name")
    renamed = _RENAMED.get(name, {})
    return {"class_name": name, "config": {renamed.get(key, key): value for key, value in arguments.items()}}


def _look_up(name: str, known: Mapping[str, Any], custom: Mapping[str, Any], kind: str) -> Any:
    found = custom.get(name, known.get(name))
    if found is None:
        raise ValueError(f"Unknown {kind}: {name}")
    return found


def get(identifier: Any, known: Mapping[str, Any], kind: str) -> Any:
    """The object for a name, a configuration, or itself if it can be called; None for None."""
    if identifier is None:
        return None
    if isinstance(identifier, (str, Mapping)):
        return deserialize(identifier, known, None, kind)
    if callable(identifier):
        return identifier
    raise ValueError(f"Could not interpret {kind} identifier: {identifier}")
