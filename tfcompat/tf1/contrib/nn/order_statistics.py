"""`nth_element`: the n-th smallest of the last dimension; TensorFlow still has it, under no public name."""

from tfcompat.backend.internals import nn_ops

nth_element = nn_ops.nth_element
