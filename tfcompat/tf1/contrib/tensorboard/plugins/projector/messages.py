"""The protocol buffers of the projector's configuration; TensorFlow no longer has them, and TensorBoard may be absent.

Made from the table below, under a name of their own, so that TensorBoard's can be loaded beside them.
"""

from __future__ import annotations

from typing import Any

from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

_PACKAGE = "tfcompat.projector"
_TEXT, _COUNT, _MESSAGE = 9, 13, 11  # the numbers that protocol buffers give these types
# Message -> fields: name, number, type (or the message), whether there may be many.
_FIELDS: dict[str, list[tuple[str, int, int | str, bool]]] = {
    "SpriteMetadata": [("image_path", 1, _TEXT, False), ("single_image_dim", 2, _COUNT, True)],
    "EmbeddingInfo": [
        ("tensor_name", 1, _TEXT, False),
        ("metadata_path", 2, _TEXT, False),
        ("bookmarks_path", 3, _TEXT, False),
        ("tensor_shape", 4, _COUNT, True),
        ("sprite", 5, "SpriteMetadata", False),
        ("tensor_path", 6, _TEXT, False),
    ],
    "ProjectorConfig": [
        ("model_checkpoint_path", 1, _TEXT, False),
        ("embeddings", 2, "EmbeddingInfo", True),
        ("model_checkpoint_dir", 3, _TEXT, False),
    ],
}


def _classes() -> dict[str, Any]:
    file = descriptor_pb2.FileDescriptorProto(name="tfcompat/projector.proto", package=_PACKAGE, syntax="proto3")
    for message, fields in _FIELDS.items():
        row = file.message_type.add(name=message)
        for name, number, kind, many in fields:
            field = row.field.add(name=name, number=number, label=3 if many else 1)
            if isinstance(kind, str):
                field.type, field.type_name = _MESSAGE, f".{_PACKAGE}.{kind}"
            else:
                field.type = kind
    pool = descriptor_pool.DescriptorPool()
    pool.Add(file)
    find = pool.FindMessageTypeByName
    return {name: message_factory.GetMessageClass(find(f"{_PACKAGE}.{name}")) for name in _FIELDS}


_made = _classes()
EmbeddingInfo: Any = _made["EmbeddingInfo"]
ProjectorConfig: Any = _made["ProjectorConfig"]
SpriteMetadata: Any = _made["SpriteMetadata"]
