"""`tf.data`: options that were dropped are put back when the module is first touched."""

from tfcompat.tf1.data import options

options.install()

__all__: list[str] = []
