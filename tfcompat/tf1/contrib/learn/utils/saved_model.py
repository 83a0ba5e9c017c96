"""Estimators of contrib.learn as SavedModels."""

from __future__ import annotations

import os
from typing import Any

from tfcompat.backend import estimator
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.learn.estimators.keys import ModeKeys, PredictionKey, ProblemType


def export(
    model: Any,
    export_dir_base: str,
    serving_input_fn: Any,
    default_output_alternative_key: str | None = None,
    assets_extra: dict[str, str] | None = None,
    as_text: bool = False,
    checkpoint_path: str | None = None,
    graph_rewrite_specs: Any = None,
    strip_default_attrs: bool = False,
) -> bytes:
    """Writes a checkpoint of `model` into a new folder below `export_dir_base`; answers the folder.

    Raises:
      ValueError: there is no `serving_input_fn`, or graph rewrites are asked for, which TensorFlow no longer does.
      NotFittedError: nothing was trained.
    """
    if serving_input_fn is None:
        raise ValueError("serving_input_fn must be defined.")
    if graph_rewrite_specs is not None and any(spec.transforms for spec in graph_rewrite_specs):
        raise ValueError("graph_rewrite_specs asks for transforms, but TensorFlow dropped them; expected none")
    helpers = estimator.load("python.estimator.export.export_lib")
    checkpoint = checkpoint_path or model._checkpoint()
    target = helpers.get_timestamped_export_dir(export_dir_base)
    temporary = helpers.get_temp_export_dir(target)
    builder = v1.saved_model.builder.SavedModelBuilder(temporary)
    with v1.Graph().as_default() as graph:
        v1.train.create_global_step(graph)
        given = serving_input_fn()
        for name in given.features:
            v1.add_to_collection("input_feature_keys", name)
        ops = model._call_model_fn(dict(given.features), None, ModeKeys.INFER)
        outputs, default = output_alternatives(ops, default_output_alternative_key)
        ready = v1.group(v1.local_variables_initializer(), v1.tables_initializer())
        with v1.Session("") as session:
            saver = ops.scaffold.saver if ops.scaffold is not None else None
            (saver or v1.train.Saver(sharded=True)).restore(session, checkpoint)
            builder.add_meta_graph_and_variables(
                session,
                (v1.saved_model.tag_constants.SERVING,),
                signature_def_map=signatures(given.default_inputs, outputs, default),
                assets_collection=v1.get_collection(v1.GraphKeys.ASSET_FILEPATHS),
                main_op=ready,
                strip_default_attrs=strip_default_attrs,
            )
    for name, source in (assets_extra or {}).items():
        place = os.path.join(os.fsdecode(temporary), "assets.extra", name)
        v1.gfile.MakeDirs(os.path.dirname(place))
        v1.gfile.Copy(source, place)
    builder.save(as_text)
    v1.gfile.Rename(temporary, target)
    return os.fsencode(target)


def output_alternatives(ops: Any, default: str | None = None) -> tuple[dict[str, Any], str]:
    """The heads of a model, as name -> (problem, tensors), and the name of the one served by default.

    Raises:
      ValueError: there are several heads and no key for one of them, or the key is none of theirs.
    """
    heads = ops.output_alternatives
    if not heads:
        default = default or "default_output_alternative"
        tensors = ops.predictions if isinstance(ops.predictions, dict) else {PredictionKey.GENERIC: ops.predictions}
        return {default: (ProblemType.UNSPECIFIED, tensors)}, default
    if default is None and len(heads) == 1:
        default = next(iter(heads))
    if default not in heads:
        raise ValueError(f"expected default_output_alternative_key to be one of {sorted(heads)}, got {default}")
    return heads, default  # type: ignore[return-value]


def signatures(inputs: Any, heads: dict[str, Any], default: str) -> dict[str, Any]:
    """A signature for each head, and the default one."""
    inputs = inputs if isinstance(inputs, dict) else {"inputs": inputs}
    made = {f"default_input_alternative:{name}": _signature(inputs, *head) for name, head in heads.items()}
    made[v1.saved_model.signature_constants.DEFAULT_SERVING_SIGNATURE_DEF_KEY] = _signature(inputs, *heads[default])
    return made


def _signature(inputs: dict[str, Any], problem: int, outputs: dict[str, Any]) -> Any:
    definitions = v1.saved_model.signature_def_utils
    examples = next(iter(inputs.values()))
    if len(inputs) == 1 and examples.dtype == v1.string:
        scores = outputs.get(PredictionKey.SCORES, outputs.get(PredictionKey.PROBABILITIES))
        if problem == ProblemType.LINEAR_REGRESSION and PredictionKey.SCORES in outputs:
            return definitions.regression_signature_def(examples, outputs[PredictionKey.SCORES])
        if problem in (ProblemType.CLASSIFICATION, ProblemType.LOGISTIC_REGRESSION):
            classes = outputs.get(PredictionKey.CLASSES)
            named = classes if classes is not None and classes.dtype == v1.string else None
            if scores is not None or named is not None:
                return definitions.classification_signature_def(examples, named, scores)
    return definitions.predict_signature_def(inputs, outputs)
