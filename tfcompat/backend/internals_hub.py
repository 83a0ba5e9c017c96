"""TensorFlow's own messages and registry of ops, which a hub module is read and taken apart with.

Import this only once TensorFlow is loaded.
"""

# The imports are for others.
# ruff: noqa: F401

from __future__ import annotations

from tensorflow.core.framework import attr_value_pb2 as attr_value_pb2
from tensorflow.core.framework import types_pb2 as types_pb2
from tensorflow.core.protobuf import meta_graph_pb2 as meta_graph_pb2
from tensorflow.core.protobuf import saved_model_pb2 as saved_model_pb2
from tensorflow.python.feature_column import feature_column as feature_column
from tensorflow.python.feature_column import feature_column_v2 as feature_column_v2
from tensorflow.python.framework import op_def_registry as op_def_registry
