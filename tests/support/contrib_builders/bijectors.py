"""Bijectors: both ways and both determinants. Sizes: batch 2, event 3."""

from typing import Any

import numpy as np

from tests.support.contrib_builders.play import trained
from tests.support.contrib_builders.registry import builder

VECTORS = [[0.2, 0.3, 0.5], [0.6, 0.1, 0.3]]


def _both_ways(b: Any, x: Any, ndims: Any = (0, 0)) -> Any:
    y = b.forward(x)
    found = [y, b.inverse(y + 0.0), b.inverse_log_det_jacobian(y + 0.0, event_ndims=ndims[1])]
    return found + [b.forward_log_det_jacobian(x, event_ndims=ndims[0])]


def _shapes(tf: Any, b: Any, shape: Any) -> Any:
    static = b.forward_event_shape(tf.TensorShape(shape))
    return [
        b.forward_event_shape_tensor(tf.constant(shape)),
        b.inverse_event_shape_tensor(tf.constant(static.as_list())),
        tf.constant(static.as_list()),
        tf.constant(b.inverse_event_shape(static).as_list()),
    ]


@builder
def elementwise(tf: Any) -> Any:
    b, x = tf.contrib.distributions.bijectors, tf.constant([0.2, 0.7])
    found = []
    for each in (b.Sigmoid(), b.Softsign(), b.Square(), b.Exp(), b.Softplus(), b.Softplus(hinge_softness=0.5)):
        found += _both_ways(each, x)
    for each in (b.PowerTransform(0.3), b.Kumaraswamy(2.0, 0.7), b.Gumbel(0.5, 2.0), b.SinhArcsinh(0.3, 1.5)):
        found += _both_ways(each, x)
    for each in (b.AffineScalar(1.0, 2.0), b.AffineScalar(), b.Invert(b.Exp())):
        found += _both_ways(each, x)
    return found


@builder
def checked(tf: Any) -> Any:
    b, x = tf.contrib.distributions.bijectors, tf.constant([0.2, 0.7])
    found = []
    for each in (b.Softsign(validate_args=True), b.Square(validate_args=True), b.Gumbel(validate_args=True)):
        found += _both_ways(each, x)
    return found + _both_ways(b.PowerTransform(0.3, validate_args=True), x)


@builder
def not_injective(tf: Any) -> Any:
    b = tf.contrib.distributions.bijectors.AbsoluteValue()
    return b.forward([-1.0, 2.0]), b.inverse([1.0, 2.0]), b.inverse_log_det_jacobian([1.0, 2.0], event_ndims=0)


@builder
def inline(tf: Any) -> Any:
    b = tf.contrib.distributions.bijectors.Inline(
        forward_fn=tf.exp,
        inverse_fn=tf.log,
        inverse_log_det_jacobian_fn=lambda y: -tf.reduce_sum(tf.log(y), axis=-1),
        forward_min_event_ndims=1,
    )
    return _both_ways(b, tf.constant(VECTORS), (1, 1))


@builder
def affine(tf: Any) -> Any:
    b, x, one = tf.contrib.distributions.bijectors, tf.constant(VECTORS), (1, 1)
    tril = np.float32([[1.0, 0.0, 0.0], [0.5, 2.0, 0.0], [-0.3, 0.4, 0.7]])
    found = _both_ways(b.Affine([1.0, 2.0, 3.0]), x, one)
    found += _both_ways(b.Affine(scale_identity_multiplier=2.0), x, one)
    found += _both_ways(b.Affine([1.0, 2.0, 3.0], scale_diag=[0.5, 2.0, 1.0], scale_identity_multiplier=1.5), x, one)
    found += _both_ways(b.Affine(scale_tril=tril, scale_diag=[0.5, 2.0, 1.0]), x, one)
    low_rank = b.Affine(
        scale_diag=[0.5, 2.0, 1.0], scale_perturb_factor=[[0.3], [0.1], [0.2]], scale_perturb_diag=[0.7]
    )
    found += _both_ways(low_rank, x, one)
    operator = tf.linalg.LinearOperatorLowerTriangular(tril)
    return found + _both_ways(b.AffineLinearOperator(shift=[1.0, 2.0, 3.0], scale=operator), x, one)


