"""`tf.contrib.estimator.replicate_model_fn`: a model built once for each device, on its share of the batch."""

from __future__ import annotations

import copy
import inspect
from collections.abc import Callable, Sequence
from typing import Any

from tfcompat.backend import estimator as door
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.estimator import towers

_model_fn: Any = door.load("python.estimator.model_fn")
_outputs: Any = door.load("python.estimator.export.export_output")
_VARIABLES = ("Variable", "VariableV2", "VarHandleOp")


def replicate_model_fn(
    model_fn: Callable[..., Any],
    loss_reduction: str = "weighted_sum_by_nonzero_weights",
    devices: Sequence[str] | None = None,
) -> Callable[..., Any]:
    """A model function that splits the batch among `devices`, by default all GPUs, or the CPU.

    The model's optimizers must be wrapped in `TowerOptimizer` where there are several devices. Variables lie on the
    one GPU, or on the CPU.

    Raises:
      ValueError: losses are not reduced, the batch cannot be split evenly, or the towers' optimizers do not fit.
    """
    if loss_reduction == v1.losses.Reduction.NONE:
        raise ValueError(f"Tower losses need to be reduced in some way, yet {loss_reduction} reduction is specified.")
    places = list(devices or _local("GPU") or _local("CPU"))
    home = places[0] if len(places) == 1 and "GPU" in places[0].upper() else "/CPU:0"
    v1.logging.info("Replicating the `model_fn` across %s. Variables are going to be placed on %s.", places, home)

    def build(features: Any, labels: Any, mode: str, params: Any, config: Any) -> list[Any]:
        return _built(model_fn, (mode, params, config), features, labels, places, home, loss_reduction)

    def on_one(features: Any, labels: Any, mode: str, params: Any = None, config: Any = None) -> Any:
        return build([features], [labels], mode, params, config)[0]

    def on_several(features: Any, labels: Any, mode: str, params: Any = None, config: Any = None) -> Any:
        specs = build(*_split(features, labels, len(places), home), mode, params, config)
        modes = _model_fn.ModeKeys
        merge = {modes.TRAIN: _trained, modes.EVAL: _evaluated, modes.PREDICT: _predicted}[mode]
        return _model_fn.EstimatorSpec(**{**merge(specs, home), "mode": mode})

    return on_one if len(places) == 1 else on_several


def _local(kind: str) -> list[str]:
    return [f"/device:{kind}:{place}" for place in range(len(v1.config.experimental.list_logical_devices(kind)))]


def _split(features: Any, labels: Any, count: int, device: str) -> tuple[Any, Any]:
    with v1.name_scope("split_inputs"), v1.device(device):
        return _shards(features, count), None if labels is None else _shards(labels, count)


def _shards(value: Any, count: int) -> Any:
    if isinstance(value, dict):
        parts = {name: _shards(each, count) for name, each in value.items()}
        return [{name: each[place] for name, each in parts.items()} for place in range(count)]
    if isinstance(value, v1.SparseTensor):
        return v1.sparse_split(sp_input=value, num_split=count, axis=0)
    size = v1.convert_to_tensor(value).get_shape().dims[0]
    if int(size) % count:
        raise ValueError(f"Batch size {size} needs to be divisible by the number of GPUs, which is {count}.")
    return v1.split(value, count)


def _built(
    model_fn: Any, given: Any, features: Any, labels: Any, places: list[str], home: str, reduction: str
) -> list[Any]:
    """The model of each tower; the first one's names have no scope of their own."""
    mode, params, config = given
    names = inspect.signature(model_fn).parameters
    options = {key: copy.deepcopy(value) for key, value in (("params", params), ("config", config)) if key in names}
    state = towers.of_graph()
    state.count, state.loss_reduction = len(places), reduction
    specs = []
    for place, device in enumerate(places):
        with (
            v1.variable_scope("", reuse=place > 0) as scope,
            v1.name_scope(f"tower_{place}" if place else "") as name_scope,
            state.at(place, scope, name_scope),
            v1.device(_setter(device, home)),
        ):
            shard = labels[place] if labels else None
            spec = model_fn(mode=mode, features=features[place], labels=shard, **options)
            if spec.train_op is not None and len(places) > 1 and not state.optimizer_was_used:
                raise ValueError(
                    "Please wrap optimizers with TowerOptimizer in order to use replicate_model_fn with multiple "
                    "`devices`."
                )
            if spec.loss is not None:
                loss = towers.scaled(spec.loss, reduction, len(places))
                spec = _model_fn.EstimatorSpec(**{**_fields(spec), "loss": loss})
            specs.append(spec)
    if not state.agree:
        raise ValueError("Each invocation of model_fn was supposed to make the same optimizer calls.")
    towers.forget()
    return specs


