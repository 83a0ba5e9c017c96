"""`AddSignOptimizer`: gradients times `alpha` plus whether they agree with their average."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.tf1.contrib.opt.signed import SignedOptimizer


class AddSignOptimizer(SignedOptimizer):
    """`tf.contrib.opt.AddSignOptimizer` of 1.15."""

    _KERNEL, _OWN_NAME = "add_sign", "alpha"

    def __init__(
        self,
        learning_rate: Any = 0.1,
        alpha: Any = 1.0,
        beta: Any = 0.9,
        sign_decay_fn: Callable[[Any], Any] | None = None,
        use_locking: bool = False,
        name: str = "AddSignOptimizer",
    ) -> None:
        super().__init__(learning_rate, beta, sign_decay_fn, use_locking, name)
        self._own = alpha

    def _factor(self, own: Any, decay: Any, agree: Any) -> Any:
        return own + decay * agree
