"""Batches without a smaller last one, and elements of a shape that is asserted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.internals_data import dataset_ops, nest, structure
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.data.restructured import RestructuredDataset

Apply = Callable[[Any], Any]


def batch_and_drop_remainder(batch_size: Any) -> Apply:
    """`tf.contrib.data.batch_and_drop_remainder` of 1.15."""
    return lambda dataset: dataset.batch(batch_size, drop_remainder=True)


def padded_batch_and_drop_remainder(batch_size: Any, padded_shapes: Any, padding_values: Any = None) -> Apply:
    """`tf.contrib.data.padded_batch_and_drop_remainder` of 1.15."""
    return lambda dataset: dataset.padded_batch(
        batch_size, padded_shapes=padded_shapes, padding_values=padding_values, drop_remainder=True
    )


def assert_element_shape(expected_shapes: Any) -> Apply:
    """`tf.contrib.data.assert_element_shape` of 1.15: elements that are checked for shapes, and known to have them.

    Raises:
      ValueError: the shapes known so far do not fit.
    """

    def check(*elements: Any) -> Any:
        shapes, tensors = nest.flatten(expected_shapes), nest.flatten(elements)
        checked = [_with_shape(shape, tensor) for shape, tensor in zip(shapes, tensors, strict=False)]
        return nest.pack_sequence_as(elements, checked)

    def apply(dataset: Any) -> Any:
        known = dataset_ops.get_legacy_output_shapes(dataset)
        wanted = nest.flatten_up_to(known, expected_shapes)
        merged = [old.merge_with(new) for old, new in zip(nest.flatten(known), wanted, strict=True)]
        spec = structure.convert_legacy_structure(
            dataset_ops.get_legacy_output_types(dataset),
            nest.pack_sequence_as(known, merged),
            dataset_ops.get_legacy_output_classes(dataset),
        )
        return RestructuredDataset(dataset.map(check), spec)

    return apply


def _with_shape(shape: Any, tensor: Any) -> Any:
    """`tensor`, checked when run where its shape is not known now."""
    wanted = v1.TensorShape(shape)
    if wanted.ndims is None:
        return tensor
    known = tensor.get_shape()
    if not known.is_compatible_with(wanted):
        raise ValueError(f"Tensor shape is {known}, expected {wanted}.")
    checks = []
    if known.ndims is None:
        checks.append(v1.assert_rank(tensor, wanted.ndims, message="wrong shape."))
    with v1.control_dependencies(checks):
        sizes = v1.shape(tensor)
    for axis, size in enumerate(wanted.as_list()):
        if size is not None and (known.ndims is None or known.as_list()[axis] is None):
            message = f"Tensor shape is wrong, expected {wanted}."
            checks.append(v1.assert_equal(sizes[axis], size, message=message))
    with v1.control_dependencies(checks):
        checked = v1.identity(tensor)
    checked.set_shape(wanted)
    return checked