def _setter(worker: str, home: str) -> Callable[[Any], str]:
    def choose(op: Any) -> str:
        node = op if isinstance(op, v1.NodeDef) else op.node_def
        wished = v1.DeviceSpec.from_string(home if node.op in _VARIABLES else worker)
        return str(wished.make_merged_spec(v1.DeviceSpec.from_string(op.device or "")).to_string())

    return choose


def _trained(specs: list[Any], home: str) -> dict[str, Any]:
    return {**_fields(specs[-1]), "loss": towers.summed([spec.loss for spec in specs], home, "loss")}


def _evaluated(specs: list[Any], home: str) -> dict[str, Any]:
    loss = towers.summed([spec.loss for spec in specs], home, "loss")
    updates = [update for spec in specs for _, update in spec.eval_metric_ops.values()]
    with v1.control_dependencies(updates):
        update = _added_up(len(specs))
    metrics = {name: (value, update) for name, (value, _) in specs[0].eval_metric_ops.items()}
    return {**_fields(specs[0]), "loss": loss, "eval_metric_ops": metrics}


def _added_up(count: int) -> Any:
    """Adds what the other towers' metrics hold to the first one's, and empties theirs."""
    variables = v1.get_collection(v1.GraphKeys.METRIC_VARIABLES)
    size = len(variables) // count
    if len(variables) % count:
        raise ValueError(
            "Different `EstimatorSpec.eval_metric_ops` across `model_fn()` calls. Expected "
            f"{size * count} local variables, but got {len(variables)} instead."
        )
    emptied = []
    for place in range(size):
        others = variables[place + size :: size]
        with v1.control_dependencies([v1.assign_add(variables[place], v1.add_n(others))]):
            emptied += [v1.assign(each, v1.zeros(v1.shape(each), dtype=each.dtype)) for each in others]
    return v1.group(*emptied)


def _predicted(specs: list[Any], home: str) -> dict[str, Any]:
    with v1.device(home):
        predictions = _joined([spec.predictions for spec in specs])
        exported = _rows([spec.export_outputs for spec in specs])
        outputs = {name: _output(rows) for name, rows in exported.items()}
    return {**_fields(specs[0]), "predictions": predictions, "export_outputs": outputs}


def _output(rows: list[Any]) -> Any:
    if isinstance(rows[0], _outputs.PredictOutput):
        return _outputs.PredictOutput(outputs=_joined([each.outputs for each in rows]))
    if isinstance(rows[0], _outputs.RegressionOutput):
        return _outputs.RegressionOutput(value=v1.concat([each.value for each in rows], axis=0))
    scores = classes = None
    if rows[0].scores is not None:
        scores = v1.concat([each.scores for each in rows], axis=0)
    if rows[0].classes is not None:
        classes = v1.stack([each.classes for each in rows], axis=0)
    return _outputs.ClassificationOutput(scores=scores, classes=classes)


def _joined(dicts: list[Any]) -> dict[str, Any]:
    return {name: v1.concat(rows, axis=0, name=name) for name, rows in _rows(dicts).items()}


def _rows(dicts: list[Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for each in dicts:
        for name, value in (each or {}).items():
            found.setdefault(name, []).append(value)
    return found


def _fields(spec: Any) -> dict[str, Any]:
    return {name: getattr(spec, name) for name in spec._fields}
