"""Linear operators from the parts that distributions and bijectors take: a diagonal, a triangle, a multiplier."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals_distributions import util
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.scalars import after


def maybe_tensor(value: Any, name: str) -> Any:
    """`value` as a tensor; None stays None."""
    return None if value is None else v1.convert_to_tensor(value, name=name)


def make_tril_scale(
    loc: Any = None,
    scale_tril: Any = None,
    scale_diag: Any = None,
    scale_identity_multiplier: Any = None,
    shape_hint: Any = None,
    validate_args: bool = False,
    assert_positive: bool = False,
    name: str | None = None,
) -> Any:
    """The sum of the parts: a lower-triangular operator if there is a triangle, else as `make_diag_scale`."""
    with v1.name_scope(name, "make_tril_scale", values=[loc, scale_diag, scale_identity_multiplier]):
        loc = maybe_tensor(loc, "loc")
        scale_tril = maybe_tensor(scale_tril, "scale_tril")
        scale_diag = maybe_tensor(scale_diag, "scale_diag")
        scale_identity_multiplier = maybe_tensor(scale_identity_multiplier, "scale_identity_multiplier")
    if scale_tril is None:
        return make_diag_scale(
            loc, scale_diag, scale_identity_multiplier, shape_hint, validate_args, assert_positive, name
        )
    scale_tril = v1.matrix_band_part(scale_tril, -1, 0)
    diag = v1.matrix_diag_part(scale_tril)
    if scale_diag is not None:
        diag += scale_diag
    if scale_identity_multiplier is not None:
        diag += scale_identity_multiplier[..., v1.newaxis]
    scale_tril = v1.matrix_set_diag(scale_tril, diag)
    if validate_args:
        scale_tril = after([_diagonal_check(v1.matrix_diag_part(scale_tril), assert_positive)], scale_tril)
    return v1.linalg.LinearOperatorLowerTriangular(
        tril=scale_tril, is_non_singular=True, is_self_adjoint=False, is_positive_definite=assert_positive
    )


def make_diag_scale(
    loc: Any = None,
    scale_diag: Any = None,
    scale_identity_multiplier: Any = None,
    shape_hint: Any = None,
    validate_args: bool = False,
    assert_positive: bool = False,
    name: str | None = None,
) -> Any:
    """A diagonal operator, or a multiple of the identity of the size of `loc` or `shape_hint`."""

    def checked(diag: Any) -> Any:
        return after([_diagonal_check(diag, assert_positive)], diag) if validate_args else diag

    with v1.name_scope(name, "make_diag_scale", values=[loc, scale_diag, scale_identity_multiplier]):
        loc = maybe_tensor(loc, "loc")
        scale_diag = maybe_tensor(scale_diag, "scale_diag")
        scale_identity_multiplier = maybe_tensor(scale_identity_multiplier, "scale_identity_multiplier")
        if scale_diag is not None:
            if scale_identity_multiplier is not None:
                scale_diag += scale_identity_multiplier[..., v1.newaxis]
            return v1.linalg.LinearOperatorDiag(
                diag=checked(scale_diag),
                is_non_singular=True,
                is_self_adjoint=True,
                is_positive_definite=assert_positive,
            )
        if loc is None and shape_hint is None:
            raise ValueError("Cannot infer `event_shape` unless `loc` or `shape_hint` is specified.")
        if shape_hint is None:
            shape_hint = v1.dimension_value(loc.shape[-1])
        if scale_identity_multiplier is None:
            return v1.linalg.LinearOperatorIdentity(
                num_rows=shape_hint,
                dtype=loc.dtype.base_dtype,
                is_self_adjoint=True,
                is_positive_definite=True,
                assert_proper_shapes=validate_args,
            )
        return v1.linalg.LinearOperatorScaledIdentity(
            num_rows=shape_hint,
            multiplier=checked(scale_identity_multiplier),
            is_non_singular=True,
            is_self_adjoint=True,
            is_positive_definite=assert_positive,
            assert_proper_shapes=validate_args,
        )


def _diagonal_check(diag: Any, positive: bool) -> Any:
    if positive:
        return v1.assert_positive(diag, message="diagonal part must be positive")
    zero = v1.zeros([], diag.dtype)
    return v1.debugging.assert_none_equal(diag, zero, message="diagonal part must be non-zero")


def is_diagonal_scale(scale: Any) -> bool:
    """Whether an operator is an identity, a multiple of one, or a diagonal."""
    if not isinstance(scale, v1.linalg.LinearOperator):
        raise TypeError(f"Expected argument 'scale' to be instance of LinearOperator. Found: {scale}")
    linalg = v1.linalg
    kinds = linalg.LinearOperatorIdentity, linalg.LinearOperatorScaledIdentity, linalg.LinearOperatorDiag
    return isinstance(scale, kinds)


def shapes_from_loc_and_scale(loc: Any, scale: Any, name: str = "shapes_from_loc_and_scale") -> tuple[Any, Any]:
    """Batch shape and event shape, arrays or tensors, of vectors that `scale` multiplies and `loc` is added to."""
    with v1.name_scope(name, values=[loc]):
        size = scale.range_dimension_tensor()
        static = v1.get_static_value(size)
        event_shape = size[v1.newaxis] if static is None else static.reshape([1])
        batch_shape = scale.batch_shape_tensor()
        if loc is None:
            known = v1.get_static_value(batch_shape)
            return (batch_shape if known is None else known), event_shape
        loc_size = v1.dimension_value(loc.get_shape()[-1])
        if loc_size is not None and static is not None and loc_size not in (1, static):
            raise ValueError(
                f"Event size of 'scale' ({static}) could not be broadcast up to that of 'loc' ({loc_size})."
            )
        loc_batch = loc.get_shape().with_rank_at_least(1)[:-1]
        if loc.get_shape().ndims is None or not loc_batch.is_fully_defined():
            loc_batch = v1.shape(loc)[:-1]
        else:
            loc_batch = v1.convert_to_tensor(loc_batch, name="loc_batch_shape")
        return util.prefer_static_broadcast_shape(batch_shape, loc_batch), event_shape
