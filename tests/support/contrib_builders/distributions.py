"""Distributions: values, shapes and samples under the graph's seed and seeds of their own. Sizes: batch 2, event 3."""

from typing import Any

import numpy as np

from tests.support.contrib_builders.play import trained
from tests.support.contrib_builders.registry import builder


def _all(tf: Any, d: Any, x: Any, names: str) -> Any:
    """What methods answer (for `x` where they take one), then samples: with the graph's seed and with their own."""
    found = []
    for name in names.split():
        takes = name.endswith(("prob", "cdf", "survival_function", "quantile"))
        found.append(getattr(d, name)(x) if takes else getattr(d, name)())
    return found + [d.sample(4), d.sample([2, 1], seed=5), d.batch_shape_tensor(), d.event_shape_tensor()]


@builder
def cauchy(tf: Any) -> Any:
    d = tf.contrib.distributions.Cauchy(loc=[0.5, -1.0], scale=[1.0, 2.0])
    return _all(tf, d, [0.1, 0.7], "prob log_prob cdf log_cdf entropy quantile mode mean stddev")


@builder
def chi2(tf: Any) -> Any:
    d = tf.contrib.distributions.Chi2(df=[2.5, 4.0])
    e = tf.contrib.distributions.Chi2WithAbsDf(df=[-2.5, 4.2])
    return _all(tf, d, [0.5, 2.0], "prob log_prob cdf mean variance entropy") + _all(tf, e, [0.5, 2.0], "log_prob mean")


@builder
def logistic(tf: Any) -> Any:
    d = tf.contrib.distributions.Logistic(loc=[0.5, -1.0], scale=2.0)
    names = "prob log_prob cdf log_cdf survival_function log_survival_function entropy mean stddev variance mode"
    return _all(tf, d, [0.1, 3.0], names)


@builder
def half_normal(tf: Any) -> Any:
    d = tf.contrib.distributions.HalfNormal(scale=[0.5, 2.0])
    return _all(tf, d, [0.3, 0.9], "prob log_prob cdf entropy mean quantile mode variance")


@builder
def inverse_gamma(tf: Any) -> Any:
    d = tf.contrib.distributions.InverseGamma(concentration=[1.5, 3.0], rate=[1.0, 2.0])
    e = tf.contrib.distributions.InverseGammaWithSoftplusConcentrationRate([1.5, 3.0], [-1.0, 2.0])
    names = "prob log_prob cdf entropy mean variance mode"
    return _all(tf, d, [0.3, 0.9], names) + _all(tf, e, [0.3, 0.9], "log_prob")


@builder
def poisson(tf: Any) -> Any:
    d = tf.contrib.distributions.Poisson(rate=[0.5, 3.0])
    e = tf.contrib.distributions.Poisson(log_rate=tf.constant([0.5, 1.0]), validate_args=True)
    return _all(tf, d, [1.0, 2.0], "prob log_prob cdf log_cdf mean variance mode") + _all(tf, e, [1.0, 2.0], "log_prob")


@builder
def geometric(tf: Any) -> Any:
    d = tf.contrib.distributions.Geometric(probs=[0.3, 0.8])
    return _all(tf, d, [1.0, 2.0], "prob log_prob cdf entropy mean variance mode")


@builder
def negative_binomial(tf: Any) -> Any:
    d = tf.contrib.distributions.NegativeBinomial(total_count=[3.0, 5.0], probs=[0.3, 0.6])
    return _all(tf, d, [1.0, 2.0], "prob log_prob cdf mean variance mode")


@builder
def binomial(tf: Any) -> Any:
    d = tf.contrib.distributions.Binomial(total_count=[3.0, 5.0], logits=[0.3, -0.6], validate_args=True)
    return [getattr(d, name)([1.0, 2.0]) for name in ("prob", "log_prob", "cdf")] + [d.mean(), d.variance(), d.mode()]


@builder
def deterministic(tf: Any) -> Any:
    ds = tf.contrib.distributions
    d = ds.Deterministic([0.5, 1.0], atol=0.1)
    e = ds.VectorDeterministic([[0.5, 1.0, 2.0]], rtol=0.2, validate_args=True)
    first = _all(tf, d, [0.55, 3.0], "prob cdf mean variance mode entropy")
    return first + _all(tf, e, [[0.5, 1.1, 2.0]], "prob mean variance")


@builder
def kumaraswamy(tf: Any) -> Any:
    d = tf.contrib.distributions.Kumaraswamy(concentration1=[0.5, 2.0], concentration0=[1.5, 3.0])
    return _all(tf, d, [0.2, 0.6], "prob log_prob cdf entropy mean variance mode")


