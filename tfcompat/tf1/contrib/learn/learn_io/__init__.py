"""`tf.contrib.learn.learn_io` of 1.15."""

from tfcompat.tf1 import lazy

HOMES = {
    ".data_feeder": "setup_processor_data_feeder setup_predict_data_feeder setup_train_data_feeder",
    ".pandas_io": "extract_pandas_data extract_pandas_labels extract_pandas_matrix HAS_PANDAS",
    ".dask_io": "extract_dask_data extract_dask_labels",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
