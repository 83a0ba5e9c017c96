"""`tf.tpu`: what TensorFlow 2 no longer has of it lies below."""

__all__: list[str] = []
