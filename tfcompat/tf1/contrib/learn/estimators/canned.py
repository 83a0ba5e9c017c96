"""The model functions of contrib.learn's canned estimators: a deep part, a linear part, or both."""

from __future__ import annotations

import math
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib import layers
from tfcompat.tf1.contrib.layers.feature_column import base as columns_of_contrib
from tfcompat.tf1.contrib.learn.estimators.keys import ModeKeys

_BIG = 64 << 20  # bytes in a slice of a variable that is spread over parameter servers
_DEEP_RATE, _LINEAR_RATE = 0.05, 0.2


def deep_model(features: Any, labels: Any, mode: str, params: dict[str, Any], config: Any = None) -> Any:
    """Hidden layers over feature columns."""
    features = _dict(features)
    head = params["head"]
    given = {"summary": "{}_fraction_of_zero_values", "histogram": "{}_activation", **params}
    with _deep_scope(features, config):
        logits, scope = _deep(features, mode, given, params["feature_columns"], config)

        def train(loss: Any) -> Any:
            return layers.optimize_loss(
                loss=loss,
                global_step=v1.train.get_global_step(),
                learning_rate=_DEEP_RATE,
                optimizer=_called(params.get("optimizer") or "Adagrad"),
                gradient_multipliers=_multipliers(params.get("embedding_lr_multipliers"), "dnn", scope),
                clip_gradients=params.get("gradient_clip_norm"),
                name="dnn",
                summaries=[],
            )

        return head.create_model_fn_ops(features, mode, labels, train_op_fn=train, logits=logits)


def linear_model(features: Any, labels: Any, mode: str, params: dict[str, Any], config: Any = None) -> Any:
    """A weighted sum of feature columns."""
    features = _dict(features)
    head, columns, norm = params["head"], params["feature_columns"], params.get("gradient_clip_norm")
    with _linear_scope(features, config) as scope:
        logits = _linear(features, columns, head, params.get("joint_weights"), scope)

        def train(loss: Any) -> Any:
            variables = v1.get_collection("linear")
            gradients = v1.gradients(loss, variables)
            if norm:
                gradients, _ = v1.clip_by_global_norm(gradients, norm)
            wished = params.get("optimizer") or v1.train.FtrlOptimizer(learning_rate=_linear_rate(columns))
            if isinstance(wished, str):
                wished = layers.OPTIMIZER_CLS_NAMES[wished](learning_rate=_LINEAR_RATE)
            pairs = zip(gradients, variables, strict=True)
            return _called(wished).apply_gradients(pairs, global_step=v1.train.get_global_step())

        return head.create_model_fn_ops(features, mode, labels, train_op_fn=train, logits=logits)


def combined_model(features: Any, labels: Any, mode: str, params: dict[str, Any], config: Any = None) -> Any:
    """A deep and a linear part, whose logits are added up; each is trained by its own optimizer.

    Raises:
      ValueError: there are no columns, or no hidden layers for the deep ones.
    """
    head, wide, deep = params["head"], params["linear_feature_columns"], params["dnn_feature_columns"]
    features = _dict(features)
    optimizers = {
        "dnn": _called(params.get("dnn_optimizer") or "Adagrad"),
        "linear": _called(params.get("linear_optimizer") or "Ftrl"),
    }
    for each in optimizers.values():
        if isinstance(each, v1.train.SyncReplicasOptimizer):
            raise ValueError("SyncReplicasOptimizer is not supported in DNNLinearCombined model.")
    logits, scope, norm = [], "", params.get("gradient_clip_norm")
    if deep:
        if not params["dnn_hidden_units"]:
            raise ValueError("dnn_hidden_units must be defined when dnn_feature_columns is specified.")
        part = {
            "head": head,
            "hidden_units": params["dnn_hidden_units"],
            "activation_fn": params["dnn_activation_fn"] or v1.nn.relu,
            "dropout": params["dnn_dropout"],
            "input_layer_min_slice_size": params.get("input_layer_min_slice_size"),
            "summary": "{}/fraction_of_zero_values",
            "histogram": "{}/activation",
        }
        with _deep_scope(features, config):
            deep_logits, scope = _deep(features, mode, part, deep, config)
        logits.append(deep_logits)
    if wide:
        with _linear_scope(features, config) as linear_scope:
            linear_logits = _linear(features, wide, head, params.get("joint_linear_weights"), linear_scope)
            _summarize(linear_logits, linear_scope.name, "{}/fraction_of_zero_values", "{}/activation")
            logits.append(linear_logits)
    once = params.get("fix_global_step_increment_bug", True)
    parts = [("dnn", _DEEP_RATE)] * bool(deep) + [("linear", _linear_rate(wide))] * bool(wide)

    def train(loss: Any) -> Any:
        step = v1.train.get_global_step()
        steps = []
        for name, rate in parts:
            multipliers = _multipliers(params.get("embedding_lr_multipliers"), name, scope) if name == "dnn" else None
            steps.append(
                layers.optimize_loss(
                    loss=loss,
                    global_step=step,
                    learning_rate=rate,
                    optimizer=optimizers[name],
                    gradient_multipliers=multipliers,
                    clip_gradients=norm,
                    variables=v1.get_collection(name),
                    name=name,
                    summaries=[],
                    increment_global_step=not once,
                )
            )
        trained = v1.group(*steps)
        if not once:
            return trained
        with v1.control_dependencies([trained]), v1.colocate_with(step):
            return v1.assign_add(step, 1).op

    total = logits[0] if len(logits) == 1 else logits[0] + logits[1]
    return head.create_model_fn_ops(features, mode, labels, train_op_fn=train, logits=total)


