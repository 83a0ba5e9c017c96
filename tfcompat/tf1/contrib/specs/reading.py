"""Expressions read: settings, networks, and the short names brought into a module for a while."""

from __future__ import annotations

import inspect
from typing import Any

from tfcompat.tf1.contrib.specs import params_ops, specs_lib, specs_ops

exec_ = exec


def eval_params(params: str, environment: Any = None) -> dict[str, Any]:
    """The names that statements about settings leave: `eval_params("lr = Lf(1e-4, 1e-1)")`."""
    return _evaluated(params, params_ops, environment)


def eval_spec(spec: str, environment: Any = None) -> dict[str, Any]:
    """The names that statements about a network leave."""
    return _evaluated(spec, specs_ops, environment)


def _evaluated(statements: str, module: Any, environment: Any) -> dict[str, Any]:
    specs_lib.check_keywords(statements)
    names = dict(environment or {})
    exec(statements, vars(module), names)
    return names


def create_net_fun(spec: str, environment: Any = None) -> Any:
    """The function that statements call `net`; ValueError if they do not."""
    net = eval_spec(spec, environment).get("net")
    if net is None:
        raise ValueError(f"spec failed to create 'net': {spec}")
    return net.funcall


def create_net(spec: str, inputs: Any, environment: Any = None) -> Any:
    """What the network makes of some inputs."""
    return create_net_fun(spec, environment)(inputs)


class LocalImport:
    """`with ops:` gives the module that it stands in the short names, and takes them away again."""

    def __init__(self, names: Any) -> None:
        self.names = names if isinstance(names, dict) else vars(names)

    def __enter__(self) -> None:
        frame = inspect.currentframe()
        assert frame is not None and frame.f_back is not None
        self._bindings = frame.f_back.f_globals
        self._old = {key: self._bindings[key] for key in self.names if key in self._bindings}
        self._bindings.update(self.names)

    def __exit__(self, *error: Any) -> None:
        for key in self.names:
            del self._bindings[key]
        self._bindings.update(self._old)


ops = LocalImport(specs_ops)
