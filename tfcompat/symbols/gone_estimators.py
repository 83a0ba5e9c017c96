"""Single names around estimators in `tf.contrib` that cannot be served: name -> was, why, instead."""

from __future__ import annotations

Row = tuple[str, str, str]


def _rows(module: str, names: str, row: Row) -> dict[str, Row]:
    return {f"contrib.{module}.{name}": row for name in names.split()}


_GRAPH_ACTIONS: Row = (
    "training loops over an op, from before sessions were monitored",
    "1.15 itself had replaced them",
    "a loop in tf.train.MonitoredTrainingSession, or tf.contrib.learn.Estimator",
)
_TREES: Row = (
    "boosted trees trained in memory",
    "TensorFlow registers no kernel for boosted trees any more, and tensorflow-estimator removed them before 2.15",
    "the tensorflow_decision_forests package, or sklearn.ensemble.GradientBoostingClassifier",
)
_RECURRENT: Row = (
    "a recurrent network behind an estimator",
    "it was built on parts of 1.15 that no package carries on",
    "tf.nn.dynamic_rnn in the model function of a tf.estimator.Estimator",
)
_ANNOTATED: Row = (
    "a deep estimator that wrote its layers' tensors into a collection",
    "no tool reads them any more",
    "tf.estimator.DNNClassifier or DNNRegressor",
)
_KERAS_TPU: Row = (
    "a Keras model on a TPU, on trial",
    "TensorFlow 2 replaced it before 1.15 was out",
    "tf.distribute.TPUStrategy of TensorFlow 2, or the Keras model as it is on CPU or GPU",
)

NAMES: dict[str, Row] = {
    **_rows("learn", "graph_actions evaluate infer run_feeds run_n train", _GRAPH_ACTIONS),
    **_rows("learn", "DynamicRnnEstimator", _RECURRENT),
    **_rows("estimator", "RNNClassifier RNNEstimator", _RECURRENT),
    **_rows("estimator", "DNNClassifierWithLayerAnnotations DNNRegressorWithLayerAnnotations", _ANNOTATED),
    **_rows("estimator", "boosted_trees_classifier_train_in_memory boosted_trees_regressor_train_in_memory", _TREES),
    **_rows("tpu", "TPUDistributionStrategy keras_to_tpu_model", _KERAS_TPU),
    "contrib.learn.KMeansClustering": (
        "k-means by the first estimators",
        "its own parts of tf.contrib.factorization are not rebuilt behind it",
        "tf.estimator.experimental.KMeans, with the same arguments by and large",
    ),
    "contrib.learn.SVM": (
        "a support vector machine by dual coordinate ascent",
        "its optimizer's Python side was removed",
        "tf.contrib.learn.LinearEstimator with binary_svm_head, or sklearn.svm.LinearSVC",
    ),
    "contrib.learn.utils.export_estimator": (
        "an estimator as a session bundle, the export format before SavedModel",
        "TensorFlow can no longer write or read that format",
        "estimator.export_savedmodel",
    ),
    "contrib.tpu.profiler": (
        "profiles of a TPU",
        "TensorBoard's own profiler took it over",
        "tf.compat.v2.profiler.experimental.client",
    ),
}
