"""`tf.keras.experimental.export_saved_model` and `load_from_saved_model`: 1.15's own folder of a Keras model.

It holds the graph to serve, those to train and evaluate where the model was compiled, the weights as an object-based
checkpoint, and the configuration as `assets/saved_model.json`.
"""

from __future__ import annotations

import os
from typing import Any

from tfcompat.backend import internals_keras
from tfcompat.backend.internals_saved_model import Builder, model_utils, saveables
from tfcompat.backend.v1api import keras, v1

_JSON = os.path.join("assets", "saved_model.json")
_WEIGHTS = os.path.join("variables", "variables")
_TRAIN, _TEST, _PREDICT = "train", "test", "predict"


def export_saved_model(
    model: Any,
    saved_model_path: str,
    custom_objects: dict[str, Any] | None = None,
    as_text: bool = False,
    input_signature: Any = None,
    serving_only: bool = False,
) -> None:
    """Writes a model; with `serving_only` by its call alone, which is the only way for a subclassed one.

    Raises:
      ValueError: a sequential model has no weights yet.
      NotImplementedError: the model is subclassed, and `serving_only` is not set.
      AssertionError: the folder is there and not empty.
    """
    if serving_only:
        call = internals_keras.module("saving.legacy.saving_utils").trace_model_call(model, input_signature)
        v1.saved_model.experimental.save(model, saved_model_path, signatures=call)
    else:
        _check(model)
        _write(model, str(saved_model_path), custom_objects, as_text, input_signature)
    try:
        text = model.to_json()
    except NotImplementedError:
        v1.logging.warning("Skipped saving model JSON, subclassed model does not have get_config() defined.")
        return
    file = os.path.join(saved_model_path, _JSON)
    v1.gfile.MakeDirs(os.path.dirname(file))
    with v1.gfile.Open(file, "w") as out:
        out.write(text)


def load_from_saved_model(saved_model_path: Any, custom_objects: dict[str, Any] | None = None) -> Any:
    """The model of such a folder, with its weights, not compiled."""
    folder = saved_model_path.decode() if isinstance(saved_model_path, bytes) else str(saved_model_path)
    with v1.gfile.Open(os.path.join(folder, _JSON)) as file:
        model = keras().models.model_from_json(file.read(), custom_objects=custom_objects)
    model.load_weights(os.path.join(folder, _WEIGHTS))
    return model


def _check(model: Any) -> None:
    if model._is_graph_network:
        return
    if not isinstance(model, keras().Sequential):
        raise NotImplementedError(
            "Subclassed models can only be exported for serving. Please set argument serving_only=True."
        )
    if not model.built:
        raise ValueError(
            "Weights for sequential model have not yet been created. Weights are created when the Model is first "
            "called on inputs or `build()` is called with an `input_shape`, or the first layer in the model has "
            "`input_shape` during construction."
        )


def _write(model: Any, folder: str, custom_objects: Any, as_text: bool, signature: Any) -> None:
    builder = Builder(folder)
    weights = os.path.join(folder, _WEIGHTS)
    v1.gfile.MakeDirs(os.path.dirname(weights))
    model.save_weights(weights, save_format="tf", overwrite=True)
    modes = [_PREDICT]
    if model.optimizer is not None:
        if hasattr(model.optimizer, "get_slot") or hasattr(model.optimizer, "optimizer"):
            modes = [_TRAIN, _TEST, _PREDICT]
        else:
            v1.logging.warning(
                "Model was compiled with an optimizer, but the optimizer is not from `tf.train` (e.g. "
                "`tf.train.AdagradOptimizer`). Only the serving graph was exported. The train and evaluate graphs "
                "were not added to the SavedModel."
            )
    for mode in modes:
        _add_graph(builder, model, mode, custom_objects, weights, signature, is_first=mode == modes[0])
    builder.save(as_text)


def _add_graph(
    builder: Any, model: Any, mode: str, custom_objects: Any, weights: str, signature: Any, is_first: bool
) -> None:
    """The graph of a copy of the model in one mode; the first one's variables are those that are kept."""
    backend = keras().backend
    copy = internals_keras.module("models.cloning").clone_and_build_model
    compiled = mode != _PREDICT
    settings = model.optimizer.get_config() if compiled and hasattr(model.optimizer, "get_slot") else None
    with v1.Graph().as_default() as graph, v1.Session(graph=graph).as_default():
        backend.set_learning_phase(int(mode == _TRAIN))
        inputs = None
        if signature is not None:
            inputs = v1.nest.map_structure(
                lambda spec: backend.placeholder(shape=spec.shape, dtype=spec.dtype, name=spec.name), signature
            )
        clone = copy(
            model,
            input_tensors=inputs,
            custom_objects=custom_objects,
            compile_clone=compiled,
            optimizer_config=settings,
        )
        if compiled:
            graph.add_to_collection(v1.GraphKeys.GLOBAL_STEP, clone.optimizer.iterations)
        getattr(clone, f"_make_{mode}_function")()
        train_op = clone.train_function.updates_op if mode == _TRAIN else None
        graph.get_collection_ref(v1.GraphKeys.UPDATE_OPS).extend(clone.updates)
        clone.load_weights(weights)
        if is_first:
            clone.save_weights(weights, save_format="tf", overwrite=True)
            builder._has_saved_variables = True
        builder.add_meta_graph(
            model_utils.EXPORT_TAG_MAP[mode],
            signature_def_map=_signatures(clone, mode),
            saver=v1.train.Saver(saveables(clone), allow_empty=True),
            init_op=v1.local_variables_initializer(),
            train_op=train_op,
        )


def _signatures(model: Any, mode: str) -> Any:
    inputs = dict(zip(model.input_names, model.inputs, strict=True))
    compiled = mode != _PREDICT
    if compiled:
        inputs.update({each.name.split(":")[0]: each for each in model._targets if each is not None})
    measure = internals_keras.module("saving.legacy.saving_utils").extract_model_metrics
    metrics: dict[str, Any] = (measure(model) or {}) if compiled else {}
    for name, metric in metrics.items():
        known = {id(each) for each in v1.local_variables()}
        for variable in metric.variables:
            if id(variable) not in known:
                v1.add_to_collection(v1.GraphKeys.LOCAL_VARIABLES, variable)
        metrics[name] = metric.result(), metric.updates[0]
    outputs = model_utils.export_outputs_for_mode(
        mode,
        predictions=dict(zip(model.output_names, model.outputs, strict=True)),
        loss=model.total_loss if compiled else None,
        metrics=metrics or None,
    )
    return model_utils.build_all_signature_defs(inputs, export_outputs=outputs, serving_only=not compiled)
