"""`serialize_keras_object` and `deserialize_keras_object`, which took and gave another form in 1.15."""

from __future__ import annotations

from typing import Any

from tfcompat.backend import keras_layers


def serialize_keras_object(instance: Any) -> Any:
    """The name of a function, or class name and configuration of an object."""
    return keras_layers.serialization().serialize_keras_object(instance)


def deserialize_keras_object(
    identifier: Any, module_objects: Any = None, custom_objects: Any = None, printable_module_name: str = "object"
) -> Any:
    """The object for a name or a configuration, looked for in `custom_objects` and `module_objects`."""
    return keras_layers.serialization().deserialize_keras_object(
        identifier,
        module_objects=module_objects,
        custom_objects=custom_objects,
        printable_module_name=printable_module_name,
    )
