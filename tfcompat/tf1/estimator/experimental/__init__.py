"""`tf.estimator.experimental` of 1.15: early stopping, k-means, logit functions, from tensorflow-estimator."""

from tfcompat.tf1 import lazy

HOMES = {
    "tensorflow_estimator._api.v1.estimator.experimental": (
        "InMemoryEvaluatorHook KMeans LinearSDCA build_raw_supervised_input_receiver_fn call_logit_fn "
        "dnn_logit_fn_builder linear_logit_fn_builder make_early_stopping_hook make_stop_at_checkpoint_step_hook "
        "stop_if_higher_hook stop_if_lower_hook stop_if_no_decrease_hook stop_if_no_increase_hook"
    ),
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
