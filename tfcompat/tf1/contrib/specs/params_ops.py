"""Random settings for experiments, by Python's `random`; and everything of `math`, for the expressions they are in."""

from __future__ import annotations

import math
import random
from math import *  # noqa: F403


def Uf(lo: float = 0.0, hi: float = 1.0) -> float:
    """Between two numbers."""
    return random.uniform(lo, hi)


def Ui(lo: int, hi: int) -> int:
    """A whole number between two, both included."""
    return random.randint(lo, hi)


def Lf(lo: float, hi: float) -> float:
    """Between two numbers, uniform in its logarithm."""
    return math.exp(random.uniform(math.log(lo), math.log(hi)))


def Li(lo: int, hi: int) -> int:
    """A whole number, uniform in its logarithm."""
    return math.floor(math.exp(random.uniform(math.log(lo), math.log(hi + 1 - 1e-5))))


def Nt(mu: float, sigma: float, limit: float = 3.0) -> float:
    """A Gaussian number, held within `limit` deviations."""
    return min(max(random.gauss(mu, sigma), mu - limit * sigma), mu + limit * sigma)
