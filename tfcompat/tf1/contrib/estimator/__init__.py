"""`tf.contrib.estimator` of 1.15: additions to `tf.estimator`."""

from tfcompat.tf1 import lazy

HOMES = {
    "tensorflow_estimator._api.v1.estimator": "add_metrics",
    "tensorflow_estimator._api.v1.estimator.experimental": (
        "InMemoryEvaluatorHook build_raw_supervised_input_receiver_fn call_logit_fn dnn_logit_fn_builder "
        "linear_logit_fn_builder make_early_stopping_hook make_stop_at_checkpoint_step_hook stop_if_higher_hook "
        "stop_if_lower_hook stop_if_no_decrease_hook stop_if_no_increase_hook"
    ),
    "tensorflow_estimator.python.estimator.early_stopping": "read_eval_metrics",
    "tensorflow_estimator.python.estimator.export.export_lib": "build_supervised_input_receiver_fn_from_input_fn",
    "tensorflow_estimator.python.estimator.canned.saved_model_estimator": "SavedModelEstimator",
    ".export": "export_all_saved_models export_saved_model_for_mode",
    ".extenders": "clip_gradients_by_norm forward_features",
    ".heads": (
        "binary_classification_head logistic_regression_head multi_class_head poisson_regression_head regression_head"
    ),
    ".multi_head": "multi_head",
    ".multi_label_head": "multi_label_head",
    ".replicate_model_fn": "replicate_model_fn",
    ".towers": "TowerOptimizer",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
