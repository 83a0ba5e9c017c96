"""gym's old signature on gymnasium, of which a small likeness stands in here."""

import importlib
import sys
import types

import pytest

from tfcompat.era import gym_steps, modules


class Deprecated(Exception):
    pass


class Environment:
    """Three steps; the second one is worth 2, and after the third time is up."""

    def __init__(self, id):
        self.id, self.unwrapped, self.action_space = id, self, types.SimpleNamespace(seed=lambda seed: None)

    def reset(self, seed=None):
        self.count, self.start = 0, seed
        return (seed, 0), {}

    def step(self, action):
        self.count += 1
        return (self.start, self.count), float(self.count), False, self.count == 3, {"action": action}

    def render(self):
        return f"{self.render_mode} {self.id}"


class Wrapper:
    def __init__(self, env):
        self.env, self.action_space = env, env.action_space


def make(id):
    if id not in registry:
        raise Deprecated(id)
    return Environment(id)


registry = {"CartPole-v0": 1, "FrozenLake-v1": 1, "FrozenLake-v11": 1, "FrozenLake8x8-v12": 1}


@pytest.fixture
def gym(monkeypatch):
    gymnasium = types.ModuleType("gymnasium")
    gymnasium.Wrapper, gymnasium.make, gymnasium.registry, gymnasium.Space = Wrapper, make, registry, "a space"
    gymnasium.error = types.SimpleNamespace(DeprecatedEnv=Deprecated, VersionNotFound=Deprecated)
    gymnasium.__spec__ = importlib.machinery.ModuleSpec("gymnasium", None)
    monkeypatch.setitem(sys.modules, "gymnasium", gymnasium)
    modules.install()
    gym_steps._old_steps.cache_clear()
    yield importlib.import_module("gym")
    del sys.modules["gym"]
    gym_steps._old_steps.cache_clear()


def test_an_episode(gym):
    env = gym.make("CartPole-v0")
    assert env.seed(7) == [7]
    assert env.reset() == (7, 0) and env.step(1) == ((7, 1), 1.0, False, {"action": 1})
    assert env.step(0)[1] == 2.0
    assert env.step(0) == ((7, 3), 3.0, True, {"action": 0, "TimeLimit.truncated": True})
    assert env.reset() == (None, 0)
    assert env.render() is None and env.render(mode="ansi") == "ansi CartPole-v0"


def test_a_version_that_is_no_more(gym):
    with pytest.warns(UserWarning, match="FrozenLake-v0 is no more; this is FrozenLake-v11"):
        assert gym.make("FrozenLake-v0").env.id == "FrozenLake-v11"
    with pytest.raises(Deprecated):
        gym.make("Pong-v0")


def test_the_rest_is_gymnasiums(gym):
    assert gym.Space == "a space"


def test_without_gymnasium_there_is_no_gym(monkeypatch):
    monkeypatch.setitem(sys.modules, "gymnasium", None)
    monkeypatch.delitem(sys.modules, "gym", raising=False)
    assert modules._finder.find_spec("gym") is None
