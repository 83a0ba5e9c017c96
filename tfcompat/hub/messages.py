"""The three protocol messages of a hub module on disk, built from their fields."""

from __future__ import annotations

import functools
from typing import Any

from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

_PACKAGE = "tensorflow_hub"
_TYPES = {"string": 9, "bytes": 12, "int32": 5, "enum": 14, "message": 11}
# file -> message -> (name, number, type, repeated, name of the type)
_MESSAGES: dict[str, list[tuple[str, int, str, bool, str]]] = {
    "ModuleDef": [
        ("format", 1, "enum", False, "ModuleDef.Format"),
        ("required_features", 2, "string", True, ""),
    ],
    "ModuleAttachment": [("key", 1, "string", False, ""), ("value", 2, "bytes", False, "")],
    "ImageModuleInfo": [("default_image_size", 1, "message", False, "ImageModuleInfo.InputSize")],
}
_INPUT_SIZE = [("height", 1, "int32", False, ""), ("width", 2, "int32", False, "")]
FORMAT_V3 = 3


@functools.cache
def message(name: str) -> Any:
    """The class of `ModuleDef`, `ModuleAttachment` or `ImageModuleInfo`."""
    descriptor = _pool().FindMessageTypeByName(f"{_PACKAGE}.{name}")
    if hasattr(message_factory, "GetMessageClass"):
        return message_factory.GetMessageClass(descriptor)
    return message_factory.MessageFactory(_pool()).GetPrototype(descriptor)


@functools.cache
def _pool() -> Any:
    """A pool of its own: an installed tensorflow_hub may have registered the same messages in the common one."""
    file = descriptor_pb2.FileDescriptorProto(name="module.proto", package=_PACKAGE, syntax="proto3")
    made = {name: file.message_type.add(name=name) for name in _MESSAGES}
    for name, fields in _MESSAGES.items():
        _add_fields(made[name], fields)
    choices = made["ModuleDef"].enum_type.add(name="Format")
    choices.value.add(name="FORMAT_UNSPECIFIED", number=0)
    choices.value.add(name="FORMAT_V3", number=FORMAT_V3)
    _add_fields(made["ImageModuleInfo"].nested_type.add(name="InputSize"), _INPUT_SIZE)
    pool = descriptor_pool.DescriptorPool()
    pool.AddSerializedFile(file.SerializeToString())
    return pool


def _add_fields(made: Any, fields: list[tuple[str, int, str, bool, str]]) -> None:
    for name, number, kind, repeated, type_name in fields:
        field = made.field.add(name=name, number=number, type=_TYPES[kind], label=3 if repeated else 1)
        if type_name:
            field.type_name = f".{_PACKAGE}.{type_name}"
