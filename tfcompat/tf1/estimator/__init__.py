"""`tf.estimator` of 1.15: canned and custom estimators, heads, hooks, exporters, from tensorflow-estimator."""

from tfcompat.tf1 import lazy

HOMES = {
    "tensorflow_estimator._api.v1.estimator": (
        "BaselineClassifier BaselineEstimator BaselineRegressor BestExporter BinaryClassHead "
        "CheckpointSaverHook "
        "CheckpointSaverListener DNNClassifier DNNEstimator DNNLinearCombinedClassifier "
        "DNNLinearCombinedEstimator DNNLinearCombinedRegressor DNNRegressor Estimator EstimatorSpec EvalSpec "
        "Exporter FeedFnHook FinalExporter FinalOpsHook GlobalStepWaiterHook Head LatestExporter LinearClassifier "
        "LinearEstimator LinearRegressor LoggingTensorHook LogisticRegressionHead ModeKeys MultiClassHead "
        "MultiHead MultiLabelHead NanLossDuringTrainingError NanTensorHook PoissonRegressionHead ProfilerHook "
        "RegressionHead RunConfig SecondOrStepTimer SessionRunArgs SessionRunContext SessionRunHook "
        "SessionRunValues StepCounterHook StopAtStepHook SummarySaverHook TrainSpec VocabInfo WarmStartSettings "
        "add_metrics classifier_parse_example_spec regressor_parse_example_spec train_and_evaluate"
    ),
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
