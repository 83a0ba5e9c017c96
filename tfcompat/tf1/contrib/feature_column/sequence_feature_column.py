"""1.15's file of this module, whose names code of that time imports."""

from tfcompat.tf1 import lazy

HOMES = {
    ".sequence_categorical": (
        "sequence_categorical_column_with_hash_bucket sequence_categorical_column_with_identity "
        "sequence_categorical_column_with_vocabulary_file sequence_categorical_column_with_vocabulary_list"
    ),
    ".sequence_input": "concatenate_context_input sequence_input_layer",
    ".sequence_numeric": "_SequenceNumericColumn sequence_numeric_column",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
