"""`tf.contrib.data` of 1.15: most of it went on as `tf.data.experimental`."""

from tfcompat.tf1 import lazy

HOMES = {
    "tf.data.experimental": (
        "AUTOTUNE Counter CsvDataset Optional RandomDataset Reducer SqlDataset TFRecordWriter "
        "bucket_by_sequence_length choose_from_datasets copy_to_device dense_to_sparse_batch enumerate_dataset "
        "get_next_as_optional get_single_element group_by_reducer group_by_window ignore_errors "
        "make_batched_features_dataset make_csv_dataset make_saveable_from_iterator map_and_batch "
        "parallel_interleave parse_example_dataset prefetch_to_device rejection_resample sample_from_datasets scan "
        "shuffle_and_repeat unbatch unique"
    ),
    ".batching": "assert_element_shape batch_and_drop_remainder padded_batch_and_drop_remainder",
    ".reduce": "reduce_dataset",
    ".interleave_ops": "sloppy_interleave",
    ".lmdb": "LMDBDataset",
    ".readers": "read_batch_features",
    ".sliding": "sliding_window_batch",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
