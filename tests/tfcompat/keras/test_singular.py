"""Singular vectors have the signs that NumPy 1.18.5 on its OpenBLAS gave, and are singular vectors."""

import numpy as np
import pytest

from tfcompat.keras.singular.vectors import singular_vectors

# Shape -> the signs of the left vectors' first entries, for a normal draw by RandomState(10).
SIGNS = {
    (1, 1): "+",
    (1, 4): "-",
    (5, 1): "+",
    (3, 3): "-+-",
    (3, 4): "+-+",
    (3, 7): "-++",
    (7, 3): "--+",
    (9, 10): "-+-+-+-++",
    (13, 12): "++-++++--++-",
    (13, 20): "-+-+-+-+-+--+",
    (25, 13): "-+-+-+++-+++-",
    (25, 25): "--++-+--+---+-++-+-+---++",
    (25, 100): "-+-+-+-+-+-+-+-+-+-++-+--",
    (27, 26): "-+-+------+---++++----+++-",
    (27, 100): "+-+-+--++----++---+++--++--",
}


@pytest.mark.parametrize("shape", SIGNS, ids=str)
def test_signs(shape):
    drawn = np.random.RandomState(10).normal(0.0, 1.0, shape)
    left, right = singular_vectors(drawn)
    assert "".join("+" if each > 0 else "-" for each in left[0]) == SIGNS[shape]
    values = left.T @ drawn @ right.T
    np.testing.assert_allclose(values, np.diag(np.linalg.svd(drawn, compute_uv=False)), atol=1e-12)


def test_matrices_with_zeros_and_equal_values():
    for matrix in (
        np.eye(4),
        np.diag([3.0, 0.0, 2.0]),
        np.ones((3, 5)),
        np.zeros((2, 3)),
        np.arange(12.0).reshape(4, 3),
    ):
        left, right = singular_vectors(matrix)
        values = left.T @ matrix @ right.T
        np.testing.assert_allclose(values, np.diag(np.linalg.svd(matrix, compute_uv=False)), atol=1e-12)
        np.testing.assert_allclose(left.T @ left, np.eye(left.shape[1]), atol=1e-12)
