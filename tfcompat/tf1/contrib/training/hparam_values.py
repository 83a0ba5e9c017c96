"""`parse_values`: `'size=3,rates=[0.1,0.2],names[1]=x'` to a dictionary; and which values an HParams may take."""

from __future__ import annotations

import numbers
import re
from collections.abc import Callable, Mapping
from typing import Any, NoReturn

_CLAUSE = re.compile(
    r"""(?P<name>[a-zA-Z][\w.]*)
        (?:\[\s*(?P<index>\d+)\s*\])?
        \s*=\s*
        (?:(?P<val>[^,\[]*) | \[(?P<vals>[^\]]*)\])
        (?:$|,\s*)""",
    re.VERBOSE,
)
_BOOLEANS = {"true": True, "True": True, "false": False, "False": False}


def parse_values(values: str, type_map: Mapping[str, Any], ignore_unknown: bool = False) -> dict[str, Any]:
    """`tf.contrib.training.parse_values` of 1.15: name -> scalar, list, or dictionary of index to scalar.

    Raises:
      ValueError: `values` is malformed, assigns a name twice, has a value that its type in `type_map` refuses, or
        (unless `ignore_unknown`) a name without a type.
    """
    results: dict[str, Any] = {}
    at = 0
    while at < len(values):
        clause = _CLAUSE.match(values, at)
        if clause is None:
            raise ValueError(f"Malformed hyperparameter value: {values[at:]}")
        at = clause.end()
        name = clause["name"]
        if name not in type_map:
            if ignore_unknown:
                continue
            raise ValueError(f"Unknown hyperparameter type for {name}")
        _enter(results, clause, type_map[name], values)
    return results


def cast(name: str, wanted: Any, value: Any) -> Any:
    """`value` as a `wanted`; what would change its meaning (a string to a number, a fraction to an integer) is refused.

    Raises:
      ValueError: `value` does not fit the type.
    """
    if type(value) is wanted or issubclass(wanted, type(None)):
        return value
    refused = (
        (issubclass(wanted, (str, bytes)) and not isinstance(value, (str, bytes)))
        or issubclass(wanted, bool) != isinstance(value, bool)
        or (issubclass(wanted, numbers.Integral) and not isinstance(value, numbers.Integral))
        or (issubclass(wanted, numbers.Number) and not isinstance(value, numbers.Number))
    )
    if refused:
        raise ValueError(f"Could not cast hparam '{name}' of type '{wanted}' from value {value!r}")
    return wanted(value)


def _enter(results: dict[str, Any], clause: re.Match[str], wanted: Any, values: str) -> None:
    """Puts what one clause assigns into the results."""
    name, index = clause["name"], clause["index"]
    parse = _boolean if wanted is bool else wanted
    if clause["val"] is None:
        if index is not None:
            raise ValueError("Assignment of a list to a list index.")
        parts = [part for part in re.split("[ ,]", clause["vals"]) if part]
        if name in results:
            _twice(name, values)
        results[name] = _parsed(lambda: [parse(part) for part in parts], name, wanted, clause["vals"], values)
        return
    value = _parsed(lambda: parse(clause["val"]), name, wanted, clause["val"], values)
    if index is None:
        if name in results:
            _twice(name, values)
        results[name] = value
        return
    known = results.setdefault(name, {})
    if not isinstance(known, dict):
        _twice(name, values)
    if int(index) in known:
        _twice(f"{name}[{int(index)}]", values)
    known[int(index)] = value


def _parsed(parse: Callable[[], Any], name: str, wanted: Any, value: str, values: str) -> Any:
    try:
        return parse()
    except ValueError:
        raise ValueError(
            f"Could not parse hparam '{name}' of type '{wanted.__name__}' with value '{value}' in {values}"
        ) from None


def _boolean(value: str) -> bool:
    return _BOOLEANS[value] if value in _BOOLEANS else bool(int(value))


def _twice(name: str, values: str) -> NoReturn:
    raise ValueError(f"Multiple assignments to variable '{name}' in {values}")
