"""What the errors of TensorFlow 1 code mean and what to do about them."""

from __future__ import annotations

from tfcompat.hook.explanation_table import TABLE, Explanation


def explain(error: BaseException) -> Explanation | None:
    """The row that fits an exception, or None."""
    kinds = {cls.__name__ for cls in type(error).__mro__}
    text = str(error)
    for row in TABLE:
        if kinds.intersection(row.kinds) and row.pattern.search(text):
            return row
    return None
