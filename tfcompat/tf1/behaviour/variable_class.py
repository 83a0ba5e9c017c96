"""`isinstance(variable, tf.Variable)` holds for resource variables, those of Keras layers included, as in 1.15.

TensorFlow 2 took the class behind `tf.compat.v1.Variable` out of their ancestors.
"""

from __future__ import annotations

from tfcompat.backend.internals import resource_variable_ops, variable_v1

variable_v1.VariableV1.register(resource_variable_ops.BaseResourceVariable)
