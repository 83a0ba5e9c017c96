"""Predictors from estimators and their newest checkpoints."""

from __future__ import annotations

from typing import Any

from tfcompat.backend import estimator as door
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.learn.estimators.base import BaseEstimator
from tfcompat.tf1.contrib.learn.utils.saved_model import output_alternatives
from tfcompat.tf1.contrib.predictor.base import Predictor, by_name


class CoreEstimatorPredictor(Predictor):
    """A predictor from a `tf.estimator.Estimator`."""


class ContribEstimatorPredictor(Predictor):
    """A predictor from a `tf.contrib.learn.Estimator`."""


def from_estimator(
    estimator: Any, serving_input_receiver_fn: Any, output_key: str | None = None, graph: Any = None, config: Any = None
) -> Predictor:
    """What a `tf.estimator.Estimator` predicts for what its serving input takes.

    Raises:
      TypeError: it is an estimator of contrib.learn.
      KeyError: the model has no such output.
    """
    if isinstance(estimator, BaseEstimator):
        raise TypeError(
            "Expected estimator to be of type tf.python.estimator.Estimator, but got type "
            "tf.contrib.learn.Estimator. You likely want to call from_contrib_estimator."
        )
    output_key = output_key or v1.saved_model.signature_constants.DEFAULT_SERVING_SIGNATURE_DEF_KEY
    graph = graph or v1.Graph()
    with graph.as_default():
        given = serving_input_receiver_fn()
        spec = estimator.model_fn(given.features, None, door.load().ModeKeys.PREDICT, estimator.config)
        if output_key not in spec.export_outputs:
            raise KeyError(f"output_key must be one of {list(spec.export_outputs)}; got {output_key}")
        signature = spec.export_outputs[output_key].as_signature_def(given.receiver_tensors)
        creator = v1.train.ChiefSessionCreator(config=config, checkpoint_dir=estimator.model_dir)
        session = v1.train.MonitoredSession(session_creator=creator)
    return CoreEstimatorPredictor(graph, session, *by_name(graph, signature))


def from_contrib_estimator(
    estimator: Any,
    prediction_input_fn: Any,
    input_alternative_key: str | None = None,
    output_alternative_key: str | None = None,
    graph: Any = None,
    config: Any = None,
) -> Predictor:
    """What a `tf.contrib.learn.Estimator` predicts for the `InputFnOps` of a function.

    Raises:
      TypeError: it is a `tf.estimator.Estimator`.
      ValueError: the model has several heads and none is named, or none of that name.
    """
    if isinstance(estimator, door.load().Estimator):
        raise TypeError(
            "Expected estimator to be of type tf.contrib.learn.Estimator, but got type "
            "tf.python.estimator.Estimator. You likely want to call from_estimator."
        )
    graph = graph or v1.Graph()
    with graph.as_default():
        given = prediction_input_fn()
        ops = estimator._get_predict_ops(given.features)
        heads, default = output_alternatives(ops, output_alternative_key)
        latest = v1.train.latest_checkpoint(estimator.model_dir)
        creator = v1.train.ChiefSessionCreator(config=config, checkpoint_filename_with_path=latest)
        session = v1.train.MonitoredSession(session_creator=creator)
    feeds = given.default_inputs if input_alternative_key in (None, "default_input_alternative") else given.features
    return ContribEstimatorPredictor(graph, session, dict(feeds), heads[default][1])
