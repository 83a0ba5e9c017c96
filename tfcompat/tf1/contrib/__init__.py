"""`tf.contrib`: each module is a folder, loaded when first touched."""

__all__: list[str] = []