@builder
def relaxed(tf: Any) -> Any:
    ds = tf.contrib.distributions
    d = ds.RelaxedBernoulli(temperature=0.7, probs=[0.2, 0.6])
    e = ds.RelaxedOneHotCategorical(0.5, logits=[[0.1, 1.0, -1.0], [0.0, 0.3, 0.9]])
    f = ds.ExpRelaxedOneHotCategorical(0.5, probs=[0.1, 0.3, 0.6])
    point = [[0.2, 0.3, 0.5], [0.6, 0.1, 0.3]]
    first = _all(tf, d, [0.2, 0.7], "prob log_prob cdf") + _all(tf, e, point, "prob log_prob")
    return first + _all(tf, f, np.float32(np.log(point)), "log_prob")


@builder
def one_hot_categorical(tf: Any) -> Any:
    ds = tf.contrib.distributions
    d = ds.OneHotCategorical(logits=[[0.1, 1.0, -1.0], [0.0, 0.3, 0.9]])
    e = ds.OneHotCategorical(probs=[[0.2, 0.3, 0.5], [0.6, 0.1, 0.3]], dtype=tf.float32)
    first = _all(tf, d, [[0, 1, 0], [1, 0, 0]], "prob log_prob entropy mode variance covariance")
    return first + [e.sample(3), ds.kl_divergence(d, e)]


@builder
def normal_diag(tf: Any) -> Any:
    ds = tf.contrib.distributions
    d = ds.MultivariateNormalDiag(loc=[[0.1, 1.0, -1.0], [0.0, 0.3, 0.9]], scale_diag=[1.0, 2.0, 0.5])
    e = ds.MultivariateNormalDiagWithSoftplusScale(loc=[0.1, 1.0, -1.0], scale_diag=[-1.0, 2.0, 0.5])
    f = ds.MultivariateNormalDiag(loc=[0.1, 1.0, -1.0], scale_identity_multiplier=2.0)
    x = [[0.2, 0.3, 0.5], [0.6, 0.1, 0.3]]
    first = _all(tf, d, x, "prob log_prob entropy mean variance stddev covariance mode")
    return first + _all(tf, e, x, "log_prob stddev") + _all(tf, f, x, "log_prob stddev") + [ds.kl_divergence(e, f)]


@builder
def normal_full(tf: Any) -> Any:
    ds = tf.contrib.distributions
    tril = [[1.0, 0.0, 0.0], [0.5, 2.0, 0.0], [-0.3, 0.4, 0.7]]
    d = ds.MultivariateNormalTriL(loc=[0.1, 1.0, -1.0], scale_tril=tril)
    e = ds.MultivariateNormalFullCovariance(
        loc=[0.1, 1.0, -1.0], covariance_matrix=np.float32(np.dot(tril, np.transpose(tril)))
    )
    f = ds.MultivariateNormalDiagPlusLowRank(
        [0.1, 1.0, -1.0], [1.0, 2.0, 0.5], scale_perturb_factor=[[0.3], [0.1], [0.2]]
    )
    x = [[0.2, 0.3, 0.5], [0.6, 0.1, 0.3]]
    names = "prob log_prob entropy mean variance stddev covariance"
    return _all(tf, d, x, names) + _all(tf, e, x, names) + _all(tf, f, x, names) + [ds.kl_divergence(d, e)]


@builder
def vectors(tf: Any) -> Any:
    ds, x = tf.contrib.distributions, [[0.2, 0.3, 0.5], [0.6, 0.1, 0.3]]
    d = ds.VectorExponentialDiag(loc=[-1.0, 0.0, 0.1], scale_diag=[1.0, 2.0, 0.5])
    e = ds.VectorLaplaceDiag(loc=[-1.0, 0.0, 0.1], scale_diag=[1.0, 2.0, 0.5])
    f = ds.VectorSinhArcsinhDiag(loc=[-1.0, 0.0, 0.1], scale_diag=[1.0, 2.0, 0.5], skewness=0.3, tailweight=1.2)
    names = "prob log_prob mean variance stddev covariance mode"
    return _all(tf, d, x, names) + _all(tf, e, x, names) + _all(tf, f, x, "prob log_prob")


@builder
def sinh_arcsinh(tf: Any) -> Any:
    d = tf.contrib.distributions.SinhArcsinh(loc=[0.5, -1.0], scale=1.5, skewness=[0.2, -0.1], tailweight=0.9)
    return _all(tf, d, [0.2, 0.6], "prob log_prob cdf")


