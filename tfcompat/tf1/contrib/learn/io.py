"""`tf.contrib.learn.io`: what turns arrays, frames, generators and files into inputs."""

from tfcompat.tf1 import lazy

HOMES = {
    ".learn_io.dask_io": "extract_dask_data extract_dask_labels",
    ".learn_io.generator_io": "generator_input_fn",
    ".learn_io.graph_io": (
        "queue_parsed_features read_batch_examples read_batch_features read_batch_record_features "
        "read_keyed_batch_examples read_keyed_batch_examples_shared_queue read_keyed_batch_features "
        "read_keyed_batch_features_shared_queue"
    ),
    ".learn_io.numpy_io": "numpy_input_fn",
    ".learn_io.pandas_io": "extract_pandas_data extract_pandas_labels extract_pandas_matrix pandas_input_fn",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
