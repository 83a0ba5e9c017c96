"""`HashTable`: a table that is filled once, by its initializer."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals import context
from tfcompat.backend.internals_lookup import gen_lookup_ops, lookup_ops
from tfcompat.backend.v1api import v1

_Table: Any = lookup_ops.InitializableLookupTableBaseV1


class HashTable(_Table):
    """`tf.contrib.lookup.HashTable` of 1.15; run `table.init` or `tf.tables_initializer()` before a lookup."""

    def __init__(
        self, initializer: Any, default_value: Any, shared_name: str | None = None, name: str | None = None
    ) -> None:
        self._initializer = initializer
        self._default_value = default_value
        self._shared_name = shared_name
        self._name = name or "hash_table"
        self._table_name: str | None = None
        super().__init__(default_value, initializer)
        self._value_shape = self._default_value.get_shape()

    def _create_resource(self) -> Any:
        handle = gen_lookup_ops.hash_table_v2(
            shared_name=self._shared_name,
            key_dtype=self._initializer.key_dtype,
            value_dtype=self._initializer.value_dtype,
            name=self._name,
        )
        self._table_name = None if context.executing_eagerly() else handle.op.name.split("/")[-1]
        return handle

    @property
    def init(self) -> Any:
        """The op that fills the table."""
        return self.initializer

    @property
    def name(self) -> str | None:
        return self._table_name

    def export(self, name: str | None = None) -> tuple[Any, Any]:
        """All keys, `[n]`, and their values."""
        with v1.name_scope(name, f"{self.name}_Export", [self.resource_handle]) as scope:
            keys, values = gen_lookup_ops.lookup_table_export_v2(
                self.resource_handle, self._key_dtype, self._value_dtype, name=scope
            )
        values.set_shape(keys.get_shape().concatenate(self._value_shape))
        return keys, values
