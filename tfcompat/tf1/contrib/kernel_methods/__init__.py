"""`tf.contrib.kernel_methods` of 1.15: random Fourier features, and a hinge loss for several classes."""

from tfcompat.tf1 import lazy

HOMES = {
    ".losses": "sparse_multiclass_hinge_loss",
    ".random_fourier_features": "RandomFourierFeatureMapper",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
