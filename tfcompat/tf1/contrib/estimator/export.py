"""Exports for several modes in one SavedModel, by the functions that came before the methods."""

from __future__ import annotations

from typing import Any


def export_saved_model_for_mode(
    estimator: Any,
    export_dir_base: str,
    input_receiver_fn: Any,
    assets_extra: dict[str, str] | None = None,
    as_text: bool = False,
    checkpoint_path: str | None = None,
    mode: str = "infer",
) -> Any:
    """Exports a model for training ("train"), evaluation ("eval") or prediction ("infer"); answers the folder."""
    options = {"assets_extra": assets_extra, "as_text": as_text, "checkpoint_path": checkpoint_path}
    return estimator.export_saved_model(export_dir_base, input_receiver_fn, experimental_mode=mode, **options)


def export_all_saved_models(
    estimator: Any,
    export_dir_base: str,
    input_receiver_fn_map: dict[str, Any],
    assets_extra: dict[str, str] | None = None,
    as_text: bool = False,
    checkpoint_path: str | None = None,
) -> Any:
    """Exports a model for each mode of the map into one SavedModel; answers the folder."""
    options = {"assets_extra": assets_extra, "as_text": as_text, "checkpoint_path": checkpoint_path}
    return estimator.experimental_export_all_saved_models(export_dir_base, input_receiver_fn_map, **options)
