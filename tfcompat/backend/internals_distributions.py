"""TensorFlow's own `tf.distributions`: the base classes and helpers that 1.15's `tf.contrib.distributions` built on.

They are still those of 1.15; only `TransformedDistribution` went. Import this only once TensorFlow is loaded.
"""

# The imports are for others.
# ruff: noqa: F401

from __future__ import annotations

from tensorflow.python.framework import smart_cond as smart_cond
from tensorflow.python.ops.distributions import bijector as bijector
from tensorflow.python.ops.distributions import categorical as categorical
from tensorflow.python.ops.distributions import distribution as distribution
from tensorflow.python.ops.distributions import exponential as exponential
from tensorflow.python.ops.distributions import gamma as gamma
from tensorflow.python.ops.distributions import identity_bijector as identity_bijector
from tensorflow.python.ops.distributions import kullback_leibler as kullback_leibler
from tensorflow.python.ops.distributions import laplace as laplace
from tensorflow.python.ops.distributions import normal as normal
from tensorflow.python.ops.distributions import special_math as special_math
from tensorflow.python.ops.distributions import student_t as student_t
from tensorflow.python.ops.distributions import uniform as uniform
from tensorflow.python.ops.distributions import util as util
from tensorflow.python.ops.linalg import linear_operator_addition as linear_operator_addition
