"""`keras.engine` of 2.3.1: layers, models and how they are trained."""

from tfcompat.tf1 import lazy

HOMES = {
    "tfcompat.keras.layers": "Input InputLayer InputSpec Layer merge Merge",
    "tfcompat.keras.engine.model": "Model Network=Model Container=Model get_source_inputs",
    "tfcompat.keras.engine.sequential": "Sequential",
    "tf_keras.src.engine.node": "Node",
    "tfcompat.keras.engine.slices": "slice_X _slice_arrays=slice_X",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