def _deep(features: dict[str, Any], mode: str, params: dict[str, Any], columns: Any, config: Any) -> tuple[Any, str]:
    """Logits of hidden layers [batch, logits_dimension], and the scope of the layer that the columns make."""
    values = tuple(features.values())
    dropout, activation = params.get("dropout"), _activation(params.get("activation_fn"))
    servers = config.num_ps_replicas if config else 0
    sliced = _slices(servers, params.get("input_layer_min_slice_size") or _BIG)
    with v1.variable_scope("input_from_feature_columns", values=values, partitioner=sliced) as scope:
        if _are_of_contrib(columns):
            net = layers.input_from_feature_columns(features, columns, weight_collections=["dnn"], scope=scope)
        else:
            net = v1.feature_column.input_layer(features, columns, weight_collections=["dnn"])
    for number, units in enumerate(params["hidden_units"]):
        with v1.variable_scope(f"hiddenlayer_{number}", values=(net,)) as hidden:
            net = _layer(net, units, activation, hidden)
            if dropout is not None and mode == ModeKeys.TRAIN:
                net = layers.dropout(net, keep_prob=1.0 - dropout)
        _summarize(net, hidden.name, params["summary"], params["histogram"])
    with v1.variable_scope("logits", values=(net,)) as last:
        logits = _layer(net, params["head"].logits_dimension, None, last)
    _summarize(logits, last.name, params["summary"], params["histogram"])
    return logits, scope.name


def _deep_scope(features: dict[str, Any], config: Any) -> Any:
    servers = config.num_ps_replicas if config else 0
    return v1.variable_scope("dnn", values=tuple(features.values()), partitioner=_slices(servers))


def _layer(net: Any, units: int, activation: Any, scope: Any) -> Any:
    return layers.fully_connected(net, units, activation_fn=activation, variables_collections=["dnn"], scope=scope)


def _linear_scope(features: dict[str, Any], config: Any) -> Any:
    servers = config.num_ps_replicas if config else 0
    return v1.variable_scope("linear", values=tuple(features.values()), partitioner=_slices(servers, _BIG))


def _linear(features: dict[str, Any], columns: Any, head: Any, joint: Any, scope: Any) -> Any:
    if not _are_of_contrib(columns):
        units = head.logits_dimension
        return v1.feature_column.linear_model(features, columns, units=units, weight_collections=["linear"])
    summed = layers.joint_weighted_sum_from_feature_columns if joint else layers.weighted_sum_from_feature_columns
    logits, _, _ = summed(
        columns_to_tensors=features,
        feature_columns=columns,
        num_outputs=head.logits_dimension,
        weight_collections=["linear"],
        scope=scope,
    )
    return logits


def _summarize(value: Any, name: str, scalar: str, histogram: str) -> None:
    v1.summary.scalar(scalar.format(name), v1.nn.zero_fraction(value))
    v1.summary.histogram(histogram.format(name), value)


def _slices(servers: int, size: int | None = None) -> Any:
    options = {} if size is None else {"min_slice_size": size}
    return v1.min_max_variable_partitioner(max_partitions=servers, **options)


def _multipliers(rates: Any, collection: str, scope: str) -> dict[Any, float] | None:
    """Rates by embedding column as rates by variable."""
    made = {}
    for column, rate in (rates or {}).items():
        variables = v1.get_collection(collection, f"{scope}/{column.name}")
        if not variables:
            raise ValueError(f"Couldn't find a variable for column {column}")
        made.update(dict.fromkeys(variables, rate))
    return made or None


def _linear_rate(columns: Any) -> float:
    return min(_LINEAR_RATE, 1.0 / math.sqrt(len(columns))) if columns else _LINEAR_RATE


def _are_of_contrib(columns: Any) -> bool:
    return all(isinstance(each, columns_of_contrib._FeatureColumn) for each in columns)


def _activation(given: Any) -> Any:
    if not isinstance(given, str):
        return given
    named = {"relu": v1.nn.relu, "tanh": v1.nn.tanh, "sigmoid": v1.nn.sigmoid}
    if given not in named:
        raise ValueError(f"Activation name should be one of [{', '.join(named)}], you provided {given}.")
    return named[given]


def _called(optimizer: Any) -> Any:
    return optimizer() if callable(optimizer) else optimizer


def _dict(features: Any) -> dict[str, Any]:
    return features if isinstance(features, dict) else {"": features}
