"""What tables were called in 2016."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals_lookup import lookup_ops
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.lookup.tables import index_table_from_tensor, index_to_string_table_from_tensor


def string_to_index_table_from_file(
    vocabulary_file: Any = None,
    num_oov_buckets: int = 0,
    vocab_size: int | None = None,
    default_value: int = -1,
    hasher_spec: Any = lookup_ops.FastHashSpec,
    name: str | None = None,
) -> Any:
    """`index_table_from_file` with keys that are strings."""
    return lookup_ops.index_table_from_file(
        vocabulary_file, num_oov_buckets, vocab_size, default_value, hasher_spec, key_dtype=v1.string, name=name
    )


def string_to_index_table_from_tensor(
    mapping: Any,
    num_oov_buckets: int = 0,
    default_value: int = -1,
    hasher_spec: Any = lookup_ops.FastHashSpec,
    name: str | None = None,
) -> Any:
    """`index_table_from_tensor` with keys that are strings.

    Raises:
      ValueError: they are not.
    """
    with v1.name_scope(name, "string_to_index") as scope:
        mapping = v1.convert_to_tensor(mapping)
    if mapping.dtype.base_dtype != v1.string:
        raise ValueError("string_to_index_table_from_tensor requires string.")
    return index_table_from_tensor(mapping, num_oov_buckets, default_value, hasher_spec, name=scope)


def string_to_index(tensor: Any, mapping: Any, default_value: int = -1, name: str | None = None) -> Any:
    """The place of each word in `mapping`, int64, by a table made here."""
    return index_table_from_tensor(mapping=mapping, default_value=default_value, name=name).lookup(tensor)


def index_to_string(tensor: Any, mapping: Any, default_value: str = "UNK", name: str | None = None) -> Any:
    """The word of `mapping` at each place, by a table made here."""
    table = index_to_string_table_from_tensor(mapping=mapping, default_value=default_value, name=name)
    return table.lookup(tensor)
