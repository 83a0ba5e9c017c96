"""The sentence that an `AttributeError` of the TF1 view carries."""

from __future__ import annotations

from tfcompat.symbols import vocabulary
from tfcompat.symbols.lookup import lookup, nearest
from tfcompat.symbols.symbol import GONE, OURS, PACKAGE, RENAMED


def explain_missing(dotted_name: str) -> str:
    """One or two sentences on a name that could not be served: what it was, why it is gone, what to use."""
    plain = vocabulary.plain(dotted_name)
    symbol = lookup(plain)
    if symbol is None:
        return _unknown(plain)
    if symbol.served in (GONE, PACKAGE):
        return f"tf.{plain} ({symbol.was}) is gone: {symbol.reason}. Instead: {symbol.advice}."
    if symbol.served == RENAMED:
        return f"tf.{plain} is the old name of {symbol.target}, which this TensorFlow does not have."
    if symbol.served == OURS:
        return f"tf.{plain} is served by {symbol.target}, which could not be loaded."
    return f"TensorFlow 1.15 has tf.{plain}, but {symbol.target} is not in what is installed; run tfcompat doctor."


def _unknown(plain: str) -> str:
    """The sentence for a name that 1.15 does not have."""
    if plain.startswith(("python.", "core.", "tools.")):
        return f"This TensorFlow has no tensorflow.{plain}, and tfcompat knows no new place for it."
    close = " or ".join(f"tf.{each}" for each in nearest(plain))
    hint = f"did you mean {close}?" if close else "no public name is like it."
    return f"TensorFlow 1.15 has no tf.{plain}; {hint}"