@builder
def over_vectors(tf: Any) -> Any:
    b, x, one = tf.contrib.distributions.bijectors, tf.constant(VECTORS), (1, 1)
    found = _both_ways(b.SoftmaxCentered(), x, one) + _shapes(tf, b.SoftmaxCentered(), [3])
    found += _both_ways(b.Permute([2, 0, 1]), x, one)
    found += _both_ways(b.Ordered(), tf.constant([[0.1, 0.4, 2.0], [-1.0, 0.0, 0.2]]), one)
    found += _both_ways(b.Chain([b.Exp(), b.Affine(scale_diag=[0.5, 2.0, 1.0])]), x, one)
    return found + _shapes(tf, b.Ordered(), [3])


@builder
def over_matrices(tf: Any) -> Any:
    b = tf.contrib.distributions.bijectors
    vectors, tril = tf.constant(VECTORS), tf.constant([[[1.0, 0.0], [0.5, 2.0]]])
    found = _both_ways(b.FillTriangular(), vectors, (1, 2)) + _shapes(tf, b.FillTriangular(), [3])
    found += _both_ways(b.FillTriangular(upper=True), vectors, (1, 2))
    found += _both_ways(b.ScaleTriL(diag_shift=0.1), vectors, (1, 2))
    found += _both_ways(b.CholeskyOuterProduct(), tril, (2, 2))
    found += _both_ways(b.MatrixInverseTriL(), tril, (2, 2))
    return found + _both_ways(b.TransformDiagonal(b.Exp()), tril, (2, 2))


@builder
def reshape(tf: Any) -> Any:
    b = tf.contrib.distributions.bijectors
    one = b.Reshape([2, 3], [6])
    two = b.Reshape(event_shape_out=[-1, 2], event_shape_in=[2, 2])
    x = tf.constant(np.arange(12, dtype=np.float32).reshape(2, 6))
    found = _both_ways(one, x, (1, 2)) + _shapes(tf, one, [6])
    return found + _both_ways(two, tf.constant(np.ones((3, 2, 2), np.float32)), (2, 2))


@builder
def batch_normalization(tf: Any) -> Any:
    ds, x = tf.contrib.distributions, tf.constant([[0.2, 0.3, 0.5], [0.6, 0.1, 0.3], [1.0, 0.2, 0.1]])
    b = ds.bijectors.BatchNormalization()
    d = ds.TransformedDistribution(ds.MultivariateNormalDiag([0.1, 0.2, 0.3]), b)
    loss = -tf.reduce_mean(d.log_prob(x))
    with tf.control_dependencies(b.batchnorm.updates):
        step = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
    return trained(step, [loss, b.forward(x), b.forward_log_det_jacobian(x, event_ndims=1)], 3)


@builder
def real_nvp(tf: Any) -> Any:
    ds = tf.contrib.distributions
    network = ds.bijectors.real_nvp_default_template([4])
    d = ds.TransformedDistribution(
        ds.MultivariateNormalDiag(loc=[0.0, 0.0, 0.0]), ds.bijectors.RealNVP(2, network, name="flow")
    )
    loss = -tf.reduce_mean(d.log_prob(tf.constant(VECTORS)))
    step = tf.train.AdamOptimizer(0.05).minimize(loss)
    return trained(step, [loss, d.sample(2, seed=3)])


@builder
def masked_autoregressive(tf: Any) -> Any:
    ds = tf.contrib.distributions
    network = ds.bijectors.masked_autoregressive_default_template(hidden_layers=[6])
    flow = ds.bijectors.MaskedAutoregressiveFlow(network)
    d = ds.TransformedDistribution(ds.Normal(0.0, 1.0), flow, event_shape=[3])
    loss = -tf.reduce_mean(d.log_prob(tf.constant(VECTORS)))
    step = tf.train.AdamOptimizer(0.05).minimize(loss)
    return trained(step, [loss, d.sample(2, seed=3)])


@builder
def masked_layers(tf: Any) -> Any:
    b, x = tf.contrib.distributions.bijectors, tf.constant(VECTORS)
    one = b.masked_dense(x, 6, num_blocks=3, exclusive=True, activation=tf.nn.relu)
    shift = b.masked_autoregressive_default_template([3], shift_only=True, log_scale_clip_gradient=True)
    unrolled = b.MaskedAutoregressiveFlow(shift, unroll_loop=True, is_constant_jacobian=True)
    return [one] + _both_ways(unrolled, x, (1, 1))
