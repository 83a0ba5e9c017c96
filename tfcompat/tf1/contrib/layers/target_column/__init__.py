"""Targets of `tf.contrib.layers`: what a model's outputs are compared with."""

from tfcompat.tf1 import lazy

HOMES = {
    ".heads": "ProblemType binary_svm_target multi_class_target regression_target",
    ".binary_metrics": "get_default_binary_metrics_for_eval",
}
PRIVATE_HOMES = {
    ".heads": "_BinarySvmTargetColumn _MultiClassTargetColumn _RegressionTargetColumn _TargetColumn",
    ".binary_metrics": "_MetricKeys",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES, PRIVATE_HOMES)
