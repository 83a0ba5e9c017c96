"""`tf.contrib.bayesflow` of 1.15: one module, `monte_carlo`."""

__all__: list[str] = []
