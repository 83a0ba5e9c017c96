"""`tf.contrib.util.loader` of 1.15: operations of one's own, from a shared library."""

from __future__ import annotations

import os
from typing import Any

from tfcompat.backend.v1api import v1

__all__ = ["load_op_library"]


def load_op_library(path: str) -> Any:
    """The module of the library's operations, by a path as it stands.

    Raises:
      NotFoundError: there is no such file, or it cannot be loaded.
    """
    return v1.load_op_library(os.path.abspath(path))
