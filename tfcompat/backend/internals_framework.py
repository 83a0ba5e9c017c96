"""TensorFlow's own functions that `tf.contrib.framework` offered by its own path.

Import this only once TensorFlow is loaded.
"""

# The imports are for others, and stand by what they are for.
# ruff: noqa: F401

from __future__ import annotations

from tensorflow.python.framework import op_callbacks as op_callbacks
from tensorflow.python.framework.ops import prepend_name_scope as prepend_name_scope
from tensorflow.python.framework.ops import strip_name_scope as strip_name_scope
from tensorflow.python.framework.smart_cond import smart_case as smart_case
from tensorflow.python.framework.smart_cond import smart_cond as smart_cond
from tensorflow.python.framework.smart_cond import smart_constant_value as smart_constant_value
from tensorflow.python.framework.tensor import BoundedTensorSpec as BoundedTensorSpec
from tensorflow.python.ops.data_flow_ops import RecordInput as RecordInput
from tensorflow.python.ops.init_ops import ConvolutionDeltaOrthogonal as convolutional_delta_orthogonal
from tensorflow.python.ops.init_ops import ConvolutionOrthogonal1D as convolutional_orthogonal_1d
from tensorflow.python.ops.init_ops import ConvolutionOrthogonal2D as convolutional_orthogonal_2d
from tensorflow.python.ops.init_ops import ConvolutionOrthogonal3D as convolutional_orthogonal_3d
from tensorflow.python.platform import tf_logging as tf_logging
from tensorflow.python.training import checkpoint_ops as checkpoint_ops
from tensorflow.python.util import decorator_utils as decorator_utils
from tensorflow.python.util import nest as nest
from tensorflow.python.util.deprecation import deprecated as deprecated
from tensorflow.python.util.deprecation import deprecated_arg_values as deprecated_arg_values
from tensorflow.python.util.deprecation import deprecated_args as deprecated_args
