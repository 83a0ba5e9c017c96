"""A module's folder: `saved_model.pb`, `variables/`, `assets/` and the mark `tfhub_module.pb`."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any

from google.protobuf.message import DecodeError

from tfcompat.backend.internals_hub import meta_graph_pb2, saved_model_pb2
from tfcompat.backend.v1api import v1
from tfcompat.hub.messages import FORMAT_V3, message

_MARK, _MODEL = "tfhub_module.pb", "saved_model.pb"
_ASSETS, _PLACE = "saved_model_assets", b"SAVEDMODEL-ASSET"
VARIABLES = os.path.join("variables", "variables")


def is_module(folder: str) -> bool:
    """Whether it holds a module in the format of TensorFlow 1."""
    return v1.gfile.Exists(os.path.join(folder, _MARK))


def check_format(folder: str) -> None:
    """Raises ValueError for a format or features that hub 0.x did not read either."""
    mark = message("ModuleDef").FromString(_bytes(os.path.join(folder, _MARK)))
    if mark.format != FORMAT_V3 or mark.required_features:
        raise ValueError(
            f"{folder}: expected a module of format {FORMAT_V3} without required features, got format {mark.format} "
            f"and {list(mark.required_features)}"
        )


def read(folder: str) -> Any:
    """The SavedModel, with the names of its assets pointing into the folder.

    Raises:
      OSError: the file cannot be read.
    """
    path = os.path.join(folder, _MODEL)
    try:
        model = saved_model_pb2.SavedModel.FromString(_bytes(path))
    except DecodeError as error:
        raise OSError(f"Cannot parse file {path}: {error}.") from error
    for meta_graph in model.meta_graphs:
        if _ASSETS not in meta_graph.collection_def:
            continue
        paths = {}
        for packed in meta_graph.collection_def[_ASSETS].any_list.value:
            asset = meta_graph_pb2.AssetFileDef()
            packed.Unpack(asset)
            paths[asset.tensor_info.name.rpartition(":")[0]] = _asset(folder, asset.filename)
        del meta_graph.collection_def[_ASSETS]
        for node in meta_graph.graph_def.node:
            if node.name in paths:
                _constant(node)[0] = paths[node.name].encode()
    return model


def write(folder: str, saved_model: Any, save_variables: Callable[[str], None]) -> None:
    """Writes a module; `save_variables` gets the prefix of its checkpoint."""
    model = saved_model_pb2.SavedModel()
    model.CopyFrom(saved_model)
    files: dict[bytes, str] = {}
    for meta_graph in model.meta_graphs:
        for node, name in list(_asset_nodes(meta_graph)):
            original = _constant(node)[0]
            if original not in files:
                files[original] = _free(os.path.basename(original.decode()), set(files.values()))
            _constant(node)[0] = _PLACE
            asset = meta_graph_pb2.AssetFileDef(filename=files[original])
            asset.tensor_info.name = name
            meta_graph.collection_def[_ASSETS].any_list.value.add().Pack(asset)
    v1.gfile.MakeDirs(os.path.join(folder, "assets"))
    for original, name in files.items():
        v1.gfile.Copy(original.decode(), _asset(folder, name))
    v1.gfile.MakeDirs(os.path.join(folder, "variables"))
    save_variables(os.path.join(folder, VARIABLES))
    _put(os.path.join(folder, _MODEL), model)
    _put(os.path.join(folder, _MARK), message("ModuleDef")(format=FORMAT_V3))


def _asset_nodes(meta_graph: Any) -> Iterator[tuple[Any, str]]:
    """The constants that name files, with their tensors' names, in the names' order."""
    listed = meta_graph.collection_def.get(v1.GraphKeys.ASSET_FILEPATHS)
    names = sorted(set(listed.node_list.value)) if listed is not None else []
    nodes = {f"{node.name}:0": node for node in meta_graph.graph_def.node}
    for name in names:
        if name not in nodes:
            raise ValueError(f"Unexpected tensor {name} in ASSET_FILEPATHS collection: expected a constant's output")
        yield nodes[name], name


def _constant(node: Any) -> Any:
    """The list with the one string that an asset's node holds."""
    tensor = node.attr["value"].tensor
    if node.op != "Const" or len(tensor.string_val) != 1:
        raise TypeError(f"Asset node {node.name} must be a constant of one string, got {node.op}.")
    return tensor.string_val


def _asset(folder: str, name: str) -> str:
    path, assets = os.path.join(folder, "assets", name), os.path.join(folder, "assets")
    if "://" not in path and not os.path.abspath(path).startswith(os.path.abspath(assets) + os.sep):
        raise ValueError(f"Asset filename ({name}) points outside {assets}")
    return path


def _free(name: str, used: set[str]) -> str:
    taken, number = name, 0
    while taken in used:
        taken, number = f"{name}{number}", number + 1
    return taken


def _bytes(path: str) -> bytes:
    with v1.gfile.Open(path, "rb") as file:
        content: bytes = file.read()
        return content


def _put(path: str, content: Any) -> None:
    with v1.gfile.Open(path, "wb") as file:
        file.write(content.SerializeToString())
