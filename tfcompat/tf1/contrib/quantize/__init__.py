"""`tf.contrib.quantize` of 1.15: rewrites a graph so that it trains, or is evaluated, with fake quantization."""

from tfcompat.tf1 import lazy

HOMES = {
    ".quantize_graph": (
        "create_eval_graph create_training_graph experimental_create_eval_graph experimental_create_training_graph"
    ),
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
