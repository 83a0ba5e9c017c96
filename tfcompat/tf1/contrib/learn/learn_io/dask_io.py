"""`tf.contrib.learn.extract_dask_data` and its kin."""

from __future__ import annotations

import sys
from typing import Any


def _frames() -> tuple[type, ...]:
    """dask's classes, if the process has imported it: without that, no value is one of its frames."""
    module = sys.modules.get("dask.dataframe")
    return (module.Series, module.DataFrame) if module else ()


def extract_dask_data(data: Any) -> Any:
    """A dask frame with rows numbered throughout; anything else as it is."""
    if not isinstance(data, _frames()):
        return data
    return data.reset_index(drop=True)  # type: ignore[attr-defined]


def extract_dask_labels(labels: Any) -> Any:
    """The same for labels.

    Raises:
      ValueError: there are several columns.
    """
    if not isinstance(labels, _frames()):
        return labels
    if len(getattr(labels, "columns", ())) > 1:
        raise ValueError("Only one column for labels is allowed.")
    return labels.reset_index(drop=True)  # type: ignore[attr-defined]
