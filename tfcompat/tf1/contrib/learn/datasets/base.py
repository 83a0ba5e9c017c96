"""What the data sets share: their tuples, CSV files, and a file that is downloaded once."""

from __future__ import annotations

import collections
import csv
import os
import random
import time
import urllib.request
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from tfcompat.backend.v1api import v1

__all__ = [
    "Dataset",
    "Datasets",
    "load_boston",
    "load_csv_with_header",
    "load_csv_without_header",
    "load_iris",
    "maybe_download",
    "retry",
    "shrink_csv",
    "urlretrieve_with_retry",
]

Dataset = collections.namedtuple("Dataset", ["data", "target"])
Datasets = collections.namedtuple("Datasets", ["train", "validation", "test"])
DATA = Path(__file__).with_name("data")
_TIMED_OUT = 110


def load_csv_with_header(filename: str, target_dtype: Any, features_dtype: Any, target_column: int = -1) -> Dataset:
    """Rows of numbers below a header that says how many: data [rows, features] and target [rows].

    Raises:
      ValueError: the header does not begin with the numbers of rows and features, or the rows are not as it says.
    """
    with v1.gfile.Open(os.fspath(filename)) as file:
        rows = csv.reader(file)
        header = next(rows, [])
        try:
            count, features = int(header[0]), int(header[1])
        except (IndexError, ValueError):
            raise ValueError(
                f"{filename}: expected a header that begins with the numbers of rows and of features, got {header}; "
                "a file without one is read by load_csv_without_header"
            ) from None
        data = np.zeros((count, features), features_dtype)
        target = np.zeros((count,), target_dtype)
        read = 0
        for read, row in enumerate(rows, 1):
            label = row.pop(target_column)
            if read > count or len(row) != features:
                raise ValueError(
                    f"{filename}, row {read}: the header announces {count} rows of {features} features and a target; "
                    f"this row has {len(row)} features"
                )
            target[read - 1], data[read - 1] = np.asarray(label, target_dtype), np.asarray(row, features_dtype)
    if read != count:
        raise ValueError(f"{filename}: the header announces {count} rows, the file holds {read}; is it cut off?")
    return Dataset(data, target)


def load_csv_without_header(filename: str, target_dtype: Any, features_dtype: Any, target_column: int = -1) -> Dataset:
    """All rows of a CSV file: data [rows, features] and target [rows]."""
    data, target = [], []
    with v1.gfile.Open(os.fspath(filename)) as file:
        for row in csv.reader(file):
            target.append(row.pop(target_column))
            data.append(np.asarray(row, features_dtype))
    return Dataset(np.array(data), np.array(target, target_dtype))


def shrink_csv(filename: str, ratio: int) -> None:
    """Writes every `ratio`-th row of `name.csv` to `name_small.csv`, the first one included."""
    with v1.gfile.Open(filename) as file, v1.gfile.Open(filename.replace(".", "_small."), "w") as small:
        csv.writer(small).writerows(row for number, row in enumerate(csv.reader(file)) if number % ratio == 0)


def load_iris(data_path: str | None = None) -> Dataset:
    """Fisher's irises: data float64 [150, 4], target int64 [150]; or a file like it."""
    return load_csv_with_header(data_path or str(DATA / "iris.csv"), np.int64, np.float64)


def load_boston(data_path: str | None = None) -> Dataset:
    """Houses in Boston in 1978: data float64 [506, 13], target float64 [506]; or a file like it."""
    return load_csv_with_header(data_path or str(DATA / "boston_house_prices.csv"), np.float64, np.float64)


def retry(
    initial_delay: float,
    max_delay: float,
    factor: float = 2.0,
    jitter: float = 0.25,
    is_retriable: Callable[[Exception], bool] | None = None,
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """A decorator that calls again after an error, waiting longer each time.

    As in 1.15, without `is_retriable` every error is tried again at once.

    Raises:
      ValueError: `factor` below 1, or `jitter` not below 1.
    """
    if factor < 1:
        raise ValueError(f"factor must be >= 1; was {factor:f}")
    if jitter >= 1:
        raise ValueError(f"jitter must be < 1; was {jitter:f}")

    def delays() -> Iterator[float]:
        delay = initial_delay
        while delay <= max_delay:
            yield delay * random.uniform(1 - jitter, 1 + jitter)
            delay *= factor

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            for delay in delays():
                try:
                    return function(*args, **kwargs)
                except Exception as error:
                    if is_retriable is not None:
                        if not is_retriable(error):
                            raise
                        time.sleep(delay)
            return function(*args, **kwargs)

        return call

    return decorate


again_after_time_out = retry(
    1.0, 16.0, is_retriable=lambda error: isinstance(error, OSError) and error.errno == _TIMED_OUT
)


@again_after_time_out
def urlretrieve_with_retry(url: str, filename: str | None = None) -> Any:
    """`urllib.request.urlretrieve`, tried again when it times out."""
    return urllib.request.urlretrieve(url, filename)


def maybe_download(filename: str, work_directory: str, source_url: str) -> str:
    """The path of a file in a folder, downloaded if it is not there."""
    path = os.path.join(work_directory, filename)
    v1.gfile.MakeDirs(work_directory)
    if not v1.gfile.Exists(path):
        downloaded, _ = urlretrieve_with_retry(source_url)
        v1.gfile.Copy(downloaded, path)
        say_brought("downloaded", filename, path)
    return path


def say_brought(how: str, filename: str, path: str) -> None:
    """The line with which 1.15 tells of a new file."""
    size = v1.gfile.Stat(path).length
    _say("Successfully", how, filename, size, "bytes.")


_say = partial(print, flush=True)
