"""Puts in place what tensorflow-estimator 2.15 imports and TensorFlow 2.16 and later dropped."""

from __future__ import annotations

import importlib
import sys

_MODULES = {
    "tensorflow.python.distribute.estimator_training": "estimator_training",
    "tensorflow.python.tpu.session_support": "session_support",
    "tensorflow.python.tpu.tpu_embedding": "tpu_embedding",
    "tensorflow.python.tpu.tpu_embedding_gradient": "tpu_embedding_gradient",
}


def install() -> None:
    """Each module that this TensorFlow lacks, under its old name; the table rows of its public API."""
    from tensorflow.python.util import tf_export

    if not hasattr(tf_export, "ESTIMATOR_API_NAME"):
        tf_export.ESTIMATOR_API_NAME = "estimator"
        for table, suffix in ((tf_export.API_ATTRS, ""), (tf_export.API_ATTRS_V1, "_v1")):
            attributes = type(table[tf_export.TENSORFLOW_API_NAME])
            table["estimator"] = attributes(f"_estimator_api_names{suffix}", f"_estimator_api_constants{suffix}")
    for name, file in _MODULES.items():
        try:
            importlib.import_module(name)
        except ModuleNotFoundError as error:
            if error.name != name:
                raise
            parent, _, last = name.rpartition(".")
            sys.modules[name] = importlib.import_module(f".{file}", __package__)
            setattr(importlib.import_module(parent), last, sys.modules[name])
