"""Makes a function run in TensorFlow 2 when TensorFlow 1 code calls it, and leaves it the same object.

Wrapping would show: libraries read signatures, sources and attributes of their own functions, and compare them. So
only the code object is exchanged, for one with the same arguments, names and place in the source, that hands over to
a twin of the function.
"""

from __future__ import annotations

import functools
import inspect
import warnings
from collections.abc import Callable, Iterator
from types import CodeType, FunctionType
from typing import Any

from tfcompat.backend import graph_mode, mode

_ENTER, _VIEW, _TWIN = "<tfcompat enter>", "<tfcompat view>", "<tfcompat twin>"
_originals: dict[FunctionType, CodeType] = {}


def _nothing() -> None:
    pass


_after: Callable[[], None] = _nothing


def guard(function: FunctionType) -> None:
    """Exchanges the code of `function`; a second time changes nothing. Coroutines are left as they are."""
    code = function.__code__
    if function in _originals or code.co_flags & (inspect.CO_COROUTINE | inspect.CO_ASYNC_GENERATOR):
        return
    twin = FunctionType(code, function.__globals__, function.__name__, None, function.__closure__)
    twin.__qualname__ = function.__qualname__
    _originals[function] = code
    function.__code__ = _trampoline(code, twin)


def release_all() -> None:
    """Gives every function its own code back."""
    for function, code in _originals.items():
        function.__code__ = code
    _originals.clear()


def after_each_call(action: Callable[[], None]) -> None:
    """`action` runs when TensorFlow 1 code gets control back."""
    global _after
    _after = action


def is_trampoline(code: CodeType) -> bool:
    return mode.current_view in code.co_consts


def _enter(function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
    try:
        with graph_mode.as_tf2():
            return function(*args, **kwargs)
    finally:
        _after()


def _iterate(function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Iterator[Any]:
    iterator = function(*args, **kwargs)
    sent: Any = None
    try:
        while True:
            with graph_mode.as_tf2():
                value = iterator.send(sent)
            sent = yield value
    except StopIteration as stop:
        return stop.value
    finally:
        iterator.close()


def _trampoline(code: CodeType, twin: FunctionType) -> CodeType:
    """Code with the arguments of `code` that calls `twin`, through `_enter` if the view is TensorFlow 1's."""
    named = code.co_argcount + code.co_kwonlyargcount
    rest = bool(code.co_flags & inspect.CO_VARARGS) + bool(code.co_flags & inspect.CO_VARKEYWORDS)
    generator = bool(code.co_flags & inspect.CO_GENERATOR)
    template = _template(
        code.co_posonlyargcount,
        code.co_argcount - code.co_posonlyargcount,
        bool(code.co_flags & inspect.CO_VARARGS),
        code.co_kwonlyargcount,
        bool(code.co_flags & inspect.CO_VARKEYWORDS),
        len(code.co_freevars),
        generator,
    )
    arguments = code.co_varnames[: named + rest]
    names: dict[Any, Any] = dict(zip(template.co_varnames, arguments, strict=True))
    names |= {_ENTER: _iterate if generator else _enter, _VIEW: mode.current_view, _TWIN: twin}
    return template.replace(
        co_varnames=arguments,
        co_freevars=code.co_freevars,
        co_consts=tuple(_renamed(each, names) for each in template.co_consts),
        co_name=code.co_name,
        co_filename=code.co_filename,
        co_firstlineno=code.co_firstlineno,
    )


def _renamed(constant: Any, names: dict[Any, Any]) -> Any:
    if isinstance(constant, tuple):
        return tuple(_renamed(each, names) for each in constant)
    return names.get(constant, constant) if isinstance(constant, str) else constant


@functools.cache
def _template(
    positional_only: int, positional: int, rest: bool, keyword_only: int, keywords: bool, free: int, generator: bool
) -> CodeType:
    """The compiled trampoline for one shape of argument list and number of free variables."""
    first = [f"p{i}" for i in range(positional_only)]
    usual = [f"a{i}" for i in range(positional)]
    last = [f"k{i}" for i in range(keyword_only)]
    cells = [f"f{i}" for i in range(free)]
    star = ["*args"] if rest else ["*"] if last else []
    signature = first + (["/"] if first else []) + usual + star + last + (["**kwargs"] if keywords else [])
    passed = first + usual + ["*args"] * rest + [f"{name}={name}" for name in last] + ["**kwargs"] * keywords
    call, enter = f"{_TWIN!r}({', '.join(passed)})", f"{_ENTER!r}({', '.join([repr(_TWIN), *passed])})"
    verb = "return (yield from {})" if generator else "return {}"
    lines = [
        "def outer():",
        *(f"  {cell} = None" for cell in cells),
        f"  def trampoline({', '.join(signature)}):",
        f"    if {_VIEW!r}.tf1: {verb.format(enter)}",
        f"    {verb.format(call)}",
        *([f"    {', '.join(cells)}"] if cells else []),
    ]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)  # a string is not callable; it is exchanged for what is
        compiled = compile("\n".join(lines), "<tfcompat>", "exec")
    outer = next(each for each in compiled.co_consts if isinstance(each, CodeType))
    return next(each for each in outer.co_consts if isinstance(each, CodeType))
