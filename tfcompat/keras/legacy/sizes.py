"""Arguments of Keras 1 that became one: `nb_row, nb_col`, `input_dim` with `input_length`, a dictionary of paddings."""

from __future__ import annotations

from typing import Any

Prepared = tuple[tuple[Any, ...], dict[str, Any], bool]


def prepare(name: str, kind: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Prepared:
    """The arguments with those of Keras 1 put together; whether there were any.

    Raises:
      TypeError, ValueError: Keras 2.3.1 refused them too.
    """
    if name in _LAYERS:
        return _LAYERS[name](args, kwargs)
    return _KINDS[kind](args, kwargs) if kind in _KINDS else (args, kwargs, False)


def _embedding(args: tuple[Any, ...], kwargs: dict[str, Any]) -> Prepared:
    kwargs.pop("dropout", None)  # gone: the layer SpatialDropout1D behind an Embedding does the same
    return args, kwargs, False


def _recurrent(args: tuple[Any, ...], kwargs: dict[str, Any]) -> Prepared:
    changed = _forget_bias(kwargs)
    if "input_dim" in kwargs:
        kwargs["input_shape"] = (kwargs.pop("input_length", None), kwargs.pop("input_dim"))
        changed = True
    return args, kwargs, changed


def _forget_bias(kwargs: dict[str, Any]) -> bool:
    if kwargs.pop("forget_bias_init", None) != "one":
        return False
    kwargs["unit_forget_bias"] = True
    return True


def _convolution_1d(args: tuple[Any, ...], kwargs: dict[str, Any]) -> Prepared:
    if "input_dim" not in kwargs:
        return args, kwargs, False
    kwargs["input_shape"] = (kwargs.pop("input_length", None), kwargs.pop("input_dim"))
    return args, kwargs, True


def _kernel(names: tuple[str, ...], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Prepared:
    """`filters, rows, columns[, depth]`, given with or without their names, as `filters, kernel_size`."""
    rank = len(names)
    if len(args) > rank + 1:
        raise TypeError(f"Layer can receive at most {rank + 1} positional arguments.")
    given = args[1:]
    whole = len(given) == rank and all(isinstance(size, int) for size in given)
    if whole and any(each in kwargs for each in ("padding", "strides", "data_format")) and rank == 2:
        raise ValueError(
            "It seems that you are using the Keras 2 and you are passing both `kernel_size` and `strides` as integer "
            "positional arguments. For safety reasons, this is disallowed. Pass `strides` as a keyword argument "
            "instead."
        )
    rest = names[len(given) :]
    ints = all(isinstance(size, int) for size in given)
    if (not rest and not whole) or not ints or not all(name in kwargs for name in rest):
        return args, kwargs, False
    kernel = (*given, *(kwargs.pop(name) for name in rest))
    if not args:
        kwargs["kernel_size"] = kernel
        return args, kwargs, True
    return (args[0], kernel), kwargs, True


def _convolution_2d(args: tuple[Any, ...], kwargs: dict[str, Any]) -> Prepared:
    return _kernel(("nb_row", "nb_col"), args, kwargs)


def _convolution_3d(args: tuple[Any, ...], kwargs: dict[str, Any]) -> Prepared:
    return _kernel(("kernel_dim1", "kernel_dim2", "kernel_dim3"), args, kwargs)


def _separable(args: tuple[Any, ...], kwargs: dict[str, Any]) -> Prepared:
    initializer = kwargs.pop("init", None)
    if initializer is not None:
        kwargs.update(depthwise_initializer=initializer, pointwise_initializer=initializer)
    args, kwargs, changed = _convolution_2d(args, kwargs)
    return args, kwargs, changed or initializer is not None


def _transposed(args: tuple[Any, ...], kwargs: dict[str, Any]) -> Prepared:
    shaped = "output_shape" in kwargs or (len(args) == 4 and isinstance(args[3], tuple))
    args = args[:-1] if len(args) == 4 and isinstance(args[3], tuple) else args
    kwargs.pop("output_shape", None)
    args, kwargs, changed = _convolution_2d(args, kwargs)
    return args, kwargs, changed or shaped


def _recurrent_convolution(args: tuple[Any, ...], kwargs: dict[str, Any]) -> Prepared:
    forget = _forget_bias(kwargs)
    args, kwargs, changed = _convolution_2d(args, kwargs)
    return args, kwargs, changed or forget


def _batch_normalization(args: tuple[Any, ...], kwargs: dict[str, Any]) -> Prepared:
    if args:
        text = "The `BatchNormalization` layer does not accept positional arguments. Use keyword arguments instead."
        raise TypeError(text)
    if "mode" not in kwargs:
        return args, kwargs, False
    if kwargs.pop("mode") != 0:
        raise TypeError(
            "The `mode` argument of `BatchNormalization` no longer exists. `mode=1` and `mode=2` are no longer "
            "supported."
        )
    return args, kwargs, True


_SIDES = ("top_pad", "bottom_pad", "left_pad", "right_pad")


def _zero_padding_2d(args: tuple[Any, ...], kwargs: dict[str, Any]) -> Prepared:
    padding = args[0] if len(args) == 1 else kwargs.get("padding")
    if not isinstance(padding, dict) or not set(padding).issubset(_SIDES):
        return args, kwargs, False
    top, bottom, left, right = (padding.get(side, 0) for side in _SIDES)
    return (), {**kwargs, "padding": ((top, bottom), (left, right))}, True


_KINDS = {
    "batch_normalization": _batch_normalization,
    "convolution": _convolution_2d,
    "convolution_1d": _convolution_1d,
    "embedding": _embedding,
    "recurrent": _recurrent,
    "recurrent_convolution": _recurrent_convolution,
    "separable_convolution": _separable,
}
_LAYERS = {"Conv2DTranspose": _transposed, "Conv3D": _convolution_3d, "ZeroPadding2D": _zero_padding_2d}
