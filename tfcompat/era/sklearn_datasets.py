"""`sklearn.datasets.fetch_mldata`, of which scripts ask for MNIST: from the files that are on this machine.

Source: sklearn.datasets.mldata of scikit-learn 0.11 to 0.21; mldata.org, where it downloaded, is no more.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import os
from typing import Any

import numpy as np

MNIST = ("mnist-original", "mnist_original", "mnist")


def fetch_mldata(
    dataname: str,
    target_name: Any = "label",
    data_name: Any = "data",
    transpose_data: bool = True,
    data_home: str | None = None,
) -> Any:
    """A data set by its name at mldata.org: a Bunch of `data` [samples, features] and `target` [samples].

    A `mldata/NAME.mat` in `data_home` is read; "MNIST original" is made of MNIST's own files: `data` uint8
    [70000,784], `target` float64, sorted by label, the training images first.

    Raises:
      OSError: it is neither; the text says what serves instead.
    """
    bunch = importlib.import_module("sklearn.utils").Bunch
    name = dataname.lower().replace(" ", "-").replace("(", "").replace(")", "").replace(".", "")
    home = importlib.import_module("sklearn.datasets").get_data_home(data_home=data_home)
    folder = os.path.join(home, "mldata")
    path = os.path.join(folder, f"{name}.mat")
    if os.path.isfile(path):
        columns = importlib.import_module("scipy.io").loadmat(path)
        data = columns[data_name]
        target = columns[target_name].squeeze()
        return bunch(data=data.T if transpose_data else data, target=target, COL_NAMES=[target_name, data_name])
    if name not in MNIST:
        raise OSError(
            f"mldata.org, where {dataname!r} was, is no more; take it by sklearn.datasets.fetch_openml(name, "
            f"as_frame=False), or put its file at {path}"
        )
    data, target = _mnist(folder)
    return bunch(data=data, target=target, COL_NAMES=["label", "data"], DESCR=f"mldata.org dataset: {name}")


def _mnist(folder: str) -> tuple[Any, Any]:
    mnist = importlib.import_module("tfcompat.tf1.contrib.learn.datasets.mnist")
    images, labels = [], []
    with contextlib.redirect_stdout(io.StringIO()):
        for name in mnist.mnist_files.NAMES:
            with open(mnist.mnist_files.bring(name, folder), "rb") as file:
                if "images" in name:
                    array = mnist.extract_images(file)
                    images.append(array.reshape(len(array), -1))
                else:
                    labels.append(mnist.extract_labels(file))
    orders = [np.argsort(part, kind="stable") for part in labels]
    data = np.concatenate([part[order] for part, order in zip(images, orders, strict=True)])
    return data, np.concatenate([np.sort(part) for part in labels]).astype(np.float64)
