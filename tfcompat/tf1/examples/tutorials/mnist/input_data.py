"""`input_data.read_data_sets`, with the names that the module of earlier releases had beside it."""

from tfcompat.tf1.contrib.learn.datasets.base import maybe_download
from tfcompat.tf1.contrib.learn.datasets.mnist import (
    DataSet,
    dense_to_one_hot,
    extract_images,
    extract_labels,
    read_data_sets,
)

__all__ = ["DataSet", "dense_to_one_hot", "extract_images", "extract_labels", "maybe_download", "read_data_sets"]
