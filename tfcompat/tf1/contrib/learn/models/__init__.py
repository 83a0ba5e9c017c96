"""`tf.contrib.learn.models`: whole models in one call, which answer predictions and loss."""

from tfcompat.tf1 import lazy

HOMES = {
    ".recurrent": "bidirectional_rnn get_rnn_model",
    ".regression": "linear_regression linear_regression_zero_init logistic_regression logistic_regression_zero_init",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
