"""`tf.contrib.estimator.multi_label_head`: classes of which each row may have several."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from tfcompat.backend import estimator as door
from tfcompat.backend.internals_lookup import lookup_ops
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.estimator.train_op import train_op

_canned: Any = door.load("python.estimator.canned.head")
_keys: Any = door.load("python.estimator.canned.metric_keys").MetricKeys
_names: Any = door.load("python.estimator.canned.prediction_keys").PredictionKeys
_model_fn: Any = door.load("python.estimator.model_fn")
_outputs: Any = door.load("python.estimator.export.export_output")
_MODES = _model_fn.ModeKeys


def multi_label_head(
    n_classes: int,
    weight_column: Any = None,
    thresholds: Sequence[float] | None = None,
    label_vocabulary: Sequence[str] | None = None,
    loss_reduction: str = "weighted_sum_over_batch_size",
    loss_fn: Callable[..., Any] | None = None,
    classes_for_class_based_metrics: Sequence[Any] | None = None,
    name: str | None = None,
) -> Any:
    """A head with one logit per class, [batch, n_classes]; labels are 0 or 1 for each, or sparse ids or words.

    `thresholds` add accuracy, precision and recall at each; `classes_for_class_based_metrics`, ids or words of the
    vocabulary, add a mean and two areas for each class.

    Raises:
      ValueError: there are fewer than two classes, a threshold is not between 0 and 1, the vocabulary does not fit,
        or the reduction is none.
    """
    thresholds = tuple(thresholds or ())
    if n_classes is None or n_classes < 2:
        raise ValueError(f"n_classes must be > 1 for multi-class classification. Given: {n_classes}")
    for each in thresholds:
        if not 0.0 < each < 1.0:
            raise ValueError(f"thresholds must be in (0, 1) range. Given: {each}")
    if label_vocabulary is not None:
        if not isinstance(label_vocabulary, (list, tuple)):
            raise ValueError(f"label_vocabulary must be a list or tuple. Given type: {type(label_vocabulary)}")
        if len(label_vocabulary) != n_classes:
            raise ValueError(
                f"Length of label_vocabulary must be n_classes ({n_classes}). Given: {len(label_vocabulary)}"
            )
    if loss_fn:
        _canned._validate_loss_fn_args(loss_fn)
    reductions = v1.losses.Reduction
    if loss_reduction not in reductions.all() or loss_reduction == reductions.NONE:
        raise ValueError(f"Invalid loss_reduction: {loss_reduction}")
    classes = _class_ids(classes_for_class_based_metrics, n_classes, label_vocabulary)
    return _MultiLabelHead(
        n_classes, weight_column, thresholds, label_vocabulary, loss_reduction, loss_fn, classes, name
    )


def _class_ids(classes: Sequence[Any] | None, n_classes: int, vocabulary: Sequence[str] | None) -> tuple[int, ...]:
    classes = tuple(classes or ())
    if classes and isinstance(classes[0], str):
        if not vocabulary:
            raise ValueError(
                f"label_vocabulary must be provided when classes_for_class_based_metrics are sting. Given: {classes}"
            )
        return tuple(vocabulary.index(each) for each in classes)
    for each in classes:
        if not 0 <= each < n_classes:
            raise ValueError(
                f"All classes_for_class_based_metrics must be in range [0, {n_classes - 1}]. Given: {each}"
            )
    return classes


class _MultiLabelHead(_canned._Head):
    def __init__(
        self,
        n_classes: int,
        weight_column: Any,
        thresholds: tuple[float, ...],
        vocabulary: Sequence[str] | None,
        reduction: str,
        loss_fn: Callable[..., Any] | None,
        classes: tuple[int, ...],
        name: str | None,
    ) -> None:
        self._n_classes = n_classes
        self._weight_column = weight_column
        self._thresholds = thresholds
        self._vocabulary = vocabulary
        self._reduction = reduction
        self._loss_fn = loss_fn
        self._classes = classes
        self._name = name

    @property
    def name(self) -> str | None:
        return self._name

    @property
    def logits_dimension(self) -> int:
        return self._n_classes

    def create_loss(self, features: Any, mode: str, logits: Any, labels: Any) -> Any:
        """The mean over the classes of each row's cross entropy, weighted and reduced."""
        logits = v1.convert_to_tensor(logits)
        labels = _canned._check_dense_labels_match_logits_and_reshape(
            labels=self._indicators(labels), logits=logits, expected_labels_dimension=self._n_classes
        )
        if self._loss_fn:
            loss = _canned._call_loss_fn(
                loss_fn=self._loss_fn, labels=labels, logits=logits, features=features, expected_loss_dim=1
            )
        else:
            none = v1.losses.Reduction.NONE
            loss = v1.losses.sigmoid_cross_entropy(multi_class_labels=labels, logits=logits, reduction=none)
            loss = v1.reduce_mean(loss, axis=-1, keepdims=True)
        weights = _canned._get_weights_and_check_match_logits(
            features=features, weight_column=self._weight_column, logits=logits
        )
        total = v1.losses.compute_weighted_loss(loss, weights=weights, reduction=self._reduction)
        return _canned.LossSpec(training_loss=total, unreduced_loss=loss, weights=weights, processed_labels=labels)

    def _create_tpu_estimator_spec(
        self,
        features: Any,
        mode: str,
        logits: Any,
        labels: Any = None,
        optimizer: Any = None,
        train_op_fn: Any = None,
        regularization_losses: Any = None,
    ) -> Any:
        with v1.name_scope(self._name, "head"):
            logits = _canned._check_logits_final_dim(logits, self._n_classes)
            with v1.name_scope(None, "predictions", (logits,)):
                likely = v1.sigmoid(logits, name=_names.PROBABILITIES)
                predictions = {_names.LOGITS: logits, _names.PROBABILITIES: likely}
            if mode == _MODES.PREDICT:
                return self._served(predictions, likely)
            loss, unreduced, weights, labels = self.create_loss(features, mode, logits, labels)
            penalty = v1.add_n(regularization_losses) if regularization_losses else None
            total = loss if penalty is None else v1.add_n([loss, penalty])
            if mode == _MODES.EVAL:
                tensors = {"labels": labels, "probabilities": likely, "weights": weights, "unreduced_loss": unreduced}
                metrics = _canned._create_eval_metrics_tuple(self._metrics, {**tensors, "penalty": penalty})
                return _model_fn._TPUEstimatorSpec(mode=mode, predictions=predictions, loss=total, eval_metrics=metrics)
            step = _canned._append_update_ops(train_op(total, optimizer, train_op_fn))
            mean = None
            if self._reduction == v1.losses.Reduction.SUM:
                mean = loss / v1.reduce_sum(weights * v1.ones_like(unreduced))
        with v1.name_scope(""):
            shown = ((_keys.LOSS, total), (_keys.LOSS_MEAN, mean), (_keys.LOSS_REGULARIZATION, penalty))
            for key, value in shown:
                if value is not None:
                    v1.summary.scalar(self._key(key), value)
        return _model_fn._TPUEstimatorSpec(mode=mode, predictions=predictions, loss=total, train_op=step)

    def _key(self, name: str) -> Any:
        return _canned._summary_key(self._name, name)

    def _indicators(self, labels: Any) -> Any:
        """Labels as 0 or 1 for each class."""
        if labels is None:
            raise ValueError(
                "You must provide a labels Tensor. Given: None. Suggested troubleshooting steps: Check that your data "
                "contain your label feature. Check that your input_fn properly parses and returns labels."
            )
        if not isinstance(labels, v1.SparseTensor):
            message = "labels must be an integer indicator Tensor with values in [0, 1]"
            return _canned._assert_range(labels, 2, message=message)
        if labels.dtype == v1.string:
            table = lookup_ops.index_table_from_tensor(tuple(self._vocabulary or ()), name="class_id_lookup")
            ids = v1.SparseTensor(labels.indices, table.lookup(labels.values), labels.dense_shape)
            return v1.to_int64(v1.sparse_to_indicator(ids, self._n_classes))
        message = f"labels must be an integer SparseTensor with values in [0, {self._n_classes})"
        checks = [
            v1.debugging.assert_integer(labels.values, message=message),
            v1.debugging.assert_less(
                labels.values, v1.convert_to_tensor(self._n_classes, dtype=labels.dtype), message=message
            ),
            v1.debugging.assert_non_negative(labels.values, message=message),
        ]
        with v1.control_dependencies(checks):
            return v1.to_int64(v1.sparse_to_indicator(labels, self._n_classes))

    def _served(self, predictions: dict[str, Any], likely: Any) -> Any:
        classes = _canned._classification_output(likely, self._n_classes, self._vocabulary)
        return _model_fn._TPUEstimatorSpec(
            mode=_MODES.PREDICT,
            predictions=predictions,
            export_outputs={
                _canned._DEFAULT_SERVING_KEY: classes,
                _canned._CLASSIFY_SERVING_KEY: classes,
                _canned._PREDICT_SERVING_KEY: _outputs.PredictOutput(predictions),
            },
        )

    def _metrics(self, labels: Any, probabilities: Any, weights: Any, unreduced_loss: Any, penalty: Any) -> Any:
        values = [labels, probabilities, weights, unreduced_loss, penalty]
        with v1.name_scope(None, "metrics", values):
            found = {_keys.LOSS_MEAN: v1.metrics.mean(unreduced_loss, weights=weights, name=_keys.LOSS_MEAN)}
            for key, curve in ((_keys.AUC, "ROC"), (_keys.AUC_PR, "PR")):
                found[key] = v1.metrics.auc(labels, probabilities, weights=weights, curve=curve, name=key)
            if penalty is not None:
                found[_keys.LOSS_REGULARIZATION] = v1.metrics.mean(penalty, name=_keys.LOSS_REGULARIZATION)
            for threshold in self._thresholds:
                for pattern, metric in (
                    (_keys.ACCURACY_AT_THRESHOLD, _canned._accuracy_at_threshold),
                    (_keys.PRECISION_AT_THRESHOLD, _canned._precision_at_threshold),
                    (_keys.RECALL_AT_THRESHOLD, _canned._recall_at_threshold),
                ):
                    key = pattern % threshold
                    found[key] = metric(labels, probabilities, weights, threshold, name=key)
            for each in self._classes:
                found.update(self._metrics_of_class(each, labels, probabilities, weights))
        return {self._key(key): value for key, value in found.items()}

    def _metrics_of_class(self, each: int, labels: Any, probabilities: Any, weights: Any) -> dict[str, Any]:
        rank = v1.rank(probabilities) - 1
        begin = v1.concat([v1.zeros([rank], dtype=v1.int32), [each]], axis=0)
        size = v1.concat([-1 * v1.ones([rank], dtype=v1.int32), [1]], axis=0)
        likely = v1.slice(probabilities, begin=begin, size=size)
        labels = v1.slice(labels, begin=begin, size=size)
        what: Any = each
        if self._vocabulary is None:
            patterns = (_keys.PROBABILITY_MEAN_AT_CLASS, _keys.AUC_AT_CLASS, _keys.AUC_PR_AT_CLASS)
        else:
            patterns = (_keys.PROBABILITY_MEAN_AT_NAME, _keys.AUC_AT_NAME, _keys.AUC_PR_AT_NAME)
            what = self._vocabulary[each]
        mean, roc, precision = (pattern % what for pattern in patterns)
        return {
            mean: _canned._predictions_mean(likely, weights=weights, name=mean),
            roc: _canned._auc(labels, likely, weights=weights, name=roc),
            precision: _canned._auc(labels, likely, weights=weights, curve="PR", name=precision),
        }
