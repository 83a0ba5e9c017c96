"""`tf.contrib.learn` of 1.15: its estimators, monitors, preprocessing and data."""

from tfcompat.tf1 import lazy

HOMES = {
    ".estimators.base": "BaseEstimator",
    ".estimators.dnn": "DNNClassifier DNNEstimator DNNRegressor",
    ".estimators.dnn_linear_combined": (
        "DNNLinearCombinedClassifier DNNLinearCombinedEstimator DNNLinearCombinedRegressor"
    ),
    ".estimators.linear": "LinearClassifier LinearEstimator LinearRegressor",
    ".estimators.heads": (
        "Head binary_svm_head multi_class_head multi_head multi_label_head no_op_train_fn poisson_regression_head "
        "regression_head"
    ),
    ".estimators.estimator": (
        "Estimator SKCompat infer_real_valued_columns_from_input infer_real_valued_columns_from_input_fn"
    ),
    ".estimators.kmeans": "KMeansClustering",
    ".estimators.logistic_regressor": "LogisticRegressor",
    ".estimators.keys": "ModeKeys PredictionKey ProblemType TaskType",
    ".estimators.loops": "NotFittedError",
    ".estimators.model_fn": "ModelFnOps",
    ".estimators.run_config": "RunConfig",
    ".experiment": "Experiment",
    ".interfaces": "Evaluable Trainable",
    ".learn_io.dask_io": "extract_dask_data extract_dask_labels",
    ".learn_io.graph_io": (
        "read_batch_examples read_batch_features read_batch_record_features read_keyed_batch_examples "
        "read_keyed_batch_examples_shared_queue read_keyed_batch_features read_keyed_batch_features_shared_queue"
    ),
    ".learn_io.pandas_io": "extract_pandas_data extract_pandas_labels extract_pandas_matrix",
    ".metric_spec": "MetricSpec",
    ".utils": "ExportStrategy InputFnOps build_parsing_serving_input_fn make_export_strategy",
    ".monitors": "NanLossDuringTrainingError",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
