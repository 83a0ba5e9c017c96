"""Dense tensors to sparse ones and back, and both with fewer dimensions."""

from tfcompat.tf1 import lazy

HOMES = {
    "tf_slim.layers.sparse_ops": "dense_to_sparse_tensor indicators_to_sparse_ids sparse_row_envelope",
    "tf_slim.layers.layers": "flatten_inner=_inner_flatten",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
