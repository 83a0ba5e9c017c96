"""`tf.contrib.distributions.Chi2`, and with degrees of freedom made positive."""

from __future__ import annotations

from typing import Any

from tfcompat.backend import internals_distributions
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.scalars import int32_shapes, parameter, positive

_Gamma: Any = internals_distributions.gamma.Gamma


class Chi2(_Gamma):
    """The sum of `df` squared standard normal variables."""

    df = parameter("_df", "Degrees of freedom, positive.")

    def __init__(self, df: Any, validate_args: bool = False, allow_nan_stats: bool = True, name: str = "Chi2") -> None:
        parameters = dict(locals())
        with v1.name_scope(name, values=[df]) as name:
            with positive([df], validate_args):
                self._df = v1.identity(df, name="df")
            super().__init__(
                concentration=0.5 * self._df,
                rate=v1.constant(0.5, dtype=self._df.dtype),
                validate_args=validate_args,
                allow_nan_stats=allow_nan_stats,
                name=name,
            )
        self._parameters = parameters

    @staticmethod
    def _param_shapes(sample_shape: Any) -> dict[str, Any]:
        return int32_shapes(("df",), sample_shape)


class Chi2WithAbsDf(Chi2):
    """`Chi2` with `floor(abs(df))` degrees of freedom."""

    def __init__(
        self, df: Any, validate_args: bool = False, allow_nan_stats: bool = True, name: str = "Chi2WithAbsDf"
    ) -> None:
        parameters = dict(locals())
        with v1.name_scope(name, values=[df]) as name:
            super().__init__(
                df=v1.floor(v1.abs(df, name="abs_df"), name="floor_abs_df"),
                validate_args=validate_args,
                allow_nan_stats=allow_nan_stats,
                name=name,
            )
        self._parameters = parameters
