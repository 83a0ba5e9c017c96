"""`tf.contrib.distributions` of 1.15: probability distributions and bijectors.

What is in `tf.distributions` is TensorFlow's own, unchanged since 1.15; the rest is ours, with 1.15's random streams.
"""

from tfcompat.tf1 import lazy

HOMES = {
    "tensorflow.python.ops.distributions.bernoulli": "Bernoulli",
    "tensorflow.python.ops.distributions.beta": "Beta BetaWithSoftplusConcentration",
    "tensorflow.python.ops.distributions.categorical": "Categorical",
    "tensorflow.python.ops.distributions.dirichlet": "Dirichlet",
    "tensorflow.python.ops.distributions.dirichlet_multinomial": "DirichletMultinomial",
    "tensorflow.python.ops.distributions.distribution": (
        "Distribution FULLY_REPARAMETERIZED NOT_REPARAMETERIZED ReparameterizationType"
    ),
    "tensorflow.python.ops.distributions.exponential": "Exponential ExponentialWithSoftplusRate",
    "tensorflow.python.ops.distributions.gamma": "Gamma GammaWithSoftplusConcentrationRate",
    "tensorflow.python.ops.distributions.kullback_leibler": "RegisterKL kl_divergence",
    "tensorflow.python.ops.distributions.laplace": "Laplace LaplaceWithSoftplusScale",
    "tensorflow.python.ops.distributions.multinomial": "Multinomial",
    "tensorflow.python.ops.distributions.normal": "Normal NormalWithSoftplusScale",
    "tensorflow.python.ops.distributions.student_t": "StudentT StudentTWithAbsDfSoftplusScale",
    "tensorflow.python.ops.distributions.uniform": "Uniform",
    "tensorflow.python.ops.distributions.util": (
        "fill_triangular fill_triangular_inverse matrix_diag_transform reduce_weighted_logsumexp softplus_inverse "
        "tridiag"
    ),
    ".autoregressive": "Autoregressive",
    ".batch_reshape": "BatchReshape",
    ".binomial": "Binomial",
    ".cauchy": "Cauchy",
    ".chi2": "Chi2 Chi2WithAbsDf",
    ".conditional_distribution": "ConditionalDistribution",
    ".conditional_transformed_distribution": "ConditionalTransformedDistribution",
    ".deterministic": "Deterministic VectorDeterministic",
    ".estimator": "estimator_head_distribution_regression",
    ".geometric": "Geometric",
    ".half_normal": "HalfNormal",
    ".independent": "Independent",
    ".inverse_gamma": "InverseGamma InverseGammaWithSoftplusConcentrationRate",
    ".kumaraswamy": "Kumaraswamy",
    ".logistic": "Logistic",
    ".mixture": "Mixture",
    ".mixture_same_family": "MixtureSameFamily",
    ".moving_stats": "assign_log_moving_mean_exp assign_moving_mean_variance moving_mean_variance",
    ".mvn_diag": "MultivariateNormalDiag MultivariateNormalDiagWithSoftplusScale",
    ".mvn_diag_plus_low_rank": "MultivariateNormalDiagPlusLowRank",
    ".mvn_full_covariance": "MultivariateNormalFullCovariance",
    ".mvn_tril": "MultivariateNormalTriL",
    ".negative_binomial": "NegativeBinomial",
    ".normal_conjugate_posteriors": (
        "normal_conjugates_known_scale_posterior normal_conjugates_known_scale_predictive"
    ),
    ".onehot_categorical": "OneHotCategorical",
    ".poisson": "Poisson",
    ".poisson_lognormal": (
        "PoissonLogNormalQuadratureCompound quadrature_scheme_lognormal_gauss_hermite "
        "quadrature_scheme_lognormal_quantiles"
    ),
    ".quantized_distribution": "QuantizedDistribution",
    ".relaxed_bernoulli": "RelaxedBernoulli",
    ".relaxed_onehot_categorical": "ExpRelaxedOneHotCategorical RelaxedOneHotCategorical",
    ".sample_stats": "auto_correlation percentile",
    ".seed_stream": "SeedStream",
    ".sinh_arcsinh": "SinhArcsinh",
    ".transformed_distribution": "TransformedDistribution",
    ".vector_diffeomixture": (
        "VectorDiffeomixture quadrature_scheme_softmaxnormal_gauss_hermite quadrature_scheme_softmaxnormal_quantiles"
    ),
    ".vector_exponential_diag": "VectorExponentialDiag",
    ".vector_laplace_diag": "VectorLaplaceDiag",
    ".vector_sinh_arcsinh_diag": "VectorSinhArcsinhDiag",
    ".wishart": "WishartCholesky WishartFull",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
