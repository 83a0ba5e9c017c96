"""Every combination of the values that several features have in a row.

Shapes: N combinations of C columns.
"""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals import function
from tfcompat.backend.v1api import v1

# The key that 1.15 meant to take by default one day, for the better hash.
SPARSE_FEATURE_CROSS_DEFAULT_HASH_KEY = 0xDECAFCAFFE
# The older hash folds a row's values into this start, with the constant of the golden ratio.
_START = 0xDECAFCAFFE
_GOLDEN = 0x9E3779B97F4A7800 - 2**64  # as an int64
_LARGEST = 2**63 - 1


def sparse_feature_cross(
    inputs: Any,
    hashed_output: bool = False,
    num_buckets: int = 0,
    name: str | None = None,
    hash_key: int | None = None,
) -> Any:
    """The combinations, row by row, as a sparse tensor of strings joined by `_X_`, or of their hashes.

    Hashes are int64 below `num_buckets`, where that is not 0. With a `hash_key` they are those of `tf.sparse.cross`.

    Raises:
      TypeError: not a list of dense and sparse tensors.
    """
    if not isinstance(inputs, list):
        raise TypeError(f"Inputs must be a list, got {type(inputs).__name__}")
    if not all(isinstance(each, (v1.SparseTensor, v1.Tensor)) for each in inputs):
        raise TypeError("All inputs must be SparseTensors")
    sparse = [_whole(each) for each in inputs if isinstance(each, v1.SparseTensor)]
    dense = [each if each.dtype == v1.string else v1.cast(each, v1.int64) for each in inputs if _is_dense(each)]
    if hashed_output and not hash_key:
        return _older_hashes(sparse, dense, num_buckets, name)
    return _cross(sparse, dense, hashed_output, num_buckets, hash_key or 0, name)


def _is_dense(tensor: Any) -> bool:
    return not isinstance(tensor, v1.SparseTensor)


def _whole(sparse: Any) -> Any:
    """The same with values of int64, unless they are strings."""
    values = sparse.values if sparse.values.dtype == v1.string else v1.cast(sparse.values, v1.int64)
    return v1.SparseTensor(sparse.indices, values, sparse.dense_shape)


def _cross(sparse: Any, dense: Any, hashed: bool, buckets: int, key: int, name: str | None = None) -> Any:
    kinds = {each.dtype for each in [*sparse, *dense]}
    indices, values, shape = v1.raw_ops.SparseCross(
        indices=[each.indices for each in sparse],
        values=[each.values for each in sparse],
        shapes=[each.dense_shape for each in sparse],
        dense_inputs=dense,
        hashed_output=hashed,
        num_buckets=buckets,
        hash_key=key,
        out_type=v1.int64 if hashed else v1.string,
        internal_type=v1.int64 if v1.int64 in kinds else v1.string,
        name=name,
    )
    return v1.SparseTensor(indices, values, shape)


def _older_hashes(sparse: Any, dense: Any, buckets: int, name: str | None) -> Any:
    """1.15's own kernel is gone: a function of the graph stands for it, one operation as that was."""
    flat = [*(part for each in sparse for part in (each.indices, each.values, each.dense_shape)), *dense]

    def cross(*parts: Any) -> Any:
        for part, given in zip(parts, flat, strict=True):
            part.set_shape(given.get_shape())
        end = 3 * len(sparse)
        made = _folded([v1.SparseTensor(*parts[at : at + 3]) for at in range(0, end, 3)], parts[end:], buckets)
        return made.indices, made.values, made.dense_shape

    call = function.Defun(*(each.dtype for each in flat))(cross)
    indices, values, shape = call(*flat, name=name or "SparseFeatureCross")
    for part, known in ((indices, [None, 2]), (values, [None]), (shape, [2])):
        part.set_shape(known)
    return v1.SparseTensor(indices, values, shape)


def _folded(sparse: Any, dense: Any, buckets: int) -> Any:
    """The places of the values are crossed, and their fingerprints folded up in order."""
    places = _cross(
        [v1.SparseTensor(each.indices, _count(each.values), each.dense_shape) for each in sparse],
        [v1.reshape(_count(each), v1.shape(each)) for each in dense],
        hashed=False, buckets=0, key=0,
    )  # fmt: skip
    columns = len(sparse) + len(dense)
    separate = v1.strings.split(places.values, "_X_").values
    taken = v1.reshape(v1.string_to_number(separate, v1.int64), [-1, columns])  # [N, C]
    folded = v1.fill(v1.shape(places.values), v1.constant(_START, v1.int64))  # [N]
    for column, tensor in enumerate([*[each.values for each in sparse], *dense]):
        folded = _fold(folded, v1.gather(_fingerprints(v1.reshape(tensor, [-1])), taken[:, column]))
    within = v1.constant(buckets or _LARGEST, v1.uint64)
    hashes = v1.cast(v1.floormod(v1.bitcast(folded, v1.uint64), within), v1.int64)
    return v1.SparseTensor(places.indices, hashes, places.dense_shape)


def _count(tensor: Any) -> Any:
    return v1.range(v1.size(tensor, out_type=v1.int64), dtype=v1.int64)


def _fingerprints(values: Any) -> Any:
    """Strings' fingerprints of 64 bits, integers themselves, as int64."""
    if values.dtype != v1.string:
        return values
    return v1.bitcast(v1.raw_ops.Fingerprint(data=values, method="farmhash64"), v1.int64)


def _fold(folded: Any, value: Any) -> Any:
    left = v1.bitwise.left_shift(folded, v1.constant(10, v1.int64))
    right = v1.bitwise.right_shift(folded, v1.constant(4, v1.int64))  # with the sign, as 1.15 did
    return v1.bitwise.bitwise_xor(folded, value + v1.constant(_GOLDEN, v1.int64) + left + right)
