"""`tf.contrib.tensorboard.plugins.projector` of 1.15: which embeddings TensorBoard shows, and with which labels."""

from tfcompat.tf1 import lazy

HOMES = {
    ".messages": "EmbeddingInfo ProjectorConfig SpriteMetadata",
    ".visualize": "visualize_embeddings",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
