"""Which rule a use of a TensorFlow 1 name falls under, and the sentence on it."""

from __future__ import annotations

import functools

from tfcompat.rewrite import targets
from tfcompat.rewrite.module import known
from tfcompat.symbols import tensorflow_2
from tfcompat.symbols.symbol import GONE, PACKAGE, RENAMED

V1_NAME, CONTRIB, EXAMPLES, ESTIMATOR = "v1-name", "contrib", "examples", "estimator"
OLD_NAME, GONE_NAME, DEEP = "old-name", "gone-name", "deep-import"
_BY_TOP = {"contrib": CONTRIB, "examples": EXAMPLES, "models": EXAMPLES, "estimator": ESTIMATOR}
_DEEP = ("python", "core", "tools")


@functools.cache
def rule_of(plain: str) -> str | None:
    """The rule for a plain name, or None for one that plain TensorFlow 2 has as well."""
    top = plain.partition(".")[0]
    if top in _DEEP:
        return None
    symbol = known(plain)
    if symbol is None:
        return (CONTRIB if targets.target(plain) else GONE_NAME) if top == "contrib" else None
    if symbol.served in (GONE, PACKAGE):
        return GONE_NAME if top == "contrib" or tensorflow_2.lacks(plain) or not symbol.kind else None
    if top in _BY_TOP and tensorflow_2.lacks(plain) | (not symbol.kind):
        return _BY_TOP[top]
    if symbol.served == RENAMED:
        return OLD_NAME
    if not tensorflow_2.lacks(plain) and symbol.kind:
        return None
    return OLD_NAME if tensorflow_2.v1_lacks(plain) else V1_NAME


@functools.cache
def why(plain: str) -> str:
    """What has become of the name, in one sentence."""
    symbol = known(plain)
    found = targets.target(plain)
    if found is None:
        if symbol is None or not symbol.reason:
            return "tfcompat knows nothing that stands for it"
        was = f"{symbol.was}; " if symbol.was else ""
        return f"{was}{symbol.reason}; instead: {symbol.advice}"
    rule = rule_of(plain)
    if rule == V1_NAME:
        return "TensorFlow 2 keeps it under tf.compat.v1 alone"
    if rule == ESTIMATOR:
        return "TensorFlow removed tf.estimator in 2.16; tfcompat goes on with it"
    if rule == EXAMPLES:
        return "TensorFlow 2 does not ship its tutorials' code; tfcompat does"
    if rule == CONTRIB:
        kept = "TensorFlow kept this one under another name" if found.is_v1 else "tfcompat serves it"
        return f"TensorFlow 2.0 removed tf.contrib; {kept}"
    return (
        "the spelling of an older TensorFlow 1" if found.is_v1 else "TensorFlow 2 has nothing of the kind; tfcompat has"
    )


@functools.cache
def replacement(plain: str) -> str:
    """How the name is spelled after `upgrade`, with `tf` for compat.v1; empty for a name that is gone."""
    found = targets.target(plain)
    if found is None:
        return ""
    if found.is_v1:
        return f"tf.compat.v1.{found.plain}" if found.plain else "tensorflow.compat.v1"
    return f"{targets.TF1}.{found.plain}"
