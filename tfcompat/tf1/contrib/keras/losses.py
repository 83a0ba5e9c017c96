"""`tf.contrib.keras.losses` of 1.15."""

from tfcompat.tf1 import lazy

HOMES = {
    "tf_keras.api._v1.keras.losses": (
        "binary_crossentropy categorical_crossentropy categorical_hinge cosine_similarity deserialize get hinge "
        "kullback_leibler_divergence logcosh mean_absolute_error mean_absolute_percentage_error mean_squared_error "
        "mean_squared_logarithmic_error poisson serialize sparse_categorical_crossentropy squared_hinge"
    ),
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
