"""`tf.distributions`."""

import numpy as np
import tensorflow as tf

ds = tf.distributions
made = [
    ds.Normal(loc=[0.0, 1.0], scale=2.0),
    ds.Bernoulli(probs=[0.2, 0.7]),
    ds.Bernoulli(logits=[0.1]),
    ds.Categorical(logits=[[1.0, 2.0, 3.0]]),
    ds.Categorical(probs=[0.2, 0.8]),
    ds.Beta(2.0, 3.0),
    ds.Gamma(2.0, 3.0),
    ds.Exponential(2.0),
    ds.Uniform(0.0, 4.0),
    ds.Laplace(0.0, 1.0),
    ds.StudentT(3.0, 0.0, 1.0),
    ds.Dirichlet([1.0, 2.0]),
    ds.Multinomial(4.0, probs=[0.3, 0.7]),
    ds.DirichletMultinomial(3.0, [1.0, 2.0]),
]
points = [0.5, [1, 0], [1], [2], 1, 0.3, 0.4, 0.7, 1.5, 0.2, 0.1, [0.4, 0.6], [1.0, 3.0], [1.0, 2.0]]
with tf.Session() as sess:
    for d, point in zip(made, points):
        print(
            d.name,
            d.batch_shape,
            d.event_shape,
            d.dtype,
            d.reparameterization_type is ds.FULLY_REPARAMETERIZED,
            np.round(sess.run(d.log_prob(point)), 5).tolist(),
            np.round(sess.run(d.mode() if type(d).__name__ == "Categorical" else d.mean()), 5).tolist(),
        )
        print(d.sample(3, seed=1).shape, sess.run(d.sample(seed=4)).shape)
    print(
        np.round(sess.run(made[0].entropy()), 5).tolist(),
        np.round(sess.run(made[0].cdf(1.0)), 5).tolist(),
        np.round(sess.run(ds.kl_divergence(made[0], ds.Normal(0.0, 1.0))), 5).tolist(),
    )
    print(
        np.round(
            sess.run([made[5].variance(), made[6].stddev(), made[3].entropy()[0], made[3].mode()[0], made[8].range()]),
            5,
        ).tolist()
    )
    print(
        np.round(sess.run(made[0].sample(4, seed=2)), 4).shape,
        sess.run(made[1].sample(5, seed=3)).tolist(),
        sess.run(made[3].sample(5, seed=3)).tolist(),
    )
    x = tf.Variable(1.0)
    sess.run(x.initializer)
    print(
        sess.run(tf.gradients(ds.Normal(x, 1.0).log_prob(3.0), x)),
        sess.run(tf.gradients(ds.Normal(x, 1.0).sample(seed=1), x)),
    )


@ds.RegisterKL(ds.Normal, ds.Laplace)
def _kl(a, b, name=None):
    return tf.constant(7.0)


print(
    tf.Session().run(ds.kl_divergence(ds.Normal(0.0, 1.0), ds.Laplace(0.0, 1.0))),
    made[0].parameters["scale"],
    made[0].allow_nan_stats,
    made[0].copy(scale=1.0).scale is not None,
)
for wrong in (
    lambda: ds.Normal(0.0),
    lambda: ds.Bernoulli(),
    lambda: ds.Bernoulli(0.1, 0.2),
    lambda: ds.kl_divergence(made[1], made[0]),
    lambda: made[10].survival_function("x"),
):
    try:
        print("value", wrong())
    except Exception as error:
        print(type(error).__name__)
