"""Messages that a module carries with it, and the one that says how large its images are."""

from __future__ import annotations

import re
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.hub.messages import message

SAVED = "hub_module_attachments"
_COLLECTION = ("__tfcompat_hub_attachments",)
_IMAGE_INFO = "image_module_info"


def attach_message(key: str, attached: Any) -> None:
    """Keeps a protocol message under a key with the module that the calling `module_fn` builds; the last one counts.

    Raises:
      ValueError: the key is not made of letters, digits and underscores.
    """
    if not re.fullmatch(r"[a-zA-Z][a-zA-Z0-9_]*", key):
        raise ValueError(f"hub.attach_message() called with malformed key '{key}'; it takes the form of a Python name")
    v1.add_to_collection(_COLLECTION, (key, attached.SerializeToString()))


def write(meta_graph: Any) -> None:
    """Puts the default graph's messages into a MetaGraphDef."""
    found = dict(v1.get_collection(_COLLECTION))
    if found:
        rows = [message("ModuleAttachment")(key=key, value=value) for key, value in found.items()]
        meta_graph.collection_def[SAVED].bytes_list.value[:] = [row.SerializeToString() for row in rows]


def read(meta_graph: Any) -> dict[str, bytes]:
    """Key -> serialized message, of a MetaGraphDef."""
    if SAVED not in meta_graph.collection_def:
        return {}
    rows = map(message("ModuleAttachment").FromString, meta_graph.collection_def[SAVED].bytes_list.value)
    return {row.key: row.value for row in rows}


def attach_image_module_info(image_module_info: Any) -> None:
    """Attaches an `ImageModuleInfo` from within a `module_fn`."""
    attach_message(_IMAGE_INFO, image_module_info)


def get_expected_image_size(
    module_or_spec: Any, signature: str | None = None, input_name: str | None = None
) -> list[int]:
    """[height, width] of a module's images.

    Raises:
      ValueError: neither an attached message nor the input's shape says it.
    """
    info = module_or_spec.get_attached_message(_IMAGE_INFO, message("ImageModuleInfo"))
    if info is not None and info.default_image_size.height and info.default_image_size.width:
        return [info.default_image_size.height, info.default_image_size.width]
    _, height, width, _ = _shape(module_or_spec, signature, input_name, "height and width", slice(1, 3))
    return [height, width]


def get_num_image_channels(module_or_spec: Any, signature: str | None = None, input_name: str | None = None) -> int:
    """How many channels a module's images have.

    Raises:
      ValueError: the input's shape does not say it.
    """
    channels: int = _shape(module_or_spec, signature, input_name, "num_channels", slice(3, 4))[3]
    return channels


def _shape(module_or_spec: Any, signature: str | None, input_name: str | None, wanted: str, part: slice) -> Any:
    name = input_name or "images"
    inputs = module_or_spec.get_input_info_dict(signature)
    if name not in inputs:
        raise ValueError(
            f"Module is missing input '{name}' in signature '{signature or 'default'}'; it has {sorted(inputs)}."
        )
    shape = inputs[name].get_shape()
    if shape.ndims != 4 or not all(shape.as_list()[part]):
        raise ValueError(
            f"Shape of module input is {shape}, expected [batch_size, height, width, num_channels] with known {wanted}."
        )
    return shape.as_list()
