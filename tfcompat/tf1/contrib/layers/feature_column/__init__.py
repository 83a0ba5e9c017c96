"""`tf.contrib.layers.feature_column` of 1.15: how features become the inputs of a model."""

from tfcompat.tf1 import lazy

HOMES = {
    ".sparse": (
        "sparse_column_with_hash_bucket sparse_column_with_integerized_feature sparse_column_with_keys "
        "sparse_column_with_vocabulary_file"
    ),
    ".weighted": "weighted_sparse_column",
    ".one_hot": "one_hot_column",
    ".embedding": "embedding_column scattered_embedding_column",
    ".shared": "shared_embedding_columns",
    ".real_valued": "real_valued_column",
    ".bucketized": "bucketized_column",
    ".crossed": "crossed_column",
    ".data_frame": "DataFrameColumn",
    ".parsing": "create_feature_spec_for_parsing make_place_holder_tensors_for_base_features",
    "tfcompat.backend.internals_feature_columns": "InputLayer",
    "tfcompat.tf1.contrib.framework.marks": "experimental",
}
# What 1.15's own code and its like took from the module, though it was not public.
PRIVATE_HOMES = {
    ".base": "_DeepEmbeddingLookupArguments _FeatureColumn _LinearEmbeddingLookupArguments",
    ".sparse": (
        "_SparseColumn _SparseColumnHashed _SparseColumnIntegerized _SparseColumnKeys _SparseColumnVocabulary "
        "_SparseIdLookupConfig"
    ),
    ".weighted": "_WeightedSparseColumn",
    ".one_hot": "_OneHotColumn",
    ".embedding": "_EmbeddingColumn _ScatteredEmbeddingColumn",
    ".embedding_weights": "_embeddings_from_arguments _is_variable _maybe_restore_from_checkpoint",
    ".real_valued": "_RealValuedColumn _RealValuedVarLenColumn _real_valued_var_len_column",
    ".bucketized": "_BucketizedColumn",
    ".crossed": "_CrossedColumn",
    ".parsing": "_create_sequence_feature_spec_for_parsing",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES, PRIVATE_HOMES)
