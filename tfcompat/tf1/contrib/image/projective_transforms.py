"""Projective transforms as eight numbers, `[n, 8]` float32: `[a0, a1, a2, b0, b1, b2, c0, c1]`.

The output's pixel (x, y) is the input's at ((a0 x + a1 y + a2) / k, (b0 x + b1 y + b2) / k), k = c0 x + c1 y + 1.
"""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1


def angles_to_projective_transforms(angles: Any, image_height: Any, image_width: Any, name: str | None = None) -> Any:
    """`tf.contrib.image.angles_to_projective_transforms` of 1.15: turns around the middle, counterclockwise, radians.

    Raises:
      TypeError: `angles` is neither a scalar nor a vector.
    """
    with v1.name_scope(name, "angles_to_projective_transforms"):
        given = v1.convert_to_tensor(angles, name="angles", dtype=v1.float32)
        if len(given.get_shape()) > 1:
            raise TypeError("Angles should have rank 0 or 1.")
        turn = given[None] if len(given.get_shape()) == 0 else given
        # Written out, as 1.15 did: each term is an op.
        x = image_width - 1 - (v1.cos(turn) * (image_width - 1) - v1.sin(turn) * (image_height - 1))
        x = x / 2.0
        y = image_height - 1 - (v1.sin(turn) * (image_width - 1) + v1.cos(turn) * (image_height - 1))
        y = y / 2.0
        count = v1.shape(turn)[0]
        return v1.concat(
            [
                v1.cos(turn)[:, None],
                -v1.sin(turn)[:, None],
                x[:, None],
                v1.sin(turn)[:, None],
                v1.cos(turn)[:, None],
                y[:, None],
                v1.zeros((count, 2), v1.float32),
            ],
            axis=1,
        )


def translations_to_projective_transforms(translations: Any, name: str | None = None) -> Any:
    """`tf.contrib.image.translations_to_projective_transforms` of 1.15: shifts by `[dx, dy]`, or one for each row.

    Raises:
      TypeError: `translations` is neither a vector nor a matrix.
    """
    with v1.name_scope(name, "translations_to_projective_transforms"):
        given = v1.convert_to_tensor(translations, name="translations", dtype=v1.float32)
        rank = given.get_shape().ndims
        if rank is None:
            raise TypeError("translation_or_translations rank must be statically known")
        if rank not in (1, 2):
            raise TypeError("Translations should have rank 1 or 2.")
        shifts = given[None] if rank == 1 else given
        count = v1.shape(shifts)[0]
        return v1.concat(
            [
                v1.ones((count, 1), v1.float32),
                v1.zeros((count, 1), v1.float32),
                -shifts[:, 0, None],
                v1.zeros((count, 1), v1.float32),
                v1.ones((count, 1), v1.float32),
                -shifts[:, 1, None],
                v1.zeros((count, 2), v1.float32),
            ],
            axis=1,
        )


def compose_transforms(*transforms: Any) -> Any:
    """`tf.contrib.image.compose_transforms` of 1.15: one transform that does what all do, in order."""
    assert transforms, "transforms cannot be empty"
    with v1.name_scope("compose_transforms"):
        composed = flat_transforms_to_matrices(transforms[0])
        for each in transforms[1:]:
            composed = v1.matmul(composed, flat_transforms_to_matrices(each))
        return matrices_to_flat_transforms(composed)


def flat_transforms_to_matrices(transforms: Any) -> Any:
    """`tf.contrib.image.flat_transforms_to_matrices` of 1.15: `[8]` or `[n, 8]` to `[n, 3, 3]`.

    Raises:
      ValueError: another rank.
    """
    with v1.name_scope("flat_transforms_to_matrices"):
        flat = v1.convert_to_tensor(transforms, name="transforms")
        if flat.shape.ndims not in (1, 2):
            raise ValueError(f"Transforms should be 1D or 2D, got: {flat}")
        rows = v1.reshape(flat, v1.constant([-1, 8]))
        whole = v1.concat([rows, v1.ones([v1.shape(rows)[0], 1])], axis=1)
        return v1.reshape(whole, v1.constant([-1, 3, 3]))


def matrices_to_flat_transforms(transform_matrices: Any) -> Any:
    """`tf.contrib.image.matrices_to_flat_transforms` of 1.15: `[3, 3]` or `[n, 3, 3]` to `[n, 8]`.

    Raises:
      ValueError: another rank.
    """
    with v1.name_scope("matrices_to_flat_transforms"):
        matrices = v1.convert_to_tensor(transform_matrices, name="transform_matrices")
        if matrices.shape.ndims not in (2, 3):
            raise ValueError(f"Matrices should be 2D or 3D, got: {matrices}")
        rows = v1.reshape(matrices, v1.constant([-1, 9]))
        rows = rows / rows[:, 8:9]
        return rows[:, :8]
