"""The estimators of `tf.contrib.learn`, one concept a file."""

from tfcompat.tf1 import lazy

HOMES = {
    ".base": "BaseEstimator",
    ".estimator": "Estimator SKCompat infer_real_valued_columns_from_input infer_real_valued_columns_from_input_fn",
    ".keys": "MetricKey ModeKeys PredictionKey ProblemType TaskType",
    ".loops": "NotFittedError",
    ".model_fn": "ModelFnOps",
    ".run_config": "RunConfig",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
