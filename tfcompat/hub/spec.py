"""`ModuleSpec`: a module that is not in a graph yet, from a folder, an archive, a SavedModel or a function."""

from __future__ import annotations

import functools
import os
import tarfile
import tempfile
from collections.abc import Callable, Collection, Iterable
from typing import Any

from tfcompat.backend.internals_hub import saved_model_pb2
from tfcompat.backend.v1api import v1
from tfcompat.hub import attachments, colocation, graphs, saved, signatures

_ARCHIVES = (".tar", ".tar.gz", ".tgz")
_NEVER_KEPT = ("global_step", "legacy_init_op", "saved_model_main_op")


class ModuleSpec:
    """A SavedModel with one graph per set of tags, and perhaps the checkpoint of its variables.

    Raises:
      ValueError: two graphs have the same tags, or a collection that a module cannot carry.
    """

    def __init__(self, saved_model: Any, checkpoint: str | None = None) -> None:
        self._saved_model, self._checkpoint = saved_model, checkpoint
        tags = self.get_tags()
        twice = [each for each in tags if tags.count(each) > 1]
        if twice:
            raise ValueError(f"Tags {set(twice[0])!r} used repeatedly")
        unknown = {key for each in saved_model.meta_graphs for key in each.collection_def} - _carried()
        if unknown:
            raise ValueError(
                f"Unsupported collections in graph: {sorted(unknown)}\nUse hub.create_module_spec(..., "
                "drop_collections=[...]) as appropriate."
            )

    def get_tags(self) -> list[frozenset[str]]:
        """The sets of tags, one per graph."""
        return sorted((frozenset(each.meta_info_def.tags) for each in self._saved_model.meta_graphs), key=sorted)

    def get_signature_names(self, tags: Collection[str] | None = None) -> list[str]:
        """What the graph with these tags can be asked for."""
        return list(self._graph(tags).signature_def)

    def get_input_info_dict(self, signature: str | None = None, tags: Collection[str] | None = None) -> Any:
        """Input -> an object with `dtype`, `get_shape()` and `is_sparse`."""
        return signatures.described(self._signature(signature, tags).inputs)

    def get_output_info_dict(self, signature: str | None = None, tags: Collection[str] | None = None) -> Any:
        """Output -> an object with `dtype`, `get_shape()` and `is_sparse`."""
        return signatures.described(self._signature(signature, tags).outputs)

    def get_attached_message(
        self, key: str, message_type: Any, tags: Collection[str] | None = None, required: bool = False
    ) -> Any:
        """A message that was attached under a key, or None.

        Raises:
          KeyError: it is `required` and not there.
        """
        found = attachments.read(self._graph(tags)).get(key)
        if found is None and required:
            raise KeyError(f"No attached message for key '{key}' in graph version {sorted(tags or [])} of Hub Module")
        return None if found is None else message_type.FromString(found)

    def export(
        self,
        path: str,
        _sentinel: None = None,
        checkpoint_path: str | None = None,
        name_transform_fn: Callable[[str], str] | None = None,
    ) -> None:
        """Writes the module to a folder, with variables out of a checkpoint in which `name_transform_fn` names them."""
        if not checkpoint_path:
            raise ValueError("Missing mandatory `checkpoint_path` parameter")
        named = name_transform_fn or str
        with v1.Graph().as_default():
            instance = self.instance("module", False, ())
            v1.train.init_from_checkpoint(
                checkpoint_path, {named(name): value for name, value in instance.variable_map.items()}
            )
            with v1.Session() as session:
                session.run(v1.global_variables_initializer())
                self.write(path, instance, session)

    def instance(self, name: str, trainable: bool, tags: Collection[str]) -> graphs.Instance:
        """Its state in the current graph."""
        return graphs.Instance(self._graph(tags), self._checkpoint, trainable, name)

    def write(self, path: str, instance: graphs.Instance, session: Any) -> None:
        """Writes the module with the variables that an instance has in a session."""

        def save(prefix: str) -> None:
            if instance.saver:
                instance.saver.save(session, prefix, write_meta_graph=False, write_state=False)

        saved.write(_text(path), self._saved_model, save)

    def _graph(self, tags: Collection[str] | None) -> Any:
        for meta_graph in self._saved_model.meta_graphs:
            if set(meta_graph.meta_info_def.tags) == set(tags or ()):
                return meta_graph
        raise KeyError(f"The module has no graph with tags {sorted(tags or ())}; it has {self._shown_tags()}")

    def _shown_tags(self) -> list[list[str]]:
        return [sorted(each) for each in self.get_tags()]

    def _signature(self, signature: str | None, tags: Collection[str] | None) -> Any:
        found = self._graph(tags).signature_def
        if (signature or "default") not in found:
            raise ValueError(
                f"Signature {signature or 'default'!r} is missing from meta graph; it has {', '.join(sorted(found))}."
            )
        return found[signature or "default"]


