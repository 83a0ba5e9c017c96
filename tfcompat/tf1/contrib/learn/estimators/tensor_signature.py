"""What an estimator of contrib.learn remembers of the tensors that it was fitted with: type and shape."""

from __future__ import annotations

from typing import Any, NamedTuple

from tfcompat.backend.v1api import v1


class TensorSignature(NamedTuple):
    """Type and shape of a tensor; a sparse one has no shape here."""

    dtype: Any
    shape: Any
    is_sparse: bool

    @classmethod
    def of(cls, tensor: Any) -> TensorSignature:
        if isinstance(tensor, v1.SparseTensor):
            return cls(tensor.values.dtype, None, True)
        return cls(tensor.dtype, tensor.get_shape(), False)

    def is_compatible_with(self, other: TensorSignature) -> bool:
        """Whether both have one type and shape, whatever the batch."""
        if self.is_sparse != other.is_sparse or not self.dtype.is_compatible_with(other.dtype):
            return False
        if self.is_sparse or self.shape.ndims is None or other.shape.ndims is None:
            return True
        return self.shape.ndims == other.shape.ndims and self.shape[1:].is_compatible_with(other.shape[1:])

    def get_placeholder(self) -> Any:
        """A placeholder for such a tensor, of any batch."""
        if self.is_sparse:
            return v1.sparse_placeholder(dtype=self.dtype)
        return v1.placeholder(dtype=self.dtype, shape=[None, *self.shape[1:]])


def create_signatures(tensors: Any) -> Any:
    """The signature of a tensor, or of each in a dict."""
    if isinstance(tensors, dict):
        return {key: TensorSignature.of(tensor) for key, tensor in tensors.items()}
    return None if tensors is None else TensorSignature.of(tensors)


def tensors_compatible(tensors: Any, signatures: Any) -> bool:
    """Whether tensors can take the place of those that the signatures are of."""
    if tensors is None or signatures is None:
        return tensors is None and signatures is None
    if isinstance(tensors, dict) != isinstance(signatures, dict):
        return False
    if isinstance(tensors, dict):
        return all(
            key in tensors and TensorSignature.of(tensors[key]).is_compatible_with(each)
            for key, each in signatures.items()
        )
    return TensorSignature.of(tensors).is_compatible_with(signatures)


def create_placeholders_from_signatures(signatures: Any) -> Any:
    """A placeholder for each signature."""
    if signatures is None:
        return None
    if isinstance(signatures, dict):
        return {key: each.get_placeholder() for key, each in signatures.items()}
    return signatures.get_placeholder()
