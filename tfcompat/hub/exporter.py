"""Modules that an estimator exports while it trains."""

from __future__ import annotations

import os
import time
import warnings
from collections.abc import Callable
from typing import Any

from tfcompat.backend import estimator as estimator_package
from tfcompat.backend.v1api import v1
from tfcompat.hub.module import Module

_COLLECTION = ("__tfcompat_hub_exports",)


def register_module_for_export(module: Module, export_name: str) -> None:
    """`LatestModuleExporter` will write this module of the current graph to a folder of that name.

    Raises:
      ValueError: the name is taken in this graph.
    """
    if any(name == export_name for name, _ in v1.get_collection(_COLLECTION)):
        raise ValueError(f"There is already a module registered to be exported as {export_name!r}")
    v1.add_to_collection(_COLLECTION, (export_name, module))


class _Latest:
    """Writes the registered modules to a folder named by the time, and keeps the last `exports_to_keep`."""

    def __init__(self, name: str, serving_input_fn: Callable[[], Any], exports_to_keep: int | None = 5) -> None:
        if exports_to_keep is not None and exports_to_keep <= 0:
            raise ValueError(f"`exports_to_keep`, if provided, must be a positive number, got {exports_to_keep}")
        self._name, self._serving_input_fn, self._keep = name, serving_input_fn, exports_to_keep

    @property
    def name(self) -> str:
        """The folder's name below the estimator's exports."""
        return self._name

    def export(
        self,
        estimator: Any,
        export_path: str,
        checkpoint_path: str | None = None,
        eval_result: Any = None,
        is_the_final_export: Any = None,
    ) -> Any:
        """The new folder as bytes, or None if no module was registered."""
        base = os.fsdecode(export_path)
        with v1.Graph().as_default(), self._session(estimator, checkpoint_path) as session:
            modules = v1.get_collection(_COLLECTION)
            if not modules:
                warnings.warn(
                    "LatestModuleExporter found zero modules to export. Use hub.register_module_for_export() if "
                    "needed.",
                    stacklevel=2,
                )
                return None
            folder = _new_folder(base)
            unfinished = os.path.join(base, f"temp-{os.path.basename(folder)}")
            for export_name, module in modules:
                module.export(os.path.join(unfinished, export_name), session)
            v1.gfile.Rename(unfinished, folder)
        self._clear(base)
        return os.fsencode(folder)

    def _session(self, estimator: Any, checkpoint: str | None) -> Any:
        """A session with the estimator's graph for predictions, restored."""
        v1.train.create_global_step(v1.get_default_graph())
        v1.set_random_seed(estimator.config.tf_random_seed)
        features = self._serving_input_fn().features
        spec = estimator.model_fn(features=features, labels=None, mode="infer", config=estimator.config)
        session = v1.Session(config=estimator._session_config)
        saver = spec.scaffold.saver or v1.train.Saver(sharded=True)
        saver.restore(session, checkpoint or estimator.latest_checkpoint())
        return session

    def _clear(self, base: str) -> None:
        if self._keep is not None:
            stamps = sorted(each.rstrip("/") for each in v1.gfile.ListDirectory(base))
            for stamp in [each for each in stamps if each.isdigit() and len(each) == 10][: -self._keep]:
                v1.gfile.DeleteRecursively(os.path.join(base, stamp))


def _new_folder(base: str) -> str:
    while True:
        folder = os.path.join(base, str(int(time.time())))
        if not v1.gfile.Exists(folder):
            return folder
        time.sleep(1)


def latest_module_exporter() -> type:
    """The class `LatestModuleExporter`, an `Exporter` of tensorflow-estimator."""
    exporter = estimator_package.load("python.estimator.exporter").Exporter
    return type("LatestModuleExporter", (_Latest, exporter), {"__doc__": _Latest.__doc__})
