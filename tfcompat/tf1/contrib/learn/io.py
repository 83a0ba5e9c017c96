"""`tf.contrib.learn.io`: what turns arrays and frames into inputs."""

from tfcompat.tf1 import lazy

HOMES = {
    ".learn_io.dask_io": "extract_dask_data extract_dask_labels",
    ".learn_io.numpy_io": "numpy_input_fn",
    ".learn_io.pandas_io": "extract_pandas_data extract_pandas_labels extract_pandas_matrix pandas_input_fn",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
