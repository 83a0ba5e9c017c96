"""What callbacks share that watch one metric: whether it is to fall or to rise."""

from __future__ import annotations

import warnings
from typing import Any

import numpy as np


def rises(monitor: str, mode: str, callback: str, also: str = "acc") -> bool:
    """Whether more of the metric is better: as `mode` says, or, if that is auto, by the metric's name."""
    if mode not in ("auto", "min", "max"):
        warnings.warn(f"{callback} mode {mode} is unknown, fallback to auto mode.", RuntimeWarning, stacklevel=3)
        mode = "auto"
    return mode == "max" or (mode == "auto" and ("acc" in monitor or monitor.startswith(also)))


def worst(rising: bool) -> float:
    """What every value is better than."""
    return -np.inf if rising else np.inf


def current(logs: Any, monitor: str, lead: str) -> Any:
    """The value of the metric, or None with a warning."""
    value = (logs or {}).get(monitor)
    if value is None:
        text = f"{lead} `{monitor}` which is not available. Available metrics are: {','.join(logs or {})}"
        warnings.warn(text, RuntimeWarning, stacklevel=3)
    return value
