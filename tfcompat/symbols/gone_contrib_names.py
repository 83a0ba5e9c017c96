"""Single names of `tf.contrib` that cannot be served, in modules that otherwise are: name -> was, why, instead."""

from __future__ import annotations

NAMES: dict[str, tuple[str, str, str]] = {}
