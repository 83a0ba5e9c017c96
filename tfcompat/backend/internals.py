"""TensorFlow's own building blocks, for code that must build op by op what TensorFlow 1.15 built.

The public functions will not do: they are the ones that grew, lost or renamed ops since 1.15. Import this only once
TensorFlow is loaded.
"""

# The imports are for others, and stand by what they are for.
# ruff: noqa: F401, I001

from __future__ import annotations

# Graphs, seeds, conversions and shapes: where names, places in the graph and constants come from.
from tensorflow.python.eager import context as context
from tensorflow.python.framework import constant_op as constant_op
from tensorflow.python.framework import dtypes as dtypes
from tensorflow.python.framework import indexed_slices as indexed_slices
from tensorflow.python.framework import op_def_registry as op_def_registry
from tensorflow.python.framework import ops as ops
from tensorflow.python.framework import random_seed as random_seed
from tensorflow.python.framework import sparse_tensor as sparse_tensor
from tensorflow.python.framework import tensor as tensor_lib
from tensorflow.python.framework import tensor_shape as tensor_shape
from tensorflow.python.framework import tensor_util as tensor_util

# What tf.data and loops are made of underneath: functions of the older kind and an op's attributes.
from tensorflow.core.framework import attr_value_pb2 as attr_value_pb2
from tensorflow.python.data.ops import shuffle_op as shuffle_op
from tensorflow.python.data.util import random_seed as random_seed_of_data
from tensorflow.python.framework import function as function

# One op per call, exactly.
from tensorflow.python.ops import gen_array_ops as gen_array_ops
from tensorflow.python.ops import gen_clustering_ops as gen_clustering_ops
from tensorflow.python.ops import gen_data_flow_ops as gen_data_flow_ops
from tensorflow.python.ops import gen_dataset_ops as gen_dataset_ops
from tensorflow.python.ops import gen_experimental_dataset_ops as gen_experimental_dataset_ops
from tensorflow.python.ops import gen_functional_ops as gen_functional_ops
from tensorflow.python.ops import gen_image_ops as gen_image_ops
from tensorflow.python.ops import gen_io_ops as gen_io_ops
from tensorflow.python.ops import gen_linalg_ops as gen_linalg_ops
from tensorflow.python.ops import gen_math_ops as gen_math_ops
from tensorflow.python.ops import gen_nn_ops as gen_nn_ops
from tensorflow.python.ops import gen_parsing_ops as gen_parsing_ops
from tensorflow.python.ops import gen_random_ops as gen_random_ops
from tensorflow.python.ops import gen_sparse_ops as gen_sparse_ops
from tensorflow.python.ops import gen_stateless_random_ops as gen_stateless_random_ops

# Pieces that have a name of their own in TensorFlow 2: tf.data, slicing, tensor arrays, the older einsum.
from tensorflow.python.data.ops import dataset_ops as dataset_ops
from tensorflow.python.ops import special_math_ops as special_math_ops
from tensorflow.python.ops import tensor_array_grad as tensor_array_grad
from tensorflow.python.ops import tensor_array_ops as tensor_array_ops
from tensorflow.python.ops import tensor_getitem_override as getitem

# The layer above, where its ops are still those of 1.15 (or replaced by us).
from tensorflow.python.ops import array_ops as array_ops
from tensorflow.python.ops import array_ops_stack as array_ops_stack
from tensorflow.python.ops import check_ops as check_ops
from tensorflow.python.ops import clip_ops as clip_ops
from tensorflow.python.ops import cond as cond_ops
from tensorflow.python.ops import confusion_matrix as confusion
from tensorflow.python.ops import control_flow_assert as control_flow_assert
from tensorflow.python.ops import control_flow_ops as control_flow_ops
from tensorflow.python.ops import control_flow_util as control_flow_util
from tensorflow.python.ops import custom_gradient as custom_gradient
from tensorflow.python.ops import embedding_ops as embedding_ops
from tensorflow.python.ops import gradients_util as gradients_util
from tensorflow.python.ops import image_ops_impl as image_ops
from tensorflow.python.ops import math_grad as math_grad
from tensorflow.python.ops import math_ops as math_ops
from tensorflow.python.ops import nn_impl as nn_impl
from tensorflow.python.ops import nn_ops as nn_ops
from tensorflow.python.ops import parsing_config as parsing_config
from tensorflow.python.ops import parsing_ops as parsing_ops
from tensorflow.python.ops import random_ops as random_ops
from tensorflow.python.ops import resource_variable_ops as resource_variable_ops
from tensorflow.python.ops import rnn as rnn
from tensorflow.python.ops import rnn_cell_impl as rnn_cell_impl
from tensorflow.python.ops import shape_util as shape_util
from tensorflow.python.ops import sparse_ops as sparse_ops
from tensorflow.python.ops import string_ops as string_ops
from tensorflow.python.ops import variable_v1 as variable_v1
from tensorflow.python.ops import variables as variables
from tensorflow.python.ops import weights_broadcast_ops as weights_broadcast_ops
from tensorflow.python.training.saving import saveable_object as saveable_object
from tensorflow.python.training.saving import saveable_object_util as saveable_object_util
from tensorflow.python.types import core as core_types
from tensorflow.python.util import nest as nest