def _carried() -> set[str]:
    keys = v1.GraphKeys
    kept = {keys.GLOBAL_VARIABLES, keys.TRAINABLE_VARIABLES, keys.MODEL_VARIABLES, keys.TABLE_INITIALIZERS}
    kept |= {keys.UPDATE_OPS, keys.REGULARIZATION_LOSSES, keys.ASSET_FILEPATHS, keys.COND_CONTEXT, keys.WHILE_CONTEXT}
    return {*kept, attachments.SAVED}


def create_module_spec(
    module_fn: Callable[..., Any],
    tags_and_args: Iterable[tuple[Collection[str], dict[str, Any]]] | None = None,
    drop_collections: Iterable[str] | None = None,
) -> ModuleSpec:
    """The module whose graphs a function builds: one for each pair of tags and arguments.

    Raises:
      ValueError: no signature, a collection that a module cannot carry, or a state bound to an op that is none.
    """
    model = saved_model_pb2.SavedModel()
    for tags, arguments in tags_and_args or [((), {})]:
        with v1.Graph().as_default() as graph:
            with v1.variable_scope("", use_resource=True):
                module_fn(**arguments)
            for key in drop_collections or ():
                del v1.get_collection_ref(key)[:]
            wrong = colocation.state_error(graph, graphs.is_state, tags if tags_and_args else None)
            if wrong:
                raise ValueError(wrong)
            meta_graph = v1.train.export_meta_graph(strip_default_attrs=True)
            meta_graph.meta_info_def.tags.extend(tags)
            signatures.write(meta_graph)
            attachments.write(meta_graph)
        model.meta_graphs.append(meta_graph)
    return ModuleSpec(model)


def create_module_spec_from_saved_model(
    saved_model_path: str, drop_collections: Iterable[str] | None = None
) -> ModuleSpec:
    """A SavedModel of TensorFlow 1 as a module; what initializes it otherwise than a session does is left out."""
    model = saved.read(_text(saved_model_path))
    for meta_graph in model.meta_graphs:
        for key in {*_NEVER_KEPT, *(drop_collections or ())} & set(meta_graph.collection_def):
            del meta_graph.collection_def[key]
    return ModuleSpec(model, os.path.join(_text(saved_model_path), saved.VARIABLES))


def load_module_spec(path: str) -> ModuleSpec:
    """The module in a folder or an archive (.tar, .tar.gz, .tgz), or at an address that tensorflow_hub resolves.

    Raises:
      OSError: there is no module of TensorFlow 1.
    """
    text = _text(path)
    if text.endswith(_ARCHIVES) and "://" not in text:
        folder = _unpacked(os.path.abspath(text), os.path.getmtime(text) if os.path.exists(text) else 0.0)
    else:
        folder = text if v1.gfile.IsDirectory(text) else _resolved(text)
    if saved.is_module(folder):
        saved.check_format(folder)
        return ModuleSpec(saved.read(folder), os.path.join(folder, saved.VARIABLES))
    if v1.gfile.Exists(os.path.join(folder, "saved_model.pb")):
        raise OSError(
            f"{folder} holds a SavedModel, but no module of TensorFlow 1 (tfhub_module.pb): use hub.load(path) or "
            "hub.KerasLayer(path) for one of TensorFlow 2, hub.create_module_spec_from_saved_model(path) for one of "
            "TensorFlow 1"
        )
    raise OSError(f"{folder} does not appear to be a valid module: it has neither tfhub_module.pb nor saved_model.pb")


@functools.lru_cache(maxsize=8)
def _unpacked(archive: str, changed: float) -> str:
    folder = tempfile.mkdtemp(prefix="tfcompat-hub-")
    with tarfile.open(archive) as file:
        if hasattr(tarfile, "data_filter"):
            file.extractall(folder, filter="data")
        else:  # before Python 3.11.4
            outside = [each for each in file.getnames() if each.startswith("/") or ".." in each.split("/")]
            if outside:
                raise OSError(f"{archive}: {outside[0]} points outside the archive")
            file.extractall(folder)
    inside = [folder, *(entry.path for entry in os.scandir(folder) if entry.is_dir())]
    return next((each for each in inside if os.path.exists(os.path.join(each, "saved_model.pb"))), folder)


def _resolved(address: str) -> str:
    """What the installed tensorflow_hub knows the address to mean: a download, or Kaggle's copy of it."""
    from tensorflow_hub import resolve

    return _text(resolve(address))


def _text(path: Any) -> str:
    return os.fsdecode(path)
