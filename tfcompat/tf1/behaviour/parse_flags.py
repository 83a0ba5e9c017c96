"""`FLAGS._parse_flags()`, which scripts of TensorFlow 1.0 to 1.4 call before they list their flags."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from tfcompat.backend.replace import replaces


@replaces("tensorflow.python.platform.flags._FlagValuesWrapper.__getattr__")
def flag_or_parser(original: Callable[..., Any], self: Any, name: str) -> Any:
    """The value of a flag; for `_parse_flags` a function that parses the command line unless that was done."""
    if name != "_parse_flags":
        return original(self, name)

    def parse(args: list[str] | None = None) -> None:
        values = self.__dict__["__wrapped"]
        if args is not None or not values.is_parsed():
            values(sys.argv if args is None else [sys.argv[0], *args])

    return parse
