"""The short names of an expression: `Cx` is a convolution, `Fs` a fully connected layer with a sigmoid, and so on."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib import layers
from tfcompat.tf1.contrib.specs import specs_lib

_layers: Any = layers
External, Import, Fun, debug = specs_lib.External, specs_lib.Import, specs_lib.Function, specs_lib.debug


class Idx(specs_lib.Composable):
    """What comes in."""

    def funcall(self, x: Any) -> Any:
        return x


class Conc(specs_lib.Composable):
    """What several functions give, concatenated along a dimension."""

    def __init__(self, dim: int, *args: Any) -> None:
        self.dim = dim
        self.funs = args

    def funcall(self, x: Any) -> Any:
        return v1.concat([f.funcall(x) for f in self.funs], self.dim)


Print = Fun(v1.Print)
Id = Fun(v1.identity)

# Convolutions and fully connected layers: x as they are, then sigmoid, tanh, relu, softmax, linear.
Cx = Fun(_layers.conv2d)
Cs = Fun(_layers.conv2d, activation_fn=v1.sigmoid)
Ct = Fun(_layers.conv2d, activation_fn=v1.tanh)
Cr = Fun(_layers.conv2d, activation_fn=v1.nn.relu)
Cm = Fun(_layers.conv2d, activation_fn=v1.nn.softmax)
Cl = Fun(_layers.conv2d, activation_fn=None)
Fx = Fun(_layers.fully_connected)
Fs = Fun(_layers.fully_connected, activation_fn=v1.sigmoid)
Ft = Fun(_layers.fully_connected, activation_fn=v1.tanh)
Fr = Fun(_layers.fully_connected, activation_fn=v1.nn.relu)
Fm = Fun(_layers.fully_connected, activation_fn=v1.nn.softmax)
Fl = Fun(_layers.fully_connected, activation_fn=None)

Mp = Fun(_layers.max_pool2d)
Ap = Fun(_layers.avg_pool2d)
Do = Fun(_layers.dropout)
Bn = Fun(_layers.batch_norm)
Lrn = Fun(v1.nn.local_response_normalization)
Unit = Fun(_layers.unit_norm)
Flat = Fun(_layers.flatten)
Reshape = Fun(v1.reshape)
Transpose = Fun(v1.transpose)
Squeeze = Fun(v1.squeeze)
Expand = Fun(v1.expand_dims)
Relu = Fun(v1.nn.relu)
Sig = Fun(v1.sigmoid)
Tanh = Fun(v1.tanh)
Smax = Fun(v1.nn.softmax)


def Dws(n: int) -> specs_lib.Function:
    """A sigmoid layer on the channels of each pixel."""
    return Cs(n, [1, 1])


def Dwm(n: int) -> specs_lib.Function:
    """A softmax layer on the channels of each pixel."""
    return Cm(n, [1, 1])


def Var(name: str, *args: Any, **kw: Any) -> specs_lib.Callable:
    """A variable, whatever comes in."""
    return specs_lib.Callable(lambda _: v1.get_variable(name, *args, **kw))


class Shared(specs_lib.Composable):
    """A function with the same variables wherever it is used.

    Raises:
      ValueError: `scope` is no variable scope, or `name` is given too.
    """

    shared_number = 1

    def __init__(self, subnet: Any, name: str | None = None, scope: Any = None) -> None:
        if scope is not None and not isinstance(scope, v1.VariableScope):
            raise ValueError("scope must be None or a VariableScope")
        if name is not None and not isinstance(name, str):
            raise ValueError("name must be None or a string")
        if scope is not None and name is not None:
            raise ValueError("cannot provide both a name and a scope")
        if name is None:
            name = f"Shared_{Shared.shared_number}"
            Shared.shared_number += 1
        self.subnet, self.name, self.scope = subnet, name, scope

    def funcall(self, x: Any) -> Any:
        if self.scope is not None:
            with v1.variable_scope(self.scope, values=[x], reuse=True):
                return self.subnet.funcall(x)
        with v1.variable_scope(self.name, values=[x]) as scope:
            self.scope = scope
            return self.subnet.funcall(x)
