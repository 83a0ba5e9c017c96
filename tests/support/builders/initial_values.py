"""Initializers and the variables that they fill."""

from typing import Any

from .registry import add, builder

_SEEDED = {
    "random_normal_initializer": lambda tf, seed: tf.random_normal_initializer(0.0, 0.02, seed=seed),
    "random_uniform_initializer": lambda tf, seed: tf.random_uniform_initializer(-0.1, 0.1, seed=seed),
    "truncated_normal_initializer": lambda tf, seed: tf.truncated_normal_initializer(stddev=0.02, seed=seed),
    "uniform_unit_scaling_initializer": lambda tf, seed: tf.uniform_unit_scaling_initializer(1.4, seed=seed),
    "orthogonal_initializer": lambda tf, seed: tf.orthogonal_initializer(1.1, seed=seed),
    "glorot_uniform_initializer": lambda tf, seed: tf.glorot_uniform_initializer(seed=seed),
    "glorot_normal_initializer": lambda tf, seed: tf.glorot_normal_initializer(seed=seed),
    "variance_scaling_initializer": lambda tf, seed: tf.variance_scaling_initializer(seed=seed),
    "initializers_random_normal": lambda tf, seed: tf.initializers.random_normal(seed=seed),
    "initializers_random_uniform": lambda tf, seed: tf.initializers.random_uniform(seed=seed),
    "initializers_truncated_normal": lambda tf, seed: tf.initializers.truncated_normal(seed=seed),
    "initializers_orthogonal": lambda tf, seed: tf.initializers.orthogonal(seed=seed),
    "initializers_glorot_uniform": lambda tf, seed: tf.initializers.glorot_uniform(seed=seed),
    "initializers_glorot_normal": lambda tf, seed: tf.initializers.glorot_normal(seed=seed),
    "initializers_he_normal": lambda tf, seed: tf.initializers.he_normal(seed=seed),
    "initializers_he_uniform": lambda tf, seed: tf.initializers.he_uniform(seed=seed),
    "initializers_lecun_normal": lambda tf, seed: tf.initializers.lecun_normal(seed=seed),
    "initializers_lecun_uniform": lambda tf, seed: tf.initializers.lecun_uniform(seed=seed),
    "keras_random_normal": lambda tf, seed: tf.keras.initializers.RandomNormal(seed=seed),
    "keras_random_uniform": lambda tf, seed: tf.keras.initializers.RandomUniform(seed=seed),
    "keras_truncated_normal": lambda tf, seed: tf.keras.initializers.TruncatedNormal(seed=seed),
    "keras_glorot_uniform": lambda tf, seed: tf.keras.initializers.glorot_uniform(seed=seed),
    "keras_glorot_normal": lambda tf, seed: tf.keras.initializers.glorot_normal(seed=seed),
    "keras_he_normal": lambda tf, seed: tf.keras.initializers.he_normal(seed=seed),
    "keras_he_uniform": lambda tf, seed: tf.keras.initializers.he_uniform(seed=seed),
    "keras_lecun_normal": lambda tf, seed: tf.keras.initializers.lecun_normal(seed=seed),
    "keras_orthogonal": lambda tf, seed: tf.keras.initializers.Orthogonal(seed=seed),
    "keras_variance_scaling": lambda tf, seed: tf.keras.initializers.VarianceScaling(seed=seed),
}
for _mode in ("fan_in", "fan_out", "fan_avg"):
    for _distribution in ("uniform", "truncated_normal", "untruncated_normal", "normal"):
        _SEEDED["variance_scaling_%s_%s" % (_mode, _distribution)] = lambda tf, seed, m=_mode, d=_distribution: (
            tf.variance_scaling_initializer(scale=2.0, mode=m, distribution=d, seed=seed)
        )

_FIXED = {
    "zeros_initializer": lambda tf: tf.zeros_initializer(),
    "ones_initializer": lambda tf: tf.ones_initializer(),
    "constant_initializer": lambda tf: tf.constant_initializer(0.5),
    "constant_initializer_list": lambda tf: tf.constant_initializer([0.0, 1.0, 2.0, 3.0, 4.0, 5.0]),
    "constant_initializer_short_list": lambda tf: tf.constant_initializer([0.0, 1.0]),
    "identity_initializer": lambda tf: tf.initializers.identity(gain=2.0),
    "keras_zeros": lambda tf: tf.keras.initializers.Zeros(),
    "keras_ones": lambda tf: tf.keras.initializers.Ones(),
    "keras_constant": lambda tf: tf.keras.initializers.Constant(3.0),
    "keras_identity": lambda tf: tf.keras.initializers.Identity(),
}


def _called(make: Any) -> Any:
    return lambda tf, seed: make(tf, seed)([3, 2])


def _variable(make: Any) -> Any:
    def build(tf: Any, seed: Any) -> None:
        tf.get_variable("w", [2, 3], initializer=make(tf, seed))
        tf.get_variable("w2", [2, 2, 3, 2], initializer=make(tf, seed))

    return build


def _fixed_variable(make: Any) -> Any:
    def build(tf: Any) -> Any:
        tf.get_variable("w", [2, 3], initializer=make(tf))
        return [tf.global_variables(), make(tf)([3, 2], dtype=tf.float32)]

    return build


for _name, _make in sorted(_SEEDED.items()):
    add("initial_values", _name + "_called", _called(_make))
    add("initial_values", _name, _variable(_make))
for _name, _make in sorted(_FIXED.items()):
    add("initial_values", _name, _fixed_variable(_make))


@builder
def get_variable_defaults(tf: Any) -> None:
    tf.get_variable("floats", [3, 4])
    tf.get_variable("vector", [4])
    tf.get_variable("ints", [3], dtype=tf.int32)
    tf.get_variable("flags", [3], dtype=tf.bool)
    tf.get_variable("doubles", [3], dtype=tf.float64)


@builder
def get_variable_from_value(tf: Any) -> None:
    tf.get_variable("w", initializer=tf.random_normal([2, 3]))
    tf.get_variable("b", initializer=tf.constant([1.0, 2.0]))
    tf.get_variable("c", initializer=3.5)


@builder
def convolutional_delta_orthogonal(tf: Any, seed: Any) -> None:
    tf.get_variable("w", [3, 3, 2, 2], initializer=tf.initializers.orthogonal(seed=seed))


@builder
def truncated_double(tf: Any, seed: Any) -> None:
    tf.get_variable("w", [3], dtype=tf.float64, initializer=tf.truncated_normal_initializer(seed=seed))


@builder
def uniform_int(tf: Any, seed: Any) -> None:
    tf.get_variable("w", [3], dtype=tf.int32, initializer=tf.random_uniform_initializer(0, 9, seed, tf.int32))
