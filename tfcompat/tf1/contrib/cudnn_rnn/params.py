"""The vector of all parameters, as cuDNN lays it out: every matrix row by row, and after them every bias."""

from __future__ import annotations

import math
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.cudnn_rnn.modes import Network


def size(net: Network) -> int:
    """How many numbers the vector holds."""
    return sum(math.prod(shape) for shape in net.all_weight_shapes()) + net.bias_count() * net.num_units


def joined(weights: Any, biases: Any) -> Any:
    """The vector from the matrices and biases of all layers."""
    return v1.concat([v1.reshape(each, [-1]) for each in [*weights, *biases]], 0)


def parts(net: Network, params: Any) -> tuple[list[Any], list[Any]]:
    """The matrices and biases of all layers from the vector."""
    shapes = net.all_weight_shapes()
    sizes = [math.prod(shape) for shape in shapes] + [net.num_units] * net.bias_count()
    pieces = v1.split(v1.reshape(params, [sum(sizes)]), sizes)
    weights = [v1.reshape(piece, shape) for piece, shape in zip(pieces[: len(shapes)], shapes, strict=True)]
    return weights, pieces[len(shapes) :]
