"""What `tf.parse_example` has to read for a model's columns."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.layers.feature_column.base import _FeatureColumn
from tfcompat.tf1.contrib.layers.feature_column.data_frame import DataFrameColumn


def create_feature_spec_for_parsing(feature_columns: Any) -> dict[str, Any]:
    """Name of each base feature -> how to parse it.

    Raises:
      TypeError: something is no column of `tf.contrib.layers`.
    """
    columns = feature_columns.values() if isinstance(feature_columns, dict) else feature_columns
    found: dict[str, Any] = {}
    for column in columns:
        if not isinstance(column, _FeatureColumn):
            raise TypeError(
                f"feature_columns should only contain instances of _FeatureColumn. Given column is {column}"
            )
        if isinstance(column, DataFrameColumn):
            raise TypeError(f"Not supported _FeatureColumn type. Given column is {column}")
        found.update(column.config)
    return found


def _create_sequence_feature_spec_for_parsing(
    sequence_feature_columns: Any, allow_missing_by_default: bool = False
) -> dict[str, Any]:
    """The same for `tf.SequenceExample`s; a default value there only means that a feature may be missing."""
    spec = create_feature_spec_for_parsing(sequence_feature_columns)
    return {name: _of_sequence(name, feature, allow_missing_by_default) for name, feature in spec.items()}


def make_place_holder_tensors_for_base_features(feature_columns: Any) -> dict[str, Any]:
    """A placeholder per base feature: sparse, or [batch, dimension]."""
    spec = create_feature_spec_for_parsing(feature_columns)
    return {name: _placeholder(feature, f"Placeholder_{name}") for name, feature in spec.items()}


def _of_sequence(name: str, feature: Any, allow_missing: bool) -> Any:
    if isinstance(feature, v1.VarLenFeature):
        return feature
    if not isinstance(feature, (v1.FixedLenFeature, v1.FixedLenSequenceFeature)):
        raise TypeError(f"Unsupported feature type: {type(feature).__name__}")
    has_default = feature.default_value is not None
    if has_default:
        v1.logging.warning(
            'Found default value %s for feature "%s". Ignoring this value and setting `allow_missing=True` instead.',
            feature.default_value,
            name,
        )
    return v1.FixedLenSequenceFeature(feature.shape, feature.dtype, allow_missing=allow_missing or has_default)


def _placeholder(feature: Any, name: str) -> Any:
    if isinstance(feature, v1.VarLenFeature):
        return v1.sparse_placeholder(feature.dtype, name=name)
    return v1.placeholder(feature.dtype, shape=(None, feature.shape[0]), name=name)
