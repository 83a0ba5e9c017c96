"""`scipy.misc` of SciPy 1.0: images by way of Pillow, with its rescaling and rounding; the rest from its new places.

Source: scipy.misc.pilutil and scipy.misc.common of SciPy 0.19 to 1.2. The door to Pillow.
"""

from __future__ import annotations

import importlib
from typing import Any

import numpy as np

_SPECIAL = frozenset("comb factorial factorial2 factorialk logsumexp".split())
_RESAMPLE = {"nearest": 0, "lanczos": 1, "bilinear": 2, "bicubic": 3, "cubic": 3}
_FILTERS = frozenset(
    "blur contour detail edge_enhance edge_enhance_more emboss find_edges smooth smooth_more sharpen".split()
)
__all__ = sorted({
    "bytescale", "central_diff_weights", "derivative", "fromimage", "imfilter", "imread", "imresize", "imrotate",
    "imsave", "imshow", "pade", "toimage", *_SPECIAL,
})  # fmt: skip


def __getattr__(name: str) -> Any:
    if name in _SPECIAL:
        return getattr(importlib.import_module("scipy.special"), name)
    if name == "pade":
        return importlib.import_module("scipy.interpolate").pade
    if name in ("ascent", "face", "electrocardiogram"):
        raise AttributeError(f"scipy.misc.{name} is scipy.datasets.{name} today, which downloads the data", name=name)
    raise AttributeError(f"module 'scipy.misc' has no attribute {name!r}", name=name)


def _image() -> Any:
    try:
        return importlib.import_module("PIL.Image")
    except ModuleNotFoundError:
        text = "scipy.misc's image functions need Pillow, which is not installed; run: pip install pillow"
        raise ModuleNotFoundError(text, name="PIL") from None


def bytescale(data: Any, cmin: Any = None, cmax: Any = None, high: int = 255, low: int = 0) -> Any:
    """The array as uint8: `cmin` … `cmax` (by default its smallest and largest value) becomes `low` … `high`.

    uint8 stays as it is.

    Raises:
      ValueError: `high` and `low`, or `cmax` and `cmin`, are out of order or out of range.
    """
    if data.dtype == np.uint8:
        return data
    if high > 255:
        raise ValueError("`high` should be less than or equal to 255.")
    if low < 0:
        raise ValueError("`low` should be greater than or equal to 0.")
    if high < low:
        raise ValueError("`high` should be greater than or equal to `low`.")
    cmin = data.min() if cmin is None else cmin
    cmax = data.max() if cmax is None else cmax
    spread = cmax - cmin
    if spread < 0:
        raise ValueError("`cmax` should be larger than `cmin`.")
    scaled = (data - cmin) * (float(high - low) / (spread or 1)) + low
    return (scaled.clip(low, high) + 0.5).astype(np.uint8)


def toimage(
    arr: Any,
    high: int = 255,
    low: int = 0,
    cmin: Any = None,
    cmax: Any = None,
    pal: Any = None,
    mode: str | None = None,
    channel_axis: int | None = None,
) -> Any:
    """A Pillow image of an array [rows, columns], or of one of rank 3 with an axis of 3 or 4 channels.

    Raises:
      ValueError: the shape, the mode or the numbers do not make an image.
    """
    data = np.asarray(arr)
    if np.iscomplexobj(data):
        raise ValueError("Cannot convert a complex-valued array.")
    if data.ndim == 2:
        return _grey(data, high, low, cmin, cmax, pal, mode)
    if data.ndim != 3 or not {3, 4}.intersection(data.shape):
        raise ValueError("'arr' does not have a suitable array shape for any mode.")
    axis = channel_axis
    if axis is None:
        axis = data.shape.index(3) if 3 in data.shape else data.shape.index(4)
    channels = data.shape[axis]
    if channels not in (3, 4):
        raise ValueError("Channel axis dimension is not valid.")
    numbers = np.moveaxis(bytescale(data, high=high, low=low, cmin=cmin, cmax=cmax), axis, 2)
    mode = mode or ("RGB" if channels == 3 else "RGBA")
    if mode not in ("RGB", "RGBA", "YCbCr", "CMYK"):
        raise ValueError("Unknown mode: " + repr(["RGB", "RGBA", "YCbCr", "CMYK"]))
    if mode in ("RGB", "YCbCr") and channels != 3:
        raise ValueError("Invalid array shape for mode.")
    if mode in ("RGBA", "CMYK") and channels != 4:
        raise ValueError("Invalid array shape for mode.")
    return _image().frombytes(mode, (numbers.shape[1], numbers.shape[0]), numbers.tobytes())


