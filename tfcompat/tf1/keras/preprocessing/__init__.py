"""`tf.keras.preprocessing`: its modules `image` and `text` hold what changed."""

__all__: list[str] = []
