"""`tf.contrib.tensorboard.plugins`: one module, `projector`."""

__all__: list[str] = []
