"""`tf.contrib.learn.head`: the heads of its estimators."""

from tfcompat.tf1 import lazy

HOMES = {
    ".estimators.heads": (
        "Head binary_svm_head loss_only_head multi_class_head multi_head multi_label_head no_op_train_fn "
        "poisson_regression_head regression_head"
    ),
    ".estimators.keys": "mkey=MetricKey",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
