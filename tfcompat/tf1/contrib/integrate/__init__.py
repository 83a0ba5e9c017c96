"""`tf.contrib.integrate` of 1.15: ordinary differential equations."""

from tfcompat.tf1 import lazy

HOMES = {".odes": "odeint", ".fixed_grid": "odeint_fixed"}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
