"""Tables from a list of words: `index_table_from_tensor` and `index_to_string_table_from_tensor`."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals_lookup import lookup_ops
from tfcompat.backend.v1api import v1


def index_table_from_tensor(
    mapping: Any,
    num_oov_buckets: int = 0,
    default_value: int = -1,
    hasher_spec: Any = lookup_ops.FastHashSpec,
    dtype: Any = v1.string,
    name: str | None = None,
) -> Any:
    """`tf.contrib.lookup.index_table_from_tensor` of 1.15: from each word of `mapping`, `[n]`, to its place, int64.

    Raises:
      ValueError: there is no mapping, or `num_oov_buckets` is negative.
    """
    if mapping is None:
        raise ValueError("mapping must be specified.")
    return lookup_ops.index_table_from_tensor(
        vocabulary_list=mapping,
        num_oov_buckets=num_oov_buckets,
        default_value=default_value,
        hasher_spec=hasher_spec,
        dtype=dtype,
        name=name,
    )


def index_to_string_table_from_tensor(mapping: Any, default_value: str = "UNK", name: str | None = None) -> Any:
    """`tf.contrib.lookup.index_to_string_table_from_tensor` of 1.15: from a place, int64, to the word there.

    Raises:
      ValueError: there is no mapping.
    """
    if mapping is None:
        raise ValueError("mapping must be specified.")
    return lookup_ops.index_to_string_table_from_tensor(vocabulary_list=mapping, default_value=default_value, name=name)
