"""The Wishart distribution, its scale given as a linear operator."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from tfcompat.backend.internals_distributions import distribution, util
from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.distributions.scalars import after, parameter

_Distribution: Any = distribution.Distribution


class _WishartLinearOperator(_Distribution):
    """Matrices `[k, k]`; `scale_operator` is the Cholesky factor of the scale.

    With `cholesky_input_output_matrices`, samples and arguments are Cholesky factors of the matrices.
    """

    df = parameter("_df", "Degrees of freedom, at least k.")
    scale_operator = parameter("_scale_operator", "The factor of the scale.")
    cholesky_input_output_matrices = parameter("_cholesky_input_output_matrices", "Whether matrices are factors.")
    dimension = parameter("_dimension", "k, in the type of the matrices.")

    def __init__(
        self,
        df: Any,
        scale_operator: Any,
        cholesky_input_output_matrices: bool = False,
        validate_args: bool = False,
        allow_nan_stats: bool = True,
        name: str | None = None,
    ) -> None:
        parameters = dict(locals())
        self._cholesky_input_output_matrices = cholesky_input_output_matrices
        with v1.name_scope(name) as name, v1.name_scope("init", values=[df]):
            dtype = scale_operator.dtype
            if not dtype.is_floating:
                raise TypeError(f"scale_operator.dtype={dtype} is not a floating-point type")
            if not scale_operator.is_square:
                raise ValueError("scale_operator must be square.")
            self._scale_operator = scale_operator
            self._df = v1.convert_to_tensor(df, dtype=dtype, name="df")
            shape = scale_operator.shape
            size = None if shape.ndims is None else v1.dimension_value(shape[-1])
            if size is None:
                size = scale_operator.domain_dimension_tensor()
                self._dimension = v1.cast(size, dtype=dtype, name="dimension")
            else:
                self._dimension = v1.convert_to_tensor(size, dtype=dtype, name="dimension")
            self._df = _enough(self._df, self._dimension, validate_args)
        super().__init__(
            dtype=dtype,
            reparameterization_type=distribution.FULLY_REPARAMETERIZED,
            validate_args=validate_args,
            allow_nan_stats=allow_nan_stats,
            parameters=parameters,
            graph_parents=[self._df, self._dimension],
            name=name,
        )

    def scale(self) -> Any:
        """The scale: a factor if matrices are factors."""
        if self._cholesky_input_output_matrices:
            return self.scale_operator.to_dense()
        return self._square_scale()

    def mean_log_det(self, name: str = "mean_log_det") -> Any:
        """The mean of the logarithm of the determinant."""
        with self._name_scope(name):
            log_det = 2 * self.scale_operator.log_abs_determinant()
            return self._multi_digamma(0.5 * self.df, self.dimension) + self.dimension * math.log(2.0) + log_det

    def log_normalization(self, name: str = "log_normalization") -> Any:
        """The logarithm of what the density is divided by."""
        with self._name_scope(name):
            log_det = self.df * self.scale_operator.log_abs_determinant()
            twos = 0.5 * self.df * self.dimension * math.log(2.0)
            return log_det + twos + self._multi_lgamma(0.5 * self.df, self.dimension)

    def _event_shape_tensor(self) -> Any:
        size = self.scale_operator.domain_dimension_tensor()
        return v1.stack([size, size])

    def _event_shape(self) -> Any:
        size = self.scale_operator.domain_dimension
        return v1.TensorShape([size, size])

    def _batch_shape_tensor(self) -> Any:
        return self.scale_operator.batch_shape_tensor()

    def _batch_shape(self) -> Any:
        return self.scale_operator.batch_shape

    def _sample_n(self, n: Any, seed: Any) -> Any:
        # Bartlett's decomposition: normal below the diagonal, roots of chi-squared on it, then the factor of the scale.
        batch_shape, event_shape = self.batch_shape_tensor(), self.event_shape_tensor()
        ndims = v1.shape(batch_shape)[0] + 3
        shape = v1.concat([[n], batch_shape, event_shape], 0)
        x = v1.random_normal(shape=shape, mean=0.0, stddev=1.0, dtype=self.dtype, seed=seed)
        df = self.df * v1.ones(self.scale_operator.batch_shape_tensor(), dtype=self.df.dtype.base_dtype)
        squares = v1.random_gamma(
            shape=[n],
            alpha=self._multi_gamma_sequence(0.5 * df, self.dimension),
            beta=0.5,
            dtype=self.dtype,
            seed=util.gen_new_seed(seed, "wishart"),
        )
        x = v1.matrix_set_diag(v1.matrix_band_part(x, -1, 0), v1.sqrt(squares))
        # One product for all samples: they stand side by side as columns.
        x = v1.transpose(x, v1.concat([v1.range(1, ndims), [0]], 0))
        x = v1.reshape(x, v1.concat([batch_shape, [event_shape[0]], [-1]], 0))
        x = self.scale_operator.matmul(x)
        x = v1.reshape(x, v1.concat([batch_shape, event_shape, [n]], 0))
        x = v1.transpose(x, v1.concat([[ndims - 1], v1.range(0, ndims - 1)], 0))
        return x if self.cholesky_input_output_matrices else v1.matmul(x, x, adjoint_b=True)

    def _log_prob(self, x: Any) -> Any:
        factor = x if self.cholesky_input_output_matrices else v1.cholesky(x)
        batch_shape, event_shape = self.batch_shape_tensor(), self.event_shape_tensor()
        ndims = v1.rank(factor)
        sample_ndims = ndims - v1.shape(batch_shape)[0] - 2
        sample_shape = v1.strided_slice(v1.shape(factor), [0], [sample_ndims])
        solved = v1.transpose(factor, v1.concat([v1.range(sample_ndims, ndims), v1.range(0, sample_ndims)], 0))
        size = v1.cast(self.dimension, dtype=v1.int32)
        solved = v1.reshape(solved, v1.concat((batch_shape, (size, -1)), 0))
        solved = v1.reshape(self.scale_operator.solve(solved), v1.concat([batch_shape, event_shape, sample_shape], 0))
        order = [v1.range(ndims - sample_ndims, ndims), v1.range(0, ndims - sample_ndims)]
        solved = v1.transpose(solved, v1.concat(order, 0))
        trace = v1.reduce_sum(v1.square(solved), axis=[-2, -1])
        half_log_det = v1.reduce_sum(v1.log(v1.matrix_diag_part(factor)), axis=[-1])
        log_prob = (self.df - self.dimension - 1.0) * half_log_det - 0.5 * trace - self.log_normalization()
        if x.get_shape().ndims is not None:
            log_prob.set_shape(x.get_shape()[:-2])
        return log_prob

    def _prob(self, x: Any) -> Any:
        return v1.exp(self._log_prob(x))

    def _entropy(self) -> Any:
        half_dp1 = 0.5 * self.dimension + 0.5
        half_df = 0.5 * self.df
        return (
            self.dimension * (half_df + half_dp1 * math.log(2.0))
            + 2 * half_dp1 * self.scale_operator.log_abs_determinant()
            + self._multi_lgamma(half_df, self.dimension)
            + (half_dp1 - half_df) * self._multi_digamma(half_df, self.dimension)
        )

    def _mean(self) -> Any:
        if self.cholesky_input_output_matrices:
            return v1.sqrt(self.df) * self.scale_operator.to_dense()
        return self.df * self._square_scale()

    def _variance(self) -> Any:
        x = v1.sqrt(self.df) * self._square_scale()
        diag = v1.expand_dims(v1.matrix_diag_part(x), -1)
        variance = v1.square(x) + v1.matmul(diag, diag, adjoint_b=True)
        return v1.cholesky(variance) if self.cholesky_input_output_matrices else variance

    def _stddev(self) -> Any:
        if self.cholesky_input_output_matrices:
            raise ValueError("Computing std. dev. when is cholesky_input_output_matrices=True does not make sense.")
        return v1.cholesky(self.variance())

    def _mode(self) -> Any:
        s = self.df - self.dimension - 1.0
        s = v1.where_v2(v1.less(s, 0.0), v1.constant(float("NaN"), dtype=self.dtype, name="nan"), s)
        if self.cholesky_input_output_matrices:
            return v1.sqrt(s) * self.scale_operator.to_dense()
        return s * self._square_scale()

    def _square_scale(self) -> Any:
        return self.scale_operator.matmul(self.scale_operator.to_dense(), adjoint_arg=True)

    def _multi_gamma_sequence(self, a: Any, p: Any, name: str = "multi_gamma_sequence") -> Any:
        """`a + (1 - j) / 2` for j from 1 to p."""
        with self._name_scope(name, values=[a, p]):
            zero = v1.constant(0.0, dtype=self.dtype)
            return v1.linspace(zero, 0.5 - 0.5 * p, v1.cast(p, v1.int32)) + v1.expand_dims(a, [-1])

    def _multi_lgamma(self, a: Any, p: Any, name: str = "multi_lgamma") -> Any:
        with self._name_scope(name, values=[a, p]):
            sequence = self._multi_gamma_sequence(a, p)
            return 0.25 * p * (p - 1.0) * math.log(math.pi) + v1.reduce_sum(v1.lgamma(sequence), axis=[-1])

    def _multi_digamma(self, a: Any, p: Any, name: str = "multi_digamma") -> Any:
        with self._name_scope(name, values=[a, p]):
            return v1.reduce_sum(v1.digamma(self._multi_gamma_sequence(a, p)), axis=[-1])


def _enough(df: Any, dimension: Any, validate_args: bool) -> Any:
    """`df`, checked to be at least the dimension: now where both are known, else when run."""
    message = "Degrees of freedom (df = {}) cannot be less than dimension of scale matrix (scale.dimension = {})"
    values = v1.get_static_value(df), v1.get_static_value(dimension)
    if values[0] is not None and values[1] is not None:
        if np.any(np.asarray(values[0]) < values[1]):
            raise ValueError(message.format(*values))
        return df
    if not validate_args:
        return df
    return after([v1.assert_less_equal(dimension, df, message=message.format(dimension, df))], df)
