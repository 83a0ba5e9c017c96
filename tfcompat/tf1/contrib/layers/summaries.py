"""`tf.contrib.layers.summaries`."""

from tfcompat.tf1 import lazy

HOMES = {
    "tf_slim.layers.summaries": (
        "summarize_activation summarize_activations summarize_biases summarize_collection summarize_tensor "
        "summarize_tensors summarize_variables summarize_weights"
    )
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
