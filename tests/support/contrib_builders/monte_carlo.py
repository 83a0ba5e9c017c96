"""Expectations over samples."""

from typing import Any

from tests.support.contrib_builders.registry import builder


@builder
def expectations(tf: Any) -> Any:
    mc, ds = tf.contrib.bayesflow.monte_carlo, tf.contrib.distributions
    loc = tf.constant([0.5, 1.0])
    d = ds.Normal(loc, 1.5)
    samples = d.sample(5)
    plain = mc.expectation(tf.square, samples)
    score = mc.expectation(tf.square, samples, log_prob=d.log_prob, use_reparametrization=False, keep_dims=True)
    return plain, score, tf.gradients(plain, loc), tf.gradients(score, loc)


@builder
def importance_sampling(tf: Any) -> Any:
    mc, ds = tf.contrib.bayesflow.monte_carlo, tf.contrib.distributions
    p, q = ds.Normal([0.5, 1.0], 1.5), ds.Normal([0.0, 0.0], 2.0)
    plain = mc.expectation_importance_sampler(lambda z: z + 1.0, p.log_prob, q, n=6, seed=4)
    logs = mc.expectation_importance_sampler_logspace(tf.square, p.log_prob, q, z=q.sample(3))
    return plain, logs
