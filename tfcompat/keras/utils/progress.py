"""`keras.utils.Progbar` of 2.3.1."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from typing import Any

import numpy as np


def tell(text: str) -> None:
    """Says something where Keras said it: on standard output."""
    sys.stdout.write(text + "\n")


class Progbar:
    """A line that shows how far something is.

    Args:
      target: how many steps there are, or None.
      verbose: 1 draws a bar, 2 writes one line at the end, 0 nothing.
      interval: seconds that pass at least between two drawings.
      stateful_metrics: values that are shown as they are; others are averaged over the steps.
    """

    def __init__(
        self,
        target: int | None,
        width: int = 30,
        verbose: int = 1,
        interval: float = 0.05,
        stateful_metrics: Iterable[str] | None = None,
    ) -> None:
        self.target = target
        self.width = width
        self.verbose = verbose
        self.interval = interval
        self.stateful_metrics = set(stateful_metrics or ())
        self._dynamic_display = sys.stdout.isatty() if hasattr(sys.stdout, "isatty") else False
        self._dynamic_display = self._dynamic_display or "ipykernel" in sys.modules
        self._total_width = 0
        self._seen_so_far = 0
        self._values: dict[str, tuple[Any, Any]] = {}
        self._start = time.time()
        self._last_update = 0.0

    def update(self, current: int, values: Iterable[tuple[str, Any]] | None = None) -> None:
        """Shows that `current` steps are done, with these values of the last ones."""
        steps = current - self._seen_so_far
        for name, value in values or ():
            if name in self.stateful_metrics:
                self._values[name] = value, 1
            else:
                total, count = self._values.get(name, (0, 0))
                self._values[name] = total + value * steps, count + steps
        self._seen_so_far = current
        done = self.target is None or current >= self.target
        now = time.time()
        if self.verbose == 2 and done:
            sys.stdout.write(f" - {now - self._start:.0f}s{self._metrics(signed=True)}\n")
            sys.stdout.flush()
        elif self.verbose == 1 and not (now - self._last_update < self.interval and self.target and not done):
            self._draw(current, now)
            self._last_update = now

    def add(self, n: int, values: Any = None) -> None:
        self.update(self._seen_so_far + n, values)

    def _draw(self, current: int, now: float) -> None:
        before = self._total_width
        sys.stdout.write("\b" * before + "\r" if self._dynamic_display else "\n")
        text = self._bar(current) + self._time(current, now) + self._metrics(signed=False)
        self._total_width = len(text)
        ended = self.target is not None and current >= self.target
        sys.stdout.write(text.ljust(before) + ("\n" if ended else ""))
        sys.stdout.flush()

    def _bar(self, current: int) -> str:
        if self.target is None:
            return f"{current:7d}/Unknown"
        filled = int(self.width * (float(current) / self.target))
        head = "" if filled <= 0 else "=" * (filled - 1) + (">" if current < self.target else "=")
        return f"{current:{len(str(self.target))}d}/{self.target} [{head}{'.' * (self.width - filled)}]"

    def _time(self, current: int, now: float) -> str:
        each = (now - self._start) / current if current else 0
        if self.target is not None and current < self.target:
            left = int(each * (self.target - current))
            if left > 3600:
                return f" - ETA: {left // 3600}:{left % 3600 // 60:02d}:{left % 60:02d}"
            return f" - ETA: {left // 60}:{left % 60:02d}" if left > 60 else f" - ETA: {left}s"
        for factor, unit in ((1, "s"), (1e3, "ms"), (1e6, "us")):
            if each * factor >= 1 or unit == "us":
                return f" - {now - self._start:.0f}s {each * factor:.0f}{unit}/step"
        raise AssertionError("the last unit serves for everything")

    def _metrics(self, signed: bool) -> str:
        """Each value with four digits; scientific where it, or unless `signed` its size, is at most 0.001."""
        shown = ""
        for name, (total, count) in self._values.items():
            mean = np.mean(total / max(1, count))
            size = mean if signed else abs(mean)
            shown += f" - {name}: {mean:.4f}" if size > 0.001 else f" - {name}: {mean:.4e}"
        return shown
