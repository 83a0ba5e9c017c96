"""`tf.random`: its module `experimental` holds what changed."""

__all__: list[str] = []
