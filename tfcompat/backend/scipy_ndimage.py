"""SciPy's image functions, loaded when an image is first transformed."""

from __future__ import annotations

from typing import Any


def affine_transform(*args: Any, **kwargs: Any) -> Any:
    """`scipy.ndimage.affine_transform`.

    Raises:
      ImportError: SciPy is not installed.
    """
    try:
        from scipy import ndimage
    except ImportError:
        raise ImportError("Image transformations require SciPy. Install SciPy.") from None
    return ndimage.affine_transform(*args, **kwargs)
