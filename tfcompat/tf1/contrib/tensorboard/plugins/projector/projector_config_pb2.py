"""The protocol buffers that TensorBoard's projector reads. They are made here: TensorBoard need not be installed."""

from __future__ import annotations

from typing import Any

from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

_Field = descriptor_pb2.FieldDescriptorProto
# Message -> fields as (name, number, type, whether there are several); other types are messages.
_MESSAGES = {
    "SpriteMetadata": (("image_path", 1, "string", False), ("single_image_dim", 2, "uint32", True)),
    "EmbeddingInfo": (
        ("tensor_name", 1, "string", False),
        ("metadata_path", 2, "string", False),
        ("bookmarks_path", 3, "string", False),
        ("tensor_shape", 4, "uint32", True),
        ("sprite", 5, "SpriteMetadata", False),
        ("tensor_path", 6, "string", False),
    ),
    "ProjectorConfig": (
        ("model_checkpoint_path", 1, "string", False),
        ("embeddings", 2, "EmbeddingInfo", True),
        ("model_checkpoint_dir", 3, "string", False),
    ),
}
_SCALARS = {"string": _Field.TYPE_STRING, "uint32": _Field.TYPE_UINT32}


def _file() -> Any:
    file = descriptor_pb2.FileDescriptorProto(
        name="tensorflow/contrib/tensorboard/plugins/projector/projector_config.proto",
        package="tensorflow",
        syntax="proto3",
    )
    for name, fields in _MESSAGES.items():
        message = file.message_type.add(name=name)
        for field_name, number, kind, several in fields:
            field = message.field.add(name=field_name, number=number)
            field.label = _Field.LABEL_REPEATED if several else _Field.LABEL_OPTIONAL
            field.type = _SCALARS.get(kind, _Field.TYPE_MESSAGE)
            if kind not in _SCALARS:
                field.type_name = f".tensorflow.{kind}"
    return file


_pool = descriptor_pool.DescriptorPool()
_pool.Add(_file())


def _message(name: str) -> Any:
    return message_factory.GetMessageClass(_pool.FindMessageTypeByName(f"tensorflow.{name}"))


SpriteMetadata: Any = _message("SpriteMetadata")
EmbeddingInfo: Any = _message("EmbeddingInfo")
ProjectorConfig: Any = _message("ProjectorConfig")
