"""`tf.contrib.learn.ExportStrategy`: how an `Experiment` exports its model."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any, NamedTuple

from tfcompat.backend import estimator as door
from tfcompat.backend.v1api import v1


class ExportStrategy(NamedTuple):
    """A name and `export_fn(estimator, export_dir_base[, checkpoint_path, eval_result])`."""

    name: str
    export_fn: Callable[..., Any]
    strip_default_attrs: bool | None = None

    def export(
        self, estimator: Any, export_path: str, checkpoint_path: str | None = None, eval_result: Any = None
    ) -> Any:
        """Calls the function with those of the arguments that it takes.

        Raises:
          ValueError: `eval_result` is given to a function that does not take it.
        """
        takes = inspect.signature(self.export_fn).parameters
        options: dict[str, Any] = {}
        if "checkpoint_path" in takes:
            options["checkpoint_path"] = checkpoint_path
        if "eval_result" in takes:
            options["eval_result"] = eval_result
        elif eval_result is not None and "checkpoint_path" not in takes:
            raise ValueError("An export_fn accepting eval_result must also accept checkpoint_path.")
        if "strip_default_attrs" in takes:
            options["strip_default_attrs"] = bool(self.strip_default_attrs)
        return self.export_fn(estimator, export_path, **options)


def make_export_strategy(
    serving_input_fn: Any,
    default_output_alternative_key: str | None = None,
    assets_extra: dict[str, str] | None = None,
    as_text: bool = False,
    exports_to_keep: int | None = 5,
    strip_default_attrs: bool | None = None,
) -> ExportStrategy:
    """Exports SavedModels under the name "Servo" and keeps the newest few."""

    def export_fn(
        estimator: Any, export_dir_base: str, checkpoint_path: str | None = None, strip_default_attrs: bool = False
    ) -> Any:
        options = {
            "assets_extra": assets_extra,
            "as_text": as_text,
            "checkpoint_path": checkpoint_path,
            "strip_default_attrs": strip_default_attrs,
        }
        if not isinstance(estimator, door.load().Estimator):
            options["default_output_alternative_key"] = default_output_alternative_key
        elif default_output_alternative_key is not None:
            raise ValueError(
                "default_output_alternative_key is not supported in core Estimator. Given: "
                f"{default_output_alternative_key}"
            )
        made = estimator.export_savedmodel(export_dir_base, serving_input_fn, **options)
        _drop_old(export_dir_base, exports_to_keep)
        return made

    return ExportStrategy("Servo", export_fn, strip_default_attrs)


def _drop_old(folder: str, keep: int | None) -> None:
    names = [name.rstrip("/") for name in v1.gfile.ListDirectory(folder)]
    exports = sorted((name for name in names if name.isdigit()), key=int)
    for name in exports[:-keep] if keep else ():
        v1.gfile.DeleteRecursively(f"{folder}/{name}")
