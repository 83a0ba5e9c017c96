"""`keras.legacy.interfaces` of 2.3.1: decorators by which the user's own layers took Keras 1's arguments."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from tfcompat.keras.legacy import convert, tables

Method = Callable[..., Any]


def generate_legacy_interface(
    allowed_positional_args: Any = None,
    conversions: Any = None,
    preprocessor: Any = None,
    value_conversions: Any = None,
) -> Callable[[Method], Method]:
    """A decorator for a constructor.

    Args:
      allowed_positional_args: the arguments that may stand without their names, or None for any.
      conversions: pairs of an old and a new name.
      preprocessor: takes the arguments and the keywords, and gives both and the names that it changed.
      value_conversions: for a new name, what stands for each old value.
    """
    renames = dict(conversions or ())
    values = value_conversions or {}

    def decorate(method: Method) -> Method:
        @functools.wraps(method)
        def called(self: Any, *args: Any, **kwargs: Any) -> Any:
            changed: Any = ()
            if preprocessor is not None:
                args, kwargs, changed = preprocessor((self, *args), kwargs)
                args = args[1:]
            for old, new in renames.items():
                if old in kwargs:
                    value = kwargs.pop(old)
                    kwargs[new] = values.get(new, {}).get(value, value) if new in values else value
                    changed = [*changed, old]
            if changed:
                convert.warn(f"Update your `{type(self).__name__}` call to the Keras 2 API: {', '.join(changed)}")
            if allowed_positional_args is not None and len(args) > len(allowed_positional_args):
                raise TypeError(
                    f"`{type(self).__name__}` can accept only {len(allowed_positional_args)} positional arguments "
                    f"{tuple(allowed_positional_args)}, but you passed the following positional arguments: {list(args)}"
                )
            return method(self, *args, **kwargs)

        return called

    return decorate


generate_legacy_method_interface = generate_legacy_interface


def legacy_get_updates_support(method: Method) -> Method:
    """`get_updates(loss, params)`, which Keras 1 called with the weights, their constraints and the loss."""

    @functools.wraps(method)
    def called(self: Any, *args: Any, **kwargs: Any) -> Any:
        if args and isinstance(args[0], (list, tuple)):
            given = dict(zip(("params", "constraints", "loss"), args))  # noqa: B905 (what follows may be named)
            kwargs.update((key, value) for key, value in given.items() if key != "constraints")
            args = ()
        kwargs.pop("constraints", None)
        return method(self, *args, **kwargs)

    return called


def _as_it_is(method: Method) -> Method:
    return method


# decorator -> kind of layer
_KINDS = {
    "legacy_dense_support": "dense",
    "legacy_dropout_support": "dropout",
    "legacy_embedding_support": "embedding",
    "legacy_pooling1d_support": "pooling_1d",
    "legacy_prelu_support": "prelu",
    "legacy_gaussiannoise_support": "gaussian_noise",
    "legacy_gaussiandropout_support": "gaussian_dropout",
    "legacy_recurrent_support": "recurrent",
    "legacy_pooling2d_support": "pooling",
    "legacy_pooling3d_support": "pooling",
    "legacy_global_pooling_support": "global_pooling",
    "legacy_upsampling1d_support": "up_sampling_1d",
    "legacy_upsampling2d_support": "up_sampling",
    "legacy_upsampling3d_support": "up_sampling",
    "legacy_conv1d_support": "convolution_1d",
    "legacy_conv2d_support": "convolution",
    "legacy_conv3d_support": "convolution",
    "legacy_deconv2d_support": "convolution",
    "legacy_separable_conv2d_support": "separable_convolution",
    "legacy_convlstm2d_support": "recurrent_convolution",
    "legacy_batchnorm_support": "batch_normalization",
    "legacy_zeropadding2d_support": "zero_padding",
    "legacy_zeropadding3d_support": "zero_padding",
    "legacy_cropping2d_support": "cropping",
    "legacy_cropping3d_support": "cropping",
    "legacy_spatialdropout1d_support": "dropout",
    "legacy_spatialdropoutNd_support": "spatial_dropout",
    "legacy_lambda_support": "lambda",
}
# What these did, the classes that they stood before do themselves.
_DONE = (
    "legacy_add_weight_support",
    "legacy_generator_methods_support",
    "legacy_input_support",
    "legacy_model_constructor_support",
)
__all__ = [
    *("generate_legacy_interface", "generate_legacy_method_interface", "legacy_get_updates_support", *_DONE, *_KINDS)
]


def __getattr__(name: str) -> Any:
    if name in _DONE:
        return _as_it_is
    if name not in _KINDS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name)
    allowed, renames = tables.KINDS[_KINDS[name]]
    pairs = [(old, new) for old, _, new in (row.partition("=") for row in renames.split())]
    values = {new: tables.VALUES[old] for old, new in pairs if old in tables.VALUES}
    return generate_legacy_interface(None if allowed is None else allowed.split(), pairs, None, values)
