"""`tf.estimator.export` of 1.15: what an exported model takes and gives, from tensorflow-estimator."""

from tfcompat.tf1 import lazy

HOMES = {
    "tensorflow_estimator._api.v1.estimator.export": (
        "ClassificationOutput ExportOutput PredictOutput RegressionOutput ServingInputReceiver "
        "TensorServingInputReceiver build_parsing_serving_input_receiver_fn build_raw_serving_input_receiver_fn"
    ),
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
