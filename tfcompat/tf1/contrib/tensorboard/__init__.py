"""`tf.contrib.tensorboard` of 1.15: the configuration of TensorBoard's projector."""

__all__: list[str] = []
