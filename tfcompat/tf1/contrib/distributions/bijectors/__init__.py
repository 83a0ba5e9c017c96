"""`tf.contrib.distributions.bijectors` of 1.15: invertible maps with the determinants of their derivatives."""

from tfcompat.tf1 import lazy

HOMES = {
    "tensorflow.python.ops.distributions.bijector": "Bijector",
    "tensorflow.python.ops.distributions.identity_bijector": "Identity",
    ".absolute_value": "AbsoluteValue",
    ".affine": "Affine",
    ".affine_linear_operator": "AffineLinearOperator",
    ".affine_scalar": "AffineScalar",
    ".batch_normalization": "BatchNormalization",
    ".chain": "Chain",
    ".cholesky_outer_product": "CholeskyOuterProduct",
    ".conditional_bijector": "ConditionalBijector",
    ".elementwise": "Sigmoid Softsign Square",
    ".fill_triangular": "FillTriangular",
    ".gumbel": "Gumbel",
    ".inline": "Inline",
    ".invert": "Invert",
    ".kumaraswamy": "Kumaraswamy",
    ".masked_autoregressive": "MaskedAutoregressiveFlow",
    ".masked_networks": "masked_autoregressive_default_template masked_dense",
    ".matrix_inverse_tril": "MatrixInverseTriL",
    ".ordered": "Ordered",
    ".permute": "Permute",
    ".power_transform": "Exp PowerTransform",
    ".real_nvp": "RealNVP real_nvp_default_template",
    ".reshape": "Reshape",
    ".scale_tril": "ScaleTriL",
    ".sinh_arcsinh": "SinhArcsinh",
    ".softmax_centered": "SoftmaxCentered",
    ".softplus": "Softplus",
    ".transform_diagonal": "TransformDiagonal",
    ".weibull": "Weibull",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
