"""`bipartite_match`: the nearest free row and column, again and again. 1.15 had a kernel; this is a loop."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.one_op import one_op
from tfcompat.backend.v1api import v1

_USED = float("inf")


def bipartite_match(
    distance_mat: Any, num_valid_rows: Any, top_k: int = -1, name: str | None = "bipartite_match"
) -> tuple[Any, Any]:
    """`tf.contrib.image.bipartite_match` of 1.15: for each row its column, int32 `[r]`, and for each column its row.

    -1 is unmatched. `distance_mat` is float32 `[r, c]`; of it the first `num_valid_rows` count (a float scalar, all if
    negative), and at most `top_k` pairs are matched.
    """
    to_column, to_row = _match(
        v1.convert_to_tensor(distance_mat, dtype=v1.float32),
        v1.convert_to_tensor(num_valid_rows, dtype=v1.float32),
        top_k,
    )
    return to_column, to_row


@one_op
def _match(distances: Any, num_valid_rows: Any, top_k: int) -> tuple[Any, Any]:
    rows, columns = v1.shape(distances)[0], v1.shape(distances)[1]
    given = v1.reshape(num_valid_rows, [])
    valid = v1.where_v2(given >= 0, v1.cast(given + 0.1, v1.int32), rows)
    enough = v1.Assert(rows >= valid, ["There should be at least", valid, "rows in distance_mat, but only got", rows])
    with v1.control_dependencies([enough]):
        most = v1.minimum(valid, columns)
    if top_k > 0:
        most = v1.minimum(most, top_k)
    outside = v1.range(rows)[:, None] >= valid
    free = v1.where_v2(outside | v1.zeros_like(distances, v1.bool), _USED, distances)
    none_yet = [v1.fill([rows], -1), v1.fill([columns], -1)]

    def match(i: Any, free: Any, to_column: Any, to_row: Any) -> Any:
        best = v1.cast(v1.argmin(v1.reshape(free, [-1])), v1.int32)
        row, column = best // columns, best % columns
        is_row, is_column = v1.equal(v1.range(rows), row), v1.equal(v1.range(columns), column)
        free = v1.where_v2(is_row[:, None] | is_column[None, :], _USED, free)
        return i + 1, free, v1.where_v2(is_row, column, to_column), v1.where_v2(is_column, row, to_row)

    shapes = [v1.TensorShape([]), distances.shape, distances.shape[:1], distances.shape[1:]]
    _, _, to_column, to_row = v1.while_loop(
        lambda i, *_: i < most, match, [0, free, *none_yet], shape_invariants=shapes, back_prop=False
    )
    return to_column, to_row
