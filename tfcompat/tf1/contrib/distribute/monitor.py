"""`tf.contrib.distribute.Monitor`: runs a `Step` again and again."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1


class Monitor:
    """Runs `step_callable`, in graph mode with a session, whose variables it initializes.

    Raises:
      ValueError: a session in eager mode, or none in graph mode.
    """

    def __init__(self, step_callable: Any, session: Any = None) -> None:
        if v1.executing_eagerly() != (session is None):
            wanted = "no `session`, since nothing runs in one in eager mode" if session else "a `session` in graph mode"
            raise ValueError(f"Monitor expects {wanted}; got session={session}")
        self._run_step = step_callable
        if session is not None:
            session.run(step_callable.initialize())
            self._run_step = session.make_callable(step_callable())
            session.run(v1.global_variables_initializer())

    def run_steps(self, num_steps: int | None = None) -> None:
        """Runs so many steps, or all until the data ends."""
        step = 0
        while num_steps is None or step < num_steps:
            try:
                self._run_step()
            except v1.errors.OutOfRangeError:
                break
            step += 1
