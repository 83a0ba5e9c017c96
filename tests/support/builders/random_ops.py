"""Ops that draw: tf.random_normal and its family."""

from typing import Any

from .registry import add, builder

_IMAGE = [[[float(3 * row + column)] for column in range(4)] for row in range(4)]

_DRAWS = {
    "random_normal": lambda tf, seed: tf.random_normal([2, 3], seed=seed),
    "random_normal_scaled": lambda tf, seed: tf.random_normal([4], mean=2.0, stddev=0.5, seed=seed),
    "random_normal_named": lambda tf, seed: tf.random.normal([4], seed=seed, name="weights"),
    "random_normal_tensor_shape": lambda tf, seed: tf.random_normal(tf.shape(tf.zeros([2, 3])), seed=seed),
    "random_normal_double": lambda tf, seed: tf.random_normal([4], dtype=tf.float64, seed=seed),
    "truncated_normal": lambda tf, seed: tf.truncated_normal([5], stddev=0.1, seed=seed),
    "random_truncated_normal": lambda tf, seed: tf.random.truncated_normal([5], seed=seed),
    "random_uniform": lambda tf, seed: tf.random_uniform([5], seed=seed),
    "random_uniform_range": lambda tf, seed: tf.random_uniform([5], -1.0, 1.0, seed=seed),
    "random_uniform_scalar": lambda tf, seed: tf.random_uniform([], seed=seed),
    "random_uniform_int": lambda tf, seed: tf.random_uniform([5], 0, 10, dtype=tf.int32, seed=seed),
    "random_uniform_int64": lambda tf, seed: tf.random.uniform([5], maxval=9, dtype=tf.int64, seed=seed),
    "random_uniform_tensors": lambda tf, seed: tf.random_uniform([3], tf.constant(0.0), tf.constant(2.0), seed=seed),
    "random_shuffle": lambda tf, seed: tf.random_shuffle(tf.range(10), seed=seed),
    "random_random_shuffle": lambda tf, seed: tf.random.shuffle(tf.constant([1.0, 2.0, 3.0, 4.0]), seed=seed),
    "multinomial": lambda tf, seed: tf.multinomial([[1.0, 2.0, 3.0]], 6, seed=seed),
    "multinomial_log": lambda tf, seed: tf.multinomial(tf.log([[10.0, 10.0]]), 5, seed=seed),
    "random_categorical": lambda tf, seed: tf.random.categorical([[1.0, 2.0, 3.0]], 6, seed=seed),
    "random_categorical_int32": lambda tf, seed: tf.random.categorical([[1.0, 2.0]], 6, dtype=tf.int32, seed=seed),
    "random_gamma": lambda tf, seed: tf.random_gamma([3], [0.5, 1.5], seed=seed),
    "random_gamma_beta": lambda tf, seed: tf.random.gamma([3], alpha=2.0, beta=3.0, seed=seed),
    "random_poisson": lambda tf, seed: tf.random_poisson(4.0, [5], seed=seed),
    "random_random_poisson": lambda tf, seed: tf.random.poisson([2.0, 20.0], [3], seed=seed),
    "random_crop": lambda tf, seed: tf.random_crop(tf.constant(_IMAGE), [2, 2, 1], seed=seed),
    "uniform_candidate_sampler": lambda tf, seed: tf.nn.uniform_candidate_sampler(
        tf.constant([[1]], tf.int64), 1, 4, True, 50, seed=seed
    ),
    "log_uniform_candidate_sampler": lambda tf, seed: tf.nn.log_uniform_candidate_sampler(
        tf.constant([[1]], tf.int64), 1, 4, True, 50, seed=seed
    ),
    "learned_unigram_candidate_sampler": lambda tf, seed: tf.nn.learned_unigram_candidate_sampler(
        tf.constant([[1]], tf.int64), 1, 4, True, 50, seed=seed
    ),
    "fixed_unigram_candidate_sampler": lambda tf, seed: tf.nn.fixed_unigram_candidate_sampler(
        tf.constant([[1]], tf.int64), 1, 4, True, 5, unigrams=[1.0, 2.0, 3.0, 4.0, 5.0], seed=seed
    ),
}

for _name, _make in sorted(_DRAWS.items()):
    add("random_ops", _name, _make)


@builder
def several_draws(tf: Any) -> Any:
    """Each takes its seed from its place in the graph."""
    return [tf.random_normal([2]), tf.random_uniform([2]), tf.truncated_normal([2]), tf.random_normal([2])]


@builder
def draws_in_scopes(tf: Any) -> Any:
    with tf.name_scope("a"):
        first = tf.random_normal([2])
        with tf.name_scope("b"):
            second = tf.random_uniform([2])
    with tf.name_scope("a"):
        return [first, second, tf.random_normal([2])]


@builder
def seed_set_half_way(tf: Any) -> Any:
    first = tf.random_normal([2])
    tf.set_random_seed(5)
    second = tf.random_normal([2])
    tf.random.set_random_seed(0)
    return [first, second, tf.random_normal([2]), tf.random_normal([2], seed=0)]


@builder
def zero_seeds(tf: Any) -> Any:
    tf.set_random_seed(0)
    return tf.random_normal([2], seed=0), tf.random_uniform([2], seed=0)


@builder
def large_seed(tf: Any) -> Any:
    tf.set_random_seed(2**40 + 3)
    return tf.random_normal([2], seed=2**33 + 1), tf.random_uniform([2])


@builder
def stateless(tf: Any) -> Any:
    return [
        tf.random.stateless_normal([3], seed=[1, 2]),
        tf.random.stateless_uniform([3], seed=[1, 2]),
        tf.random.stateless_uniform([3], seed=[1, 2], minval=0, maxval=9, dtype=tf.int32),
        tf.random.stateless_truncated_normal([3], seed=[1, 2]),
        tf.random.stateless_categorical([[1.0, 2.0]], 3, seed=[1, 2]),
    ]


@builder
def stateless_multinomial(tf: Any) -> Any:
    return tf.random.stateless_multinomial([[1.0, 2.0]], 3, seed=[1, 2])


@builder
def get_seed(tf: Any) -> Any:
    tf.constant(1.0)
    return [tf.constant(tf.get_seed(None)), tf.constant(tf.get_seed(3))]


@builder
def random_in_cond(tf: Any) -> Any:
    return tf.cond(tf.constant(True), lambda: tf.random_normal([2]), lambda: tf.random_uniform([2]))


@builder
def random_in_while(tf: Any) -> Any:
    return tf.while_loop(lambda i, x: i < 3, lambda i, x: (i + 1, x + tf.random_normal([2])), [0, tf.zeros([2])])
