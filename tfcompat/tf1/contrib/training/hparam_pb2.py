"""The protocol buffer `tensorflow.HParamDef`: name -> one or a list of bytes, 64-bit integers, floats or booleans."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

_KINDS = ("int64", "float", "bytes", "bool")
_FIRST_NUMBER = {"int64": 1, "float": 2, "bytes": 3, "bool": 7}
_LIST_NUMBER = {"int64": 4, "float": 5, "bytes": 6, "bool": 8}


def _file() -> Any:
    file = descriptor_pb2.FileDescriptorProto(
        name="tensorflow/contrib/training/python/training/hparam.proto", package="tensorflow", syntax="proto3"
    )
    top = file.message_type.add(name="HParamDef")
    Field = descriptor_pb2.FieldDescriptorProto
    for kind in _KINDS:
        lists = top.nested_type.add(name=f"{kind.capitalize()}List")
        field = lists.field.add(name="value", number=1, label=Field.LABEL_REPEATED)
        field.type = getattr(Field, f"TYPE_{kind.upper()}")
    holder = top.nested_type.add(name="HParamType")
    holder.oneof_decl.add(name="kind")
    for kind in _KINDS:
        field = holder.field.add(name=f"{kind}_value", number=_FIRST_NUMBER[kind], label=Field.LABEL_OPTIONAL)
        field.type, field.oneof_index = getattr(Field, f"TYPE_{kind.upper()}"), 0
        field = holder.field.add(name=f"{kind}_list", number=_LIST_NUMBER[kind], label=Field.LABEL_OPTIONAL)
        field.type, field.oneof_index = Field.TYPE_MESSAGE, 0
        field.type_name = f".tensorflow.HParamDef.{kind.capitalize()}List"
    entry = top.nested_type.add(name="HparamEntry")
    entry.options.map_entry = True
    entry.field.add(name="key", number=1, label=Field.LABEL_OPTIONAL, type=Field.TYPE_STRING)
    value = entry.field.add(name="value", number=2, label=Field.LABEL_OPTIONAL, type=Field.TYPE_MESSAGE)
    value.type_name = ".tensorflow.HParamDef.HParamType"
    table = top.field.add(name="hparam", number=1, label=Field.LABEL_REPEATED, type=Field.TYPE_MESSAGE)
    table.type_name = ".tensorflow.HParamDef.HparamEntry"
    return file


_pool = descriptor_pool.DescriptorPool()
_pool.Add(_file())
HParamDef: Any = message_factory.GetMessageClass(_pool.FindMessageTypeByName("tensorflow.HParamDef"))


def values_of(definition: Any) -> dict[str, Any]:
    """Name -> Python value."""
    assert isinstance(definition, HParamDef), f"expected an HParamDef, received {definition!r}"
    values = {}
    for name, held in definition.hparam.items():
        kind = held.WhichOneof("kind")
        stored = getattr(held, kind)
        text = kind.startswith("bytes")
        if kind.endswith("_list"):
            values[name] = [each.decode() if text else each for each in stored.value]
        else:
            values[name] = stored.decode() if text else stored
    return values


def of_values(values: Mapping[str, Any], types: Mapping[str, tuple[Any, bool]]) -> Any:
    """The protocol buffer for some values; `types` has, for each name, its type and whether it is a list.

    Raises:
      ValueError: a type is neither a number, a boolean nor a string.
    """
    definition = HParamDef()
    for name, (wanted, is_list) in types.items():
        kind = _kind(wanted)
        parts = values[name] if is_list else [values[name]]
        parts = [each.encode() if isinstance(each, str) else each for each in parts]
        if is_list:
            getattr(definition.hparam[name], f"{kind}_list").value.extend(parts)
        else:
            setattr(definition.hparam[name], f"{kind}_value", parts[0])
    return definition


def _kind(wanted: Any) -> str:
    for types, kind in ((bool, "bool"), (int, "int64"), ((str, bytes), "bytes"), (float, "float")):
        if issubclass(wanted, types):
            return kind
    raise ValueError(f"Unsupported parameter type: {wanted}")
