"""`tf.keras` where Keras 2 of today lacks what 1.15's had."""

from tfcompat.tf1.keras import sequential_methods

sequential_methods.install()

__all__: list[str] = []
