"""Singular vectors with the signs of LAPACK before 3.10, which NumPy 1.x of TensorFlow 1's time was built on.

LAPACK 3.10 gave plane rotations another sign where the first entry is negative and the smaller. For matrices whose
smaller side is at most 25 that turns some singular vectors round; above, LAPACK divides and conquers, and both agree.
"""
