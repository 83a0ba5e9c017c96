"""`tf.contrib.keras.utils` of 1.15."""

from tfcompat.tf1 import lazy

HOMES = {
    "tf_keras.api._v1.keras.utils": (
        "CustomObjectScope GeneratorEnqueuer Progbar Sequence SequenceEnqueuer custom_object_scope "
        "get_custom_objects get_file normalize to_categorical"
    ),
    "tfcompat.tf1.keras.utils": (
        "HDF5Matrix convert_all_kernels_in_model deserialize_keras_object plot_model serialize_keras_object"
    ),
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
