"""Stands for `tensorflow.python.tpu.session_support`: hooks that end the worker processes of a TPU.

`TPUEstimator` makes them for a TPU and an environment variable only.
"""

from __future__ import annotations

from typing import Any, NoReturn

_NO_TPU = "{name} ends the worker processes of a TPU; TensorFlow 2 dropped it together with TPUs in sessions"


def __getattr__(name: str) -> Any:
    if name.startswith("_"):
        raise AttributeError(name)

    def refuse(*args: Any, **kwargs: Any) -> NoReturn:
        raise NotImplementedError(_NO_TPU.format(name=name))

    return refuse
