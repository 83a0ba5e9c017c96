"""`sparse_multiclass_hinge_loss`: how far the best wrong class comes within 1 of the right one."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.internals import check_ops
from tfcompat.backend.v1api import v1


def sparse_multiclass_hinge_loss(
    labels: Any,
    logits: Any,
    weights: Any = 1.0,
    scope: str | None = None,
    loss_collection: Any = "losses",
    reduction: Any = "weighted_sum_by_nonzero_weights",
) -> Any:
    """`tf.contrib.kernel_methods.sparse_multiclass_hinge_loss` of 1.15: a float32 scalar, unless `reduction` is none.

    `labels` are int32 or int64 `[batch]` or `[batch, 1]`, `logits` `[batch, classes]`, `weights` a scalar, `[batch]` or
    `[batch, 1]`.

    Raises:
      ValueError: a rank or dtype does not fit.
    """
    with v1.name_scope(scope, "sparse_multiclass_hinge_loss", (logits, labels)) as scope:
        if logits.get_shape().ndims != 2:
            raise ValueError(
                f"logits should have rank 2 ([batch_size, num_classes]). Given rank is {logits.get_shape().ndims}"
            )
        rows, classes = v1.shape(logits)[0], v1.shape(logits)[1]
        logits = v1.cast(logits, v1.float32)
        if labels.dtype not in (v1.int32, v1.int64):
            raise ValueError(f"Invalid dtype for labels: {labels.dtype}. Acceptable dtypes: int32 and int64")
        rank = labels.get_shape().ndims
        if rank not in (1, 2):
            raise ValueError(f"labels should have rank 1 ([batch_size]) or 2 ([batch_size, 1]). Given rank is {rank}")
        with v1.control_dependencies([check_ops.assert_less(labels, v1.cast(classes, labels.dtype))]):
            labels = v1.reshape(labels, shape=[-1])
        weights = v1.convert_to_tensor(weights)
        if weights.get_shape().ndims not in (0, 1, 2):
            raise ValueError(
                "non-scalar weights should have rank 1 ([batch_size]) or 2 ([batch_size, 1]). Given rank is "
                f"{weights.get_shape().ndims}"
            )
        if weights.get_shape().ndims > 0:
            weights = v1.reshape(weights, shape=[-1])
            weights.get_shape().assert_is_compatible_with(labels.get_shape())
        example = v1.reshape(v1.range(rows), shape=[rows, 1])
        place = v1.concat([example, v1.reshape(v1.cast(labels, example.dtype), shape=[rows, 1])], axis=1)
        right = v1.reshape(v1.gather_nd(logits, place), [rows, 1])
        wrong = v1.one_hot(labels, depth=classes, on_value=0.0, off_value=1.0)
        loss = v1.reduce_max(v1.nn.relu(logits - right + wrong), axis=1)
        return v1.losses.compute_weighted_loss(loss, weights, scope, loss_collection, reduction=reduction)
