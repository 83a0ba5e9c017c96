"""`tf.contrib.solvers` of 1.15: linear equations and least squares by iterations, and bidiagonalization."""

from __future__ import absolute_import, division, print_function

from tfcompat.tf1.contrib.solvers import lanczos, least_squares, linear_equations, util

__all__ = [
    "absolute_import", "division", "lanczos", "least_squares", "linear_equations", "print_function", "util"
]  # fmt: skip
