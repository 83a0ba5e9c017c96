"""`PowerSignOptimizer`: gradients times `base` to the power of whether they agree with their average."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.opt.signed import SignedOptimizer


class PowerSignOptimizer(SignedOptimizer):
    """`tf.contrib.opt.PowerSignOptimizer` of 1.15."""

    _KERNEL, _OWN_NAME = "power_sign", "logbase"

    def __init__(
        self,
        learning_rate: Any = 0.1,
        base: float = math.e,
        beta: Any = 0.9,
        sign_decay_fn: Callable[[Any], Any] | None = None,
        use_locking: bool = False,
        name: str = "PowerSignOptimizer",
    ) -> None:
        super().__init__(learning_rate, beta, sign_decay_fn, use_locking, name)
        self._own = math.log(base)

    def _factor(self, own: Any, decay: Any, agree: Any) -> Any:
        return v1.pow(v1.cast(math.e, agree.dtype), own * decay * agree)
