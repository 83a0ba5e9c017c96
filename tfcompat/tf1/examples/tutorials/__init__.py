"""`tf.examples.tutorials`: MNIST's."""

__all__: list[str] = []
