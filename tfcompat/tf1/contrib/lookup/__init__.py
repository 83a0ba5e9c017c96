"""`tf.contrib.lookup` of 1.15: tables from keys to values, from words to numbers and back."""

from tfcompat.tf1 import lazy

HOMES = {
    "tensorflow.python.ops.lookup_ops": (
        "FastHashSpec HasherSpec IdTableWithHashBuckets InitializableLookupTableBase KeyValueTensorInitializer "
        "LookupInterface MutableDenseHashTable=DenseHashTable MutableHashTable StrongHashSpec TableInitializerBase "
        "TextFileIdTableInitializer TextFileIndex TextFileInitializer TextFileStringTableInitializer "
        "index_table_from_file index_to_string_table_from_file"
    ),
    ".hash_table": "HashTable",
    ".old_names": ("index_to_string string_to_index string_to_index_table_from_file string_to_index_table_from_tensor"),
    ".tables": "index_table_from_tensor index_to_string_table_from_tensor",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
