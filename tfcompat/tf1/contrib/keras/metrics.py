"""`tf.contrib.keras.metrics` of 1.15."""

from tfcompat.tf1 import lazy

HOMES = {
    "tf_keras.api._v1.keras.metrics": (
        "binary_accuracy binary_crossentropy categorical_accuracy categorical_crossentropy deserialize get hinge "
        "kullback_leibler_divergence mean_absolute_error mean_absolute_percentage_error mean_squared_error "
        "mean_squared_logarithmic_error poisson serialize sparse_categorical_crossentropy "
        "sparse_top_k_categorical_accuracy squared_hinge top_k_categorical_accuracy"
    ),
    "tf_keras.src.metrics": "cosine_similarity",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
