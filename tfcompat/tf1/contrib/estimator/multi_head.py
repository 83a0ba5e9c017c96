"""`tf.contrib.estimator.multi_head`: several heads trained together, each on its own labels and logits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tfcompat.backend import estimator as door
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.estimator.train_op import train_op

_canned: Any = door.load("python.estimator.canned.head")
_keys: Any = door.load("python.estimator.canned.metric_keys").MetricKeys
_model_fn: Any = door.load("python.estimator.model_fn")
_outputs: Any = door.load("python.estimator.export.export_output")
_MODES = _model_fn.ModeKeys


def multi_head(heads: Sequence[Any], head_weights: Sequence[float] | None = None) -> Any:
    """One head whose loss is the sum of the heads', weighted where weights are given; the first one is served.

    Labels are a dict by the heads' names; logits are too, or one tensor [..., sum of the heads' widths]. Predictions
    are kept by (head's name, key); metrics end in the head's name.

    Raises:
      ValueError: there is no head, one has no name, or there are not as many weights as heads.
    """
    if head_weights and len(head_weights) != len(heads):
        raise ValueError(
            "heads and head_weights must have the same size. "
            f"Given len(heads): {len(heads)}. Given len(head_weights): {len(head_weights)}."
        )
    if not heads:
        raise ValueError(f"Must specify heads. Given: {heads}")
    for head in heads:
        if not head.name:
            raise ValueError(f"All given heads must have name specified. Given: {head}")
    return _MultiHead(tuple(heads), tuple(head_weights or ()))


class _MultiHead(_canned._Head):
    def __init__(self, heads: tuple[Any, ...], weights: tuple[float, ...]) -> None:
        self._heads = heads
        self._weights = weights

    @property
    def name(self) -> str:
        return "_".join(head.name for head in self._heads)

    @property
    def logits_dimension(self) -> int:
        return sum(head.logits_dimension for head in self._heads)

    def create_loss(self, features: Any, mode: str, logits: Any, labels: Any) -> Any:
        """The merged loss; what it was made of is kept by the heads' names."""
        logits = self._by_name(logits)
        specs = {
            head.name: head.create_loss(features, mode, logits[head.name], labels[head.name]) for head in self._heads
        }
        factors = self._weights or (None,) * len(self._heads)
        unreduced, weights = {}, {}
        for (name, spec), factor in zip(specs.items(), factors, strict=True):
            unreduced[name] = spec.unreduced_loss if factor is None else v1.multiply(spec.unreduced_loss, factor)
            weights[name] = spec.weights if factor is None else v1.multiply(spec.weights, factor)
        return _canned.LossSpec(
            training_loss=self._merged([spec.training_loss for spec in specs.values()]),
            unreduced_loss=unreduced,
            weights=weights,
            processed_labels={name: spec.processed_labels for name, spec in specs.items()},
        )

    def create_estimator_spec(
        self,
        features: Any,
        mode: str,
        logits: Any,
        labels: Any = None,
        optimizer: Any = None,
        train_op_fn: Any = None,
    ) -> Any:
        """The heads' specs in one."""
        logits = self._by_name(logits)
        if labels and not isinstance(labels, dict):
            raise ValueError(f"labels must be a dict. Given: {labels}")
        specs = {
            head.name: head.create_estimator_spec(
                features=features,
                mode=mode,
                logits=logits[head.name],
                labels=labels[head.name] if labels else None,
                train_op_fn=lambda loss: v1.no_op(),
            )
            for head in self._heads
        }
        predictions = {(name, key): value for name, spec in specs.items() for key, value in spec.predictions.items()}
        if mode == _MODES.PREDICT:
            return _model_fn.EstimatorSpec(mode=mode, predictions=predictions, export_outputs=self._exported(specs))
        if mode == _MODES.EVAL:
            loss, metrics = self._measured(specs)
            return _model_fn.EstimatorSpec(mode=mode, predictions=predictions, loss=loss, eval_metric_ops=metrics)
        if mode != _MODES.TRAIN:
            raise ValueError(f"mode={mode} unrecognized")
        loss = self._merged([spec.loss for spec in specs.values()])
        metrics = {key: value for spec in specs.values() for key, value in (spec.eval_metric_ops or {}).items()}
        spec = _model_fn.EstimatorSpec(
            mode=mode,
            predictions=predictions,
            loss=loss,
            train_op=train_op(loss, optimizer, train_op_fn),
            eval_metric_ops=metrics,
        )
        with v1.name_scope(""):
            v1.summary.scalar(_keys.LOSS, loss)
        return spec

    def _by_name(self, logits: Any) -> dict[str, Any]:
        """Each head's logits, cut from one tensor unless they are a dict."""
        if isinstance(logits, dict):
            return logits
        found, begin = {}, 0
        with v1.name_scope(None, "split_logits", values=[logits]):
            logits = v1.convert_to_tensor(logits)
            shape = logits.shape.as_list()
            widths = [head.logits_dimension for head in self._heads]
            if shape[-1] is not None and shape[-1] != sum(widths):
                raise ValueError(
                    f"Could not split logits of shape {shape!r} among the heads with individual logits dimensions: "
                    f"{widths!r}. The last dimension of the logits tensor should equal {sum(widths)} but is "
                    f"{shape[-1]}."
                )
            rows = v1.shape(logits)[:-1]
            starts, all_rows = v1.zeros_like(rows), -1 * v1.ones_like(rows)
            for head in self._heads:
                start, size = (
                    v1.concat([starts, [begin]], axis=0),
                    v1.concat([all_rows, [head.logits_dimension]], axis=0),
                )
                found[head.name] = v1.slice(logits, begin=start, size=size)
                begin += head.logits_dimension
        return found

    def _merged(self, losses: list[Any]) -> Any:
        with v1.name_scope("merge_losses", values=[*losses, *self._weights]):
            if self._weights:
                losses = [v1.multiply(loss, weight) for loss, weight in zip(losses, self._weights, strict=True)]
            return v1.add_n(losses)

    def _measured(self, specs: dict[str, Any]) -> tuple[Any, dict[str, Any]]:
        metrics: dict[str, Any] = {}
        with v1.name_scope("merge_eval"):
            for name, spec in specs.items():
                key = _canned._summary_key(name, _keys.LOSS)
                metrics[key] = v1.metrics.mean(spec.loss, name=key)
                metrics.update(spec.eval_metric_ops or {})
            return self._merged([spec.loss for spec in specs.values()]), metrics

    def _exported(self, specs: dict[str, Any]) -> dict[str, Any]:
        serving, predict = _canned._DEFAULT_SERVING_KEY, _canned._PREDICT_SERVING_KEY
        found = {serving: _served(specs[self._heads[0].name].export_outputs, self._heads[0].name)}
        merged = {}
        for name, spec in specs.items():
            for key, output in spec.export_outputs.items():
                found[name if key == serving else f"{name}/{key}"] = output
                if key == predict and isinstance(output, _outputs.PredictOutput):
                    merged.update({f"{name}/{each}": value for each, value in output.outputs.items()})
        found[predict] = _outputs.PredictOutput(merged)
        return found


def _served(outputs: dict[str, Any], name: str) -> Any:
    if len(outputs) == 1:
        return next(iter(outputs.values()))
    if _canned._DEFAULT_SERVING_KEY in outputs:
        return outputs[_canned._DEFAULT_SERVING_KEY]
    raise ValueError(
        f"{name} did not specify default export_outputs. Given: {outputs} Suggested fix: Use one of the heads in "
        f"tf.contrib.estimator, or include key {_canned._DEFAULT_SERVING_KEY} in export_outputs."
    )