@builder
def mixture(tf: Any) -> Any:
    ds = tf.contrib.distributions

    def make(static: bool) -> Any:
        parts = [ds.Normal([0.1, 1.0], [1.0, 0.5]), ds.Normal([-2.0, 3.0], [0.3, 0.7])]
        return ds.Mixture(ds.Categorical(probs=[[0.3, 0.7], [0.6, 0.4]]), parts, use_static_graph=static)

    d = make(False)
    first = _all(tf, d, [0.2, 0.6], "prob log_prob cdf log_cdf mean stddev")
    return first + [d.entropy_lower_bound()] + _all(tf, make(True), [0.2, 0.6], "log_prob")


@builder
def mixture_same_family(tf: Any) -> Any:
    ds = tf.contrib.distributions
    d = ds.MixtureSameFamily(
        ds.Categorical(probs=[0.3, 0.7]), ds.Normal([[0.1, 1.0], [2.0, 3.0]], [[1.0, 0.5], [2.0, 1.0]])
    )
    e = ds.MixtureSameFamily(
        ds.Categorical(probs=[0.3, 0.7]), ds.MultivariateNormalDiag([[0.1, 1.0, 2.0], [3.0, 0.0, 1.0]])
    )
    first = _all(tf, d, [0.2, 0.6], "prob log_prob cdf mean variance stddev")
    return first + _all(tf, e, [[0.2, 0.6, 0.1]], "log_prob mean variance covariance")


@builder
def quantized(tf: Any) -> Any:
    ds = tf.contrib.distributions
    d = ds.QuantizedDistribution(ds.Normal([0.5, 2.0], 2.0), low=-1.0, high=4.0)
    return _all(tf, d, [1.0, 4.0], "prob log_prob cdf log_cdf survival_function log_survival_function")


@builder
def independent(tf: Any) -> Any:
    ds = tf.contrib.distributions
    d = ds.Independent(ds.Normal([[0.5, 2.0, 1.0], [0.0, 1.0, 3.0]], 2.0), reinterpreted_batch_ndims=1)
    e = ds.Independent(ds.Normal([[0.4, 2.1, 1.1], [0.2, 1.0, 2.0]], 1.0))
    first = _all(tf, d, [[0.2, 0.3, 0.5]], "prob log_prob entropy mean variance stddev mode")
    return first + [ds.kl_divergence(d, e)]


@builder
def wishart(tf: Any) -> Any:
    ds = tf.contrib.distributions
    scale = np.float32([[2.0, 0.5], [0.5, 1.0]])
    d = ds.WishartFull(df=3.5, scale=scale)
    e = ds.WishartCholesky(df=3.5, scale=np.float32(np.linalg.cholesky(scale)), cholesky_input_output_matrices=True)
    more = [d.mean_log_det(), d.log_normalization(), d.scale(), e.scale()]
    first = _all(tf, d, scale, "prob log_prob entropy mean variance stddev mode")
    return first + _all(tf, e, np.float32(np.linalg.cholesky(scale)), "log_prob mean mode") + more


@builder
def autoregressive(tf: Any) -> Any:
    ds = tf.contrib.distributions
    affine = ds.bijectors.Affine(scale_tril=ds.fill_triangular([0.0, 0.2, 0.0, 0.1, 0.3, 0.0]))

    def normal(sample: Any = None) -> Any:
        loc = tf.zeros([3]) if sample is None else affine.forward(sample)
        return ds.MultivariateNormalDiag(loc=loc, scale_diag=tf.ones([3]))

    d = ds.Autoregressive(normal, sample0=tf.zeros([3]), num_steps=2)
    return [d.log_prob([0.1, 0.2, 0.3]), d.prob([0.1, 0.2, 0.3]), d.sample(2, seed=3)]


@builder
def batch_reshape(tf: Any) -> Any:
    ds = tf.contrib.distributions
    d = ds.BatchReshape(ds.Normal([0.5, 2.0, 1.0, 0.0, 1.0, 3.0], 2.0), [2, 3])
    return _all(tf, d, [[0.2, 0.3, 0.5], [0.6, 0.1, 0.3]], "prob log_prob cdf entropy mean variance stddev mode")


@builder
def poisson_lognormal(tf: Any) -> Any:
    ds = tf.contrib.distributions
    d = ds.PoissonLogNormalQuadratureCompound(loc=[0.0, -0.5], scale=[1.0, 0.5], quadrature_size=5)
    grid = ds.quadrature_scheme_lognormal_gauss_hermite(tf.constant([0.1]), tf.constant([0.4]), 3)
    return _all(tf, d, [1.0, 3.0], "prob log_prob mean variance stddev") + [grid]


