"""`tf.contrib.feature_column` of 1.15: feature columns for sequences, and the layer that reads them."""

from tfcompat.tf1 import lazy

HOMES = {
    ".sequence_categorical": (
        "sequence_categorical_column_with_hash_bucket sequence_categorical_column_with_identity "
        "sequence_categorical_column_with_vocabulary_file sequence_categorical_column_with_vocabulary_list"
    ),
    ".sequence_input": "sequence_input_layer",
    ".sequence_numeric": "sequence_numeric_column",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
