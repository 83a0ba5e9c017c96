"""`tf.keras.utils` where Keras dropped names of 1.15 or changed their arguments."""

from tfcompat.tf1.keras.utils.convert_kernels import convert_all_kernels_in_model
from tfcompat.tf1.keras.utils.hdf5_matrix import HDF5Matrix
from tfcompat.tf1.keras.utils.multi_gpu_model import multi_gpu_model
from tfcompat.tf1.keras.utils.plot_model import model_to_dot, plot_model
from tfcompat.tf1.keras.utils.serialization import deserialize_keras_object, serialize_keras_object

__all__ = [
    "HDF5Matrix",
    "convert_all_kernels_in_model",
    "deserialize_keras_object",
    "model_to_dot",
    "multi_gpu_model",
    "plot_model",
    "serialize_keras_object",
]
