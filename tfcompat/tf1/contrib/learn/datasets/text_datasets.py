"""DBpedia's descriptions of things, in fifteen classes."""

from __future__ import annotations

import os
import tarfile
from typing import Any

import numpy as np

from tfcompat.backend.v1api import v1
from tfcompat.tf1 import found_data
from tfcompat.tf1.contrib.learn.datasets import base

__all__ = ["load_dbpedia", "maybe_download_dbpedia"]

DBPEDIA_URL = "https://github.com/le-scientifique/torchDatasets/raw/master/dbpedia_csv.tar.gz"
_PARTS = ("train", "test")
_SMALL = 1000  # every so many rows are kept


def maybe_download_dbpedia(data_dir: str) -> None:
    """Puts `dbpedia_csv/train.csv` and `test.csv` below a folder, if they are not there.

    Raises:
      OSError: they are nowhere on this machine and cannot be downloaded; the text says what to put where.
    """
    folder = os.path.join(data_dir, "dbpedia_csv")
    paths = [os.path.join(folder, f"{part}.csv") for part in _PARTS]
    if all(map(v1.gfile.Exists, paths)):
        return
    found = [found_data.find([f"{part}.csv"], lambda path: "dbpedia" in str(path).lower()) for part in _PARTS]
    if all(found):
        v1.gfile.MakeDirs(folder)
        for source, path in zip(found, paths, strict=True):
            v1.gfile.Copy(str(source), path)
        return
    try:
        archive = base.maybe_download("dbpedia_csv.tar.gz", data_dir, DBPEDIA_URL)
    except OSError as error:
        raise OSError(
            f"DBpedia could not be downloaded ({error}): put its train.csv and test.csv into {folder}, or add a data "
            "set that holds them under a folder named dbpedia_csv to the notebook"
        ) from error
    with tarfile.open(archive, "r:*") as file:
        for member in file.getmembers():
            if member.isfile() and os.path.basename(member.name) in ("train.csv", "test.csv"):
                file.extract(member, data_dir)


def load_dbpedia(size: str = "small", test_with_fake_data: bool = False) -> base.Datasets:
    """Data text [rows, 2] (title, description) and target int32 [rows]; `small` keeps every thousandth row.

    The folder is `dbpedia_data`, below the one that TF_EXP_BASE_DIR names.
    """
    if test_with_fake_data:
        folder, ending = str(base.DATA), ""
        names = {part: f"text_{part}.csv" for part in _PARTS}
    else:
        data_dir = os.path.join(os.getenv("TF_EXP_BASE_DIR", ""), "dbpedia_data")
        maybe_download_dbpedia(data_dir)
        folder, ending = os.path.join(data_dir, "dbpedia_csv"), "_small" if size == "small" else ""
        names = {part: f"{part}{ending}.csv" for part in _PARTS}
        if ending:
            for part in _PARTS:
                base.shrink_csv(os.path.join(folder, f"{part}.csv"), _SMALL)
    train, test = (_read(os.path.join(folder, names[part])) for part in _PARTS)
    return base.Datasets(train=train, validation=None, test=test)


def _read(path: str) -> Any:
    return base.load_csv_without_header(path, np.int32, np.str_, target_column=0)
