"""Stages of any shape as small matrices: a row for each token, and as many columns as can be told apart."""

from __future__ import annotations

import numpy as np

MOST_ROWS, MOST_COLUMNS = 64, 128
MASKED = -1000.0  # scores below were masked, and would leave no colours for the others


def heat(stage: str, array: np.ndarray) -> np.ndarray:
    """[1,rows,columns] of one text's stage [T,H], [N,T,…] (heads side by side) or [H]; NaN where a score was masked.

    Where there is not enough room, a cell shows the number of its block that is farthest from 0.
    """
    if array.ndim == 3:
        heads, tokens, width = array.shape
        array = array.transpose(1, 0, 2).reshape(tokens, heads * width)
    matrix = np.atleast_2d(array).astype("float32")
    if stage.endswith("masked_scores"):
        matrix = np.where(matrix < MASKED, np.nan, matrix)
    return _coarse(_coarse(matrix, 0, MOST_ROWS), 1, MOST_COLUMNS)[np.newaxis]


def _coarse(matrix: np.ndarray, axis: int, most: int) -> np.ndarray:
    size = matrix.shape[axis]
    if size <= most:
        return matrix
    starts = np.arange(most) * size // most
    high, low = (each.reduceat(matrix, starts, axis=axis) for each in (np.fmax, np.fmin))
    found: np.ndarray = np.where(high >= -low, high, low)
    return found
