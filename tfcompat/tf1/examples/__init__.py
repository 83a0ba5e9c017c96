"""`tf.examples`: what 1.x's wheels shipped of the tutorials."""

__all__: list[str] = []
