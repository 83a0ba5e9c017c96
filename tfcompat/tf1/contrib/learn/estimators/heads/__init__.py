"""The heads of contrib.learn's estimators: loss, predictions and metrics of one kind of problem each."""

from tfcompat.tf1 import lazy

HOMES = {
    ".base": "Head no_op_train_fn",
    ".binary": "binary_svm_head",
    ".loss_only": "loss_only_head",
    ".make": "multi_class_head",
    ".multi": "multi_head",
    ".multi_label": "multi_label_head",
    ".regression": "poisson_regression_head regression_head",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