def _grey(data: Any, high: int, low: int, cmin: Any, cmax: Any, pal: Any, mode: str | None) -> Any:
    image, size = _image(), (data.shape[1], data.shape[0])
    if mode == "F":
        return image.frombytes(mode, size, data.astype(np.float32).tobytes())
    if mode in (None, "L", "P"):
        made = image.frombytes("L", size, bytescale(data, high=high, low=low, cmin=cmin, cmax=cmax).tobytes())
        if pal is not None:
            made.putpalette(np.asarray(pal, dtype=np.uint8).tobytes())
        elif mode == "P":
            made.putpalette(np.repeat(np.arange(256, dtype=np.uint8), 3).tobytes())
        return made
    if mode == "1":
        return image.frombytes("1", size, (data > 128).tobytes())
    cmin = data.min() if cmin is None else cmin
    cmax = data.max() if cmax is None else cmax
    if mode == "I":
        numbers = (data * 1.0 - cmin) * (high - low) / (cmax - cmin) + low
        return image.frombytes(mode, size, numbers.astype(np.uint32).tobytes())
    raise ValueError("Unknown mode: " + repr([None, "L", "P", "1", "I", "F"]))


def fromimage(im: Any, flatten: bool = False, mode: str | None = None) -> Any:
    """The array of a Pillow image; with `flatten` one channel of float32."""
    if not hasattr(im, "convert"):
        raise TypeError("Input is not a PIL image.")
    if mode == "L" and im.mode in ("RGB", "RGBA"):
        # Pillow rounds here since 7.0; before it cut off.
        red, green, blue = (np.asarray(im.getchannel(place), np.uint32) for place in range(3))
        return ((red * 19595 + green * 38470 + blue * 7471) >> 16).astype(np.uint8)
    if mode is not None:
        im = im.convert(mode) if mode != im.mode else im
    elif im.mode == "P":
        im = im.convert("RGBA" if "transparency" in im.info else "RGB")
    if flatten:
        im = im.convert("F")
    elif im.mode == "1":
        im = im.convert("L")
    return np.array(im)


def imread(name: Any, flatten: bool = False, mode: str | None = None) -> Any:
    """The array of an image file."""
    return fromimage(_image().open(name), flatten=flatten, mode=mode)


def imsave(name: Any, arr: Any, format: str | None = None) -> None:
    """Writes an array [rows, columns] or [rows, columns, 3 or 4] as an image; `toimage` rescales it."""
    made = toimage(arr, channel_axis=2)
    made.save(name) if format is None else made.save(name, format)


def imresize(arr: Any, size: Any, interp: str = "bilinear", mode: str | None = None) -> Any:
    """The array resized, as uint8: to a percentage (int), by a factor (float), or to (rows, columns).

    As in SciPy, an array that is not uint8 is first rescaled so that its smallest value is 0 and its largest 255.
    """
    image = toimage(arr, mode=mode)
    if np.issubdtype(type(size), np.signedinteger):
        wanted = tuple(int(each) for each in (np.array(image.size) * (size / 100.0)).astype(int))
    elif np.issubdtype(type(size), np.floating):
        wanted = tuple(int(each) for each in (np.array(image.size) * size).astype(int))
    else:
        wanted = (int(size[1]), int(size[0]))
    return fromimage(image.resize(wanted, resample=_RESAMPLE[interp]))


def imrotate(arr: Any, angle: float, interp: str = "bilinear") -> Any:
    """The array turned by `angle` degrees counter-clockwise, as uint8, in its old size."""
    return fromimage(toimage(np.asarray(arr)).rotate(angle, resample=_RESAMPLE[interp]))


def imfilter(arr: Any, ftype: str) -> Any:
    """The array behind one of Pillow's filters: blur, contour, detail, edge_enhance, emboss, sharpen, …"""
    if ftype not in _FILTERS:
        raise ValueError("Unknown filter type.")
    return fromimage(toimage(arr).filter(getattr(importlib.import_module("PIL.ImageFilter"), ftype.upper())))


def imshow(arr: Any) -> None:
    """Shows an array in the image viewer of the machine."""
    toimage(arr).show()


def central_diff_weights(Np: int, ndiv: int = 1) -> Any:
    """The weights of `Np` points (an odd number) for the derivative of order `ndiv`."""
    if Np < ndiv + 1:
        raise ValueError("Number of points must be at least the derivative order + 1.")
    if Np % 2 == 0:
        raise ValueError("The number of points must be odd.")
    points = np.arange(-(Np >> 1), (Np >> 1) + 1.0)
    order = np.cumprod(np.maximum(np.arange(ndiv + 1.0), 1))[-1]
    return order * np.linalg.inv(points[:, None] ** np.arange(Np))[ndiv]


def derivative(func: Any, x0: float, dx: float = 1.0, n: int = 1, args: tuple[Any, ...] = (), order: int = 3) -> Any:
    """The derivative of order `n` at `x0` by central differences over `order` points."""
    if order < n + 1:
        raise ValueError("'order', the number of points, must be at least the derivative order 'n' + 1.")
    if order % 2 == 0:
        raise ValueError("'order', the number of points, must be odd.")
    weights, half = central_diff_weights(order, n), order >> 1
    return sum(weight * func(x0 + (place - half) * dx, *args) for place, weight in enumerate(weights)) / dx**n
