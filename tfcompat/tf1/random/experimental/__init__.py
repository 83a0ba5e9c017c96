"""`tf.random.experimental` where an argument was renamed."""

from tfcompat.tf1.top.argument_order import as_in_1_15

create_rng_state = as_in_1_15("random.experimental.create_rng_state")

__all__ = ["create_rng_state"]
