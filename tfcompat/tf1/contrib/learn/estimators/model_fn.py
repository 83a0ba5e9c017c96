"""`tf.contrib.learn.ModelFnOps`: what a model function of contrib.learn answers."""

from __future__ import annotations

from typing import Any, NamedTuple

from tfcompat.backend import estimator
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.learn.estimators.keys import MetricKey, ModeKeys, PredictionKey, ProblemType


class _Fields(NamedTuple):
    predictions: Any
    loss: Any
    train_op: Any
    eval_metric_ops: Any
    output_alternatives: Any
    training_chief_hooks: Any
    training_hooks: Any
    scaffold: Any
    mode: Any


class ModelFnOps(_Fields):
    """The tensors of a model, checked.

    Raises:
      ValueError: something that the mode needs is missing, or the loss is no scalar.
      TypeError: a hook is none.
    """

    def __new__(
        cls,
        mode: str,
        predictions: Any = None,
        loss: Any = None,
        train_op: Any = None,
        eval_metric_ops: Any = None,
        output_alternatives: Any = None,
        training_chief_hooks: Any = None,
        training_hooks: Any = None,
        scaffold: Any = None,
    ) -> Any:
        ModeKeys.validate(mode)
        needed = {
            "train_op": (train_op, (ModeKeys.TRAIN,)),
            "loss": (loss, (ModeKeys.TRAIN, ModeKeys.EVAL)),
            "predictions": (predictions, (ModeKeys.INFER, ModeKeys.EVAL)),
        }
        for name, (value, modes) in needed.items():
            if value is None and mode in modes:
                raise ValueError(f"Missing {name}.")
        if train_op is not None and not isinstance(train_op, v1.Operation):
            train_op = v1.convert_to_tensor(train_op).op
        if loss is not None:
            loss = _scalar(v1.convert_to_tensor(loss))
        convert = v1.convert_to_tensor_or_sparse_tensor
        if isinstance(predictions, dict):
            predictions = {key: convert(value) for key, value in predictions.items()}
        elif predictions is not None:
            predictions = convert(predictions)
        if eval_metric_ops is not None and not isinstance(eval_metric_ops, dict):
            raise ValueError("eval_metric_ops must be a dict.")
        hooks = [list(each or ()) for each in (training_chief_hooks, training_hooks)]
        for hook in hooks[0] + hooks[1]:
            if not isinstance(hook, v1.train.SessionRunHook):
                raise TypeError(
                    "All hooks returned from model_fn must be SessionRunHook instances, "
                    f"got instance of {type(hook)}: {hook}"
                )
        return super().__new__(  # type: ignore[call-arg]
            cls, predictions, loss, train_op, eval_metric_ops or {}, output_alternatives, *hooks, scaffold, mode
        )

    def estimator_spec(self, default_serving_output_alternative_key: str | None = None) -> Any:
        """The same as a `tf.estimator.EstimatorSpec`; several heads need the key of the one served by default."""
        outputs = None
        if self.output_alternatives:
            given = dict(self.output_alternatives)
            key = v1.saved_model.signature_constants.DEFAULT_SERVING_SIGNATURE_DEF_KEY
            if len(given) > 1 and key not in given:
                given[key] = given[default_serving_output_alternative_key]
            outputs = {name: _export(*value) for name, value in given.items()}
        core = estimator.load()
        modes = {
            ModeKeys.TRAIN: core.ModeKeys.TRAIN,
            ModeKeys.EVAL: core.ModeKeys.EVAL,
            ModeKeys.INFER: core.ModeKeys.PREDICT,
        }
        return core.EstimatorSpec(
            mode=modes[self.mode],
            predictions=self.predictions,
            loss=self.loss,
            train_op=self.train_op,
            eval_metric_ops={key: value for key, value in self.eval_metric_ops.items() if key != MetricKey.LOSS},
            export_outputs=outputs,
            training_chief_hooks=self.training_chief_hooks,
            training_hooks=self.training_hooks,
            scaffold=self.scaffold,
        )


def _scalar(loss: Any) -> Any:
    shape = loss.get_shape()
    if shape.num_elements() not in (None, 1):
        raise ValueError(f"Loss must be scalar: {loss}.")
    return loss if shape.is_compatible_with([]) else v1.reshape(loss, [])


def _export(problem: int, outputs: dict[str, Any]) -> Any:
    export = estimator.load("_api.v1.estimator.export")
    scores = outputs.get(PredictionKey.SCORES, outputs.get(PredictionKey.PROBABILITIES))
    if problem == ProblemType.LINEAR_REGRESSION:
        return export.RegressionOutput(scores)
    if problem in (ProblemType.CLASSIFICATION, ProblemType.LOGISTIC_REGRESSION):
        classes = outputs.get(PredictionKey.CLASSES)
        if classes is None or classes.dtype != v1.string:
            v1.logging.warning("classes is not string, Servo inference will not have class ids.")
            classes = None
        return export.ClassificationOutput(scores=scores, classes=classes)
    if problem == ProblemType.UNSPECIFIED:
        return export.PredictOutput(outputs)
    raise ValueError(f"Unknown problem_type={problem}")
