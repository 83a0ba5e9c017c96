"""`tf.contrib.learn.extract_pandas_data` and its kin: the arrays inside data frames."""

from __future__ import annotations

from typing import Any

from tfcompat.backend import estimator, pandas

HAS_PANDAS = pandas.installed()
_KINDS = "biuf"  # numpy's letters for bool, int, unsigned int and float


def pandas_input_fn(
    x: Any,
    y: Any = None,
    batch_size: int = 128,
    num_epochs: int | None = 1,
    shuffle: bool = True,
    queue_capacity: int = 1000,
    num_threads: int = 1,
    target_column: str = "target",
) -> Any:
    """`tf.estimator.inputs.pandas_input_fn`, which shuffles unless told not to."""
    make = estimator.load("_api.v1.estimator.inputs").pandas_input_fn
    return make(
        x=x,
        y=y,
        batch_size=batch_size,
        shuffle=shuffle,
        num_epochs=num_epochs,
        queue_capacity=queue_capacity,
        num_threads=num_threads,
        target_column=target_column,
    )


def extract_pandas_data(data: Any) -> Any:
    """A data frame's values as floats; anything else as it is.

    Raises:
      ValueError: a column holds something else than numbers and truth values.
    """
    if not is_frame(data):
        return data
    _refuse(_bad_columns(data), "extracting pandas data")
    return data.values.astype("float")


def extract_pandas_matrix(data: Any) -> Any:
    """A data frame's values; anything else as it is."""
    return data.values if is_frame(data) else data


def extract_pandas_labels(labels: Any) -> Any:
    """The values of a data frame with one column, [n, 1]; anything else as it is.

    Raises:
      ValueError: there are several columns, or the one holds something else than numbers and truth values.
    """
    if not is_frame(labels):
        return labels
    if len(labels.columns) > 1:
        raise ValueError("Only one column for labels is allowed.")
    _refuse(_bad_columns(labels), "extracting labels")
    return labels.values


def is_frame(value: Any) -> bool:
    """Whether a value is a pandas data frame."""
    module = pandas.loaded()
    return module is not None and isinstance(value, module.DataFrame)


def _bad_columns(frame: Any) -> list[str]:
    kinds = {column: frame[column].dtype for column in frame}
    return [f"'{column}' type='{kind.name}'" for column, kind in kinds.items() if kind.kind not in _KINDS]


def _refuse(columns: list[str], what: str) -> None:
    if columns:
        raise ValueError(f"Data types for {what} must be int, float, or bool. Found: {', '.join(columns)}")
