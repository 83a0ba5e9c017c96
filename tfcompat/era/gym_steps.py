"""`gym` where gymnasium is installed: `reset()` gives an observation, `step()` four values. The door to gymnasium.

Source: gym 0.7 to 0.21. What is not here is gymnasium's.
"""

from __future__ import annotations

import functools
import importlib
import re
import warnings
from typing import Any


@functools.cache
def _old_steps() -> type:
    gymnasium: Any = importlib.import_module("gymnasium")

    class OldSteps(gymnasium.Wrapper):
        """An environment as code of that time calls it."""

        _seed: int | None = None

        def seed(self, seed: int | None = None) -> list[int | None]:
            """The next `reset` starts from this seed."""
            self._seed = seed
            self.action_space.seed(seed)
            return [seed]

        def reset(self, **options: Any) -> Any:
            """The first observation of an episode."""
            seed, self._seed = self._seed, None
            return self.env.reset(**{"seed": seed, **options})[0]

        def step(self, action: Any) -> tuple[Any, Any, bool, dict[str, Any]]:
            """Observation, reward, whether the episode is over, and what else there is to know."""
            observation, reward, terminated, truncated, info = self.env.step(action)
            if truncated:
                info = {**info, "TimeLimit.truncated": not terminated}
            return observation, reward, bool(terminated or truncated), info

        def render(self, mode: str = "human", **options: Any) -> Any:
            """An array for `rgb_array`, a text for `ansi`; a window is not opened."""
            if mode == "human":
                return None
            inner = self.env.unwrapped
            inner.render_mode = mode
            return inner.render()

    return OldSteps


def make(id: str, **options: Any) -> Any:
    """The environment, in its newest version if the one that is named is no more."""
    gymnasium: Any = importlib.import_module("gymnasium")
    errors = gymnasium.error.DeprecatedEnv, gymnasium.error.VersionNotFound
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        try:
            made = gymnasium.make(id, **options)
        except errors:
            newest = _newest(id, gymnasium.registry)
            if newest is None:
                raise
            made = gymnasium.make(newest, **options)
            warnings.warn(f"{id} is no more; this is {newest}", UserWarning, stacklevel=2)
    return _old_steps()(made)


def _newest(id: str, registered: Any) -> str | None:
    name = re.sub(r"-v\d+$", "", id)
    found = [each for each in registered if re.fullmatch(rf"{re.escape(name)}-v\d+", each)]
    return max(found, key=lambda each: int(each.rpartition("-v")[2]), default=None)
