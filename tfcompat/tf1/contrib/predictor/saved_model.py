"""Predictors from SavedModels."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.predictor.base import Predictor, by_name


class SavedModelPredictor(Predictor):
    """A predictor from a SavedModel."""


def from_saved_model(
    export_dir: Any,
    signature_def_key: str | None = None,
    signature_def: Any = None,
    input_names: dict[str, str] | None = None,
    output_names: dict[str, str] | None = None,
    tags: str | None = None,
    graph: Any = None,
    config: Any = None,
) -> Predictor:
    """What a SavedModel answers, by one of its signatures, a signature given, or names of tensors.

    Raises:
      ValueError: more than one of these is given, only one side's names are, or the model has no such signature.
    """
    if (input_names is None) != (output_names is None):
        raise ValueError("input_names and output_names must both be specified or both be unspecified.")
    if sum(each is not None for each in (signature_def_key, signature_def, input_names)) > 1:
        raise ValueError(
            "You must specify at most one of signature_def_key OR signature_def OR (input_names AND output_names)."
        )
    graph = graph or v1.Graph()
    with graph.as_default():
        session = v1.Session(config=config)
        loaded = v1.saved_model.loader.load(session, [tag.strip() for tag in (tags or "serve").split(",")], export_dir)
    if input_names is not None and output_names is not None:
        inputs, outputs = (
            {key: graph.get_tensor_by_name(name) for key, name in names.items()}
            for names in (input_names, output_names)
        )
    else:
        signature = _signature(loaded, signature_def_key) if signature_def is None else signature_def
        inputs, outputs = by_name(graph, signature)
    return SavedModelPredictor(graph, session, inputs, outputs)


def _signature(loaded: Any, key: str | None) -> Any:
    key = key or v1.saved_model.signature_constants.DEFAULT_SERVING_SIGNATURE_DEF_KEY
    for name in (key, f"default_input_alternative:{key}"):
        if name in loaded.signature_def:
            return loaded.signature_def[name]
    raise ValueError(f'Got signature_def_key "{key}". Available signatures are {list(loaded.signature_def)}.')
