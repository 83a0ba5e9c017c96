"""What callbacks share that watch one metric: its value, and whether it is to fall or to rise."""

from __future__ import annotations

import warnings
from typing import Any

import numpy as np

# What the user called a metric, which is its name since Keras 2.3, and its function's name, which was it before.
_NAMES = {
    "acc": "accuracy",
    "cosine": "cosine_proximity",
    "mae": "mean_absolute_error",
    "mape": "mean_absolute_percentage_error",
    "mse": "mean_squared_error",
    "msle": "mean_squared_logarithmic_error",
}


class Logs(dict[str, Any]):
    """What was logged, by name. A metric is there by the name that Keras before 2.3 gave it, too: `acc`, `val_acc`,
    `val_mean_absolute_error`.

    It is pickled as a plain dictionary.
    """

    def __missing__(self, name: str) -> Any:
        for pair in _NAMES.items():
            for known, other in (pair, pair[::-1]):
                found = name.removesuffix(known) + other
                if name.endswith(known) and found in self:
                    return self[found]
        raise KeyError(name)

    def __reduce__(self) -> tuple[Any, ...]:
        return dict, (dict(self),)

    def find(self, name: str) -> Any:
        """The value, or None."""
        try:
            return self[name]
        except KeyError:
            return None


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
    value = Logs(logs or {}).find(monitor)
    if value is None:
        text = f"{lead} `{monitor}` which is not available. Available metrics are: {','.join(logs or {})}"
        warnings.warn(text, RuntimeWarning, stacklevel=3)
    return value