@builder
def vector_diffeomixture(tf: Any) -> Any:
    ds, linalg = tf.contrib.distributions, tf.linalg
    d = ds.VectorDiffeomixture(
        mix_loc=[[0.0], [1.0]],
        temperature=[0.8],
        distribution=ds.Normal(loc=0.0, scale=1.0),
        loc=[None, np.float32([2.0] * 3)],
        scale=[
            linalg.LinearOperatorScaledIdentity(num_rows=3, multiplier=np.float32(1.1), is_positive_definite=True),
            linalg.LinearOperatorDiag(diag=np.linspace(2.5, 3.5, 3, dtype=np.float32), is_positive_definite=True),
        ],
        quadrature_size=4,
        validate_args=True,
    )
    return _all(tf, d, [[0.2, 0.3, 0.5], [0.6, 0.1, 0.3]], "log_prob mean variance covariance")


@builder
def transformed(tf: Any) -> Any:
    ds = tf.contrib.distributions
    lognormal = ds.TransformedDistribution(ds.Normal([0.1, 0.5], 1.0), ds.bijectors.Exp())
    folded = ds.TransformedDistribution(ds.Normal([0.1, 0.5], 1.0), ds.bijectors.AbsoluteValue())
    many = ds.TransformedDistribution(ds.Normal(0.1, 1.0), ds.bijectors.Affine([1.0, 2.0, 3.0]), [2], [3])
    rotated = ds.TransformedDistribution(ds.Normal([0.1, 0.5], 1.0), ds.bijectors.Affine([1.0, 2.0, 3.0]), None, [3])
    first = _all(tf, lognormal, [0.2, 0.6], "prob log_prob cdf log_cdf survival_function quantile")
    second = _all(tf, folded, [0.2, 0.6], "prob log_prob")
    third = _all(tf, many, [[0.2, 0.6, 1.0], [0.3, 0.1, 2.0]], "prob log_prob entropy")
    return first + second + third + _all(tf, rotated, [[0.2, 0.6, 1.0], [0.3, 0.1, 2.0]], "prob log_prob")


@builder
def statistics(tf: Any) -> Any:
    ds = tf.contrib.distributions
    x = tf.constant(np.sin(np.arange(12, dtype=np.float32)).reshape(2, 6))
    return (
        ds.auto_correlation(x),
        ds.auto_correlation(x, axis=0, max_lags=1, center=False, normalize=False),
        ds.percentile(x, 30.0),
        ds.percentile(x, 30.0, axis=[1], interpolation="lower", keep_dims=True),
        ds.percentile(x, 70.0, axis=0, interpolation="higher"),
        ds.percentile(x, 50.0, keep_dims=True),
        ds.softplus_inverse(tf.constant([0.3, 2.0])),
        ds.tridiag(diag=[1.0, 2.0], above=[3.0], below=[4.0]),
        ds.reduce_weighted_logsumexp(x, tf.abs(x), axis=1),
        ds.matrix_diag_transform(tf.constant([[1.0, 2.0], [3.0, -4.0]]), tf.nn.softplus),
        ds.fill_triangular_inverse(ds.fill_triangular([1, 2, 3, 4, 5, 6], upper=True), upper=True),
    )


@builder
def moving(tf: Any) -> Any:
    ds = tf.contrib.distributions
    value = tf.random_normal([3], seed=1)
    mean, variance = ds.moving_mean_variance(value, 0.9)
    log_mean = tf.get_variable("log_mean", [3], initializer=tf.zeros_initializer())
    return mean, variance, ds.assign_log_moving_mean_exp(log_mean, value, 0.8)


@builder
def conjugate(tf: Any) -> Any:
    ds = tf.contrib.distributions
    prior = ds.Normal([0.1, 0.5], 1.5)
    after = ds.normal_conjugates_known_scale_posterior(prior, tf.constant(2.0), tf.constant([3.0, 4.0]), 5)
    new = ds.normal_conjugates_known_scale_predictive(prior, tf.constant(2.0), tf.constant([3.0, 4.0]), 5)
    return after.loc, after.scale, new.loc, new.scale, new.sample(2)


@builder
def seeds(tf: Any) -> Any:
    stream = tf.contrib.distributions.SeedStream(7, salt="salt")
    return [tf.constant(str(stream())), tf.constant(str(stream())), tf.constant(stream.salt)]


@builder
def fitted_mixture(tf: Any) -> Any:
    """The means of a mixture, fitted to numbers by gradient descent."""
    ds = tf.contrib.distributions
    means = tf.get_variable("means", [2, 3])
    d = ds.MixtureSameFamily(ds.Categorical(logits=tf.get_variable("logits", [2])), ds.MultivariateNormalDiag(means))
    loss = -tf.reduce_mean(d.log_prob(tf.constant([[0.5, 1.0, 0.0], [-1.0, 2.0, 0.3], [0.4, 0.9, 0.1]])))
    step = tf.train.AdamOptimizer(0.1).minimize(loss)
    return trained(step, [loss, means])
