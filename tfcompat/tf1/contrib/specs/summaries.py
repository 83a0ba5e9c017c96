"""What a network is made of: its operations in short, and its parameters."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.specs.reading import create_net

SHORT_NAMES_SRC = "BiasAdd biasadd Const _ Conv2D conv MatMul dot Placeholder _ Sigmoid sig Variable var".split()
SHORT_NAMES = dict(zip(SHORT_NAMES_SRC[::2], SHORT_NAMES_SRC[1::2], strict=True))
Printer = Callable[[str], Any]


def _line(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def _op_and_shape(x: Any, unknown: Any) -> tuple[Any, Any]:
    return (x.op, x.get_shape().as_list()) if isinstance(x, v1.Tensor) else (x, unknown)


def _is_cut_short(op: Any) -> bool:
    return "/HorizontalLstm/" in op.name


def tf_structure(x: Any, include_shapes: bool = False, finished: set[Any] | None = None) -> str:
    """The operations that lead to a tensor, inputs first; what came before is `<>`."""
    finished = set() if finished is None else finished
    op, shape = _op_and_shape(x, [])
    if op in finished:
        return " <>"
    finished.add(op)
    text = ""
    if not _is_cut_short(op):
        text = "".join(tf_structure(each, include_shapes, finished) for each in op.inputs)
    if include_shapes:
        text += f" {shape}"
    return text if op.type == "Identity" else f"{text} {SHORT_NAMES.get(op.type, op.type.lower())}"


def tf_print(x: Any, depth: int = 0, finished: set[Any] | None = None, printer: Printer = _line) -> None:
    """The same as a tree, a line for each operation."""
    finished = set() if finished is None else finished
    op, shape = _op_and_shape(x, "")
    if op.type == "Identity":
        op = op.inputs[0].op
    if op in finished:
        printer(f"{'  ' * depth}<{op.name}> {op.type} {shape}")
        return
    finished.add(op)
    printer(f"{'  ' * depth}{op.name} {op.type} {shape}")
    if not _is_cut_short(op):
        for each in op.inputs:
            tf_print(each, depth + 1, finished, printer=printer)


def tf_num_params(x: Any) -> int:
    """How many numbers are in the variables that a tensor depends on."""
    op = x.op if isinstance(x, v1.Tensor) else x
    if op.type in ("Variable", "VariableV2"):
        return int(op.outputs[0].get_shape().num_elements())
    return sum(tf_num_params(each) for each in op.inputs)


def tf_left_split(op: Any) -> tuple[Any, Any]:
    """An operation's first input, and the others."""
    if not op.inputs:
        return None, []
    first = 1 if op.type == "Concat" else 0
    return op.inputs[first], op.inputs[first + 1 :]


def tf_parameter_iter(x: Any) -> Iterator[tuple[str, int, Any]]:
    """From a tensor back along first inputs: each operation's name, its own parameters, and its shape."""
    while x is not None:
        op, shape = _op_and_shape(x, "")
        x, others = tf_left_split(op)
        yield op.name, sum(tf_num_params(each) for each in others), shape


def _by_layer(rows: Iterable[tuple[str, int, Any]]) -> Iterator[tuple[str, int, Any]]:
    """Rows of one name scope as one, with the shape of the first."""
    last: tuple[str, int, Any] | None = None
    for name, total, shape in rows:
        name = re.sub(r"/.*", "", name)
        if last is not None and name == last[0]:
            last = name, last[1] + total, last[2]
            continue
        if last is not None:
            yield last
        last = name, total, shape
    if last is not None:
        yield last


def tf_parameter_summary(x: Any, printer: Printer = _line, combine: bool = True) -> None:
    """A line for each layer (or operation): parameters, name, shape."""
    rows = tf_parameter_iter(x)
    for name, total, shape in reversed(list(_by_layer(rows) if combine else rows)):
        printer(f"{total:10d} {name:<20s} {shape}")


def _net(spec: str, inputs: Any, shape: Any, dtype: Any) -> Any:
    return create_net(spec, v1.placeholder(dtype, shape) if inputs is None else inputs)


def tf_spec_structure(spec: str, inputs: Any = None, input_shape: Any = None, input_type: Any = v1.float32) -> str:
    """`tf_structure` of an expression's network."""
    return tf_structure(_net(spec, inputs, input_shape, input_type)).strip()


def tf_spec_summary(spec: str, inputs: Any = None, input_shape: Any = None, input_type: Any = v1.float32) -> None:
    """`tf_parameter_summary` of an expression's network."""
    tf_parameter_summary(_net(spec, inputs, input_shape, input_type))


def tf_spec_print(spec: str, inputs: Any = None, input_shape: Any = None, input_type: Any = v1.float32) -> None:
    """`tf_print` of an expression's network."""
    tf_print(_net(spec, inputs, input_shape, input_type))
