"""`tf.keras.utils` where Keras dropped names of 1.15."""

from tfcompat.tf1.keras.utils.convert_kernels import convert_all_kernels_in_model
from tfcompat.tf1.keras.utils.hdf5_matrix import HDF5Matrix
from tfcompat.tf1.keras.utils.multi_gpu_model import multi_gpu_model

__all__ = ["HDF5Matrix", "convert_all_kernels_in_model", "multi_gpu_model"]
