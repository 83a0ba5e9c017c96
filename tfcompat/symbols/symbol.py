"""What is known about one TensorFlow 1 name."""

from __future__ import annotations

from typing import NamedTuple

COMPAT, OURS, RENAMED, PACKAGE, GONE = "compat.v1", "ours", "renamed", "package", "gone"


class Symbol(NamedTuple):
    """One dotted name of TensorFlow 1 (without the leading `tf.`) and how it is served today.

    `served` is one of `COMPAT` (TensorFlow's own compat.v1, or tf_keras for Keras names), `OURS` (`tfcompat.tf1`),
    `RENAMED` (an old spelling of `target`), `PACKAGE` (a separately installed package named in `advice`) and `GONE`.
    """

    name: str
    kind: str  # module, class, function, constant, other; "" for a name from before 1.15 that has no entry there
    served: str
    target: str = ""  # a module path, the tf name that an old spelling stands for, or what to install
    was: str = ""  # what a gone name did
    reason: str = ""  # why it is gone
    advice: str = ""  # what to use instead
    arguments: tuple[str, ...] = ()  # argument names; a trailing "=" marks one with a default
