"""Writes `tfcompat/symbols/tf_2.json`: which names and arguments of TensorFlow 1.15 plain TensorFlow 2 lacks.

Run with TensorFlow 2, from the repository root; `--merge` keeps what another TensorFlow 2 has said before:

    python tests/golden/record_tensorflow_2.py [--merge]

`absent`: names of 1.15 that `tensorflow` lacks, in every TensorFlow asked. `v1_lacks`: names of 1.15 that
`tensorflow.compat.v1` (with Keras 2) lacks, in any of them. `arguments`: argument names that a function of the same
name no longer takes, in every one. `new`: names of `tensorflow` that `tensorflow.compat.v1` does not have.
A name stands for all below it. Names of Keras count as present if Keras 2 or Keras 3 has them.
"""

import argparse
import importlib
import inspect
import json
import os
import sys
from pathlib import Path

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["TF_USE_LEGACY_KERAS"] = "1"

import tensorflow as tf  # noqa: E402

from tfcompat.symbols import vocabulary  # noqa: E402

TARGET = Path("tfcompat/symbols/tf_2.json")
KERAS_3 = importlib.import_module("keras._tf_keras.keras")


def has(roots, path):
    """The object at a dotted path below the first root that has it, or None."""
    for root in roots:
        value = root
        try:
            for part in path.split("."):
                value = getattr(value, part)
        except Exception:  # lazy modules have an error for each reason to be absent
            continue
        return (value,)
    return None


def roots_for(name, top):
    return [(top, name)] + ([(KERAS_3, name[len("keras.") :])] if name.startswith("keras.") else [])


def found(name, top):
    for root, path in roots_for(name, top):
        value = has([root], path)
        if value is not None:
            return value
    return None


def topmost(names):
    kept = set(names)
    return sorted(name for name in kept if not any(name.startswith(f"{other}.") for other in above(name) & kept))


def above(name):
    parts = name.split(".")
    return {".".join(parts[:end]) for end in range(1, len(parts))}


def dropped(name, value):
    """The argument names of 1.15 that the function no longer takes."""
    _, arguments = vocabulary.entry(name)
    try:
        parameters = inspect.signature(value).parameters
    except (TypeError, ValueError):
        return []
    if any(each.kind is each.VAR_KEYWORD for each in parameters.values()):
        return []
    return [each.rstrip("=") for each in arguments if each.rstrip("=") not in parameters and not each.startswith("*")]


def new_names():
    """Names of `tensorflow` that `tensorflow.compat.v1` lacks, without Keras and compat."""
    names = []
    pending = [("", tf, tf.compat.v1)]
    while pending:
        path, ours, theirs = pending.pop()
        for each in dir(ours):
            dotted = f"{path}.{each}" if path else each
            if each.startswith("_") or dotted in ("compat", "keras", "initializers", "losses", "metrics", "optimizers"):
                continue
            value = getattr(ours, each, None)
            if not hasattr(theirs, each):
                names.append(dotted)
            elif inspect.ismodule(value) and value.__name__.startswith("tensorflow._api.v2"):
                pending.append((dotted, value, getattr(theirs, each)))
    return names


def record():
    names = [name for name in vocabulary.names() if not name.startswith(("contrib.", "compat.", "pywrap_tensorflow."))]
    absent = topmost(name for name in names if found(name, tf) is None)
    lacks = topmost(name for name in names if found(name, tf.compat.v1) is None)
    arguments = {}
    for name in names:
        value = found(name, tf)
        if value is not None and callable(value[0]) and not name.startswith("keras."):
            gone = dropped(name, value[0])
            if gone:
                arguments[name] = " ".join(gone)
    return {"absent": absent, "arguments": arguments, "new": topmost(new_names()), "v1_lacks": lacks}


def merged(before, now):
    arguments = {
        name: " ".join(each for each in names.split() if each in before["arguments"].get(name, "").split())
        for name, names in now["arguments"].items()
    }
    return {
        "absent": sorted(set(before["absent"]) & set(now["absent"])),
        "arguments": {name: names for name, names in arguments.items() if names},
        "new": sorted(set(before["new"]) | set(now["new"])),
        "v1_lacks": topmost(set(before["v1_lacks"]) | set(now["v1_lacks"])),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--merge", action="store_true")
    chosen = parser.parse_args()
    rows = record()
    if chosen.merge and TARGET.exists():
        rows = merged(json.loads(TARGET.read_text()), rows)
    TARGET.write_text(json.dumps(rows, indent=0, sort_keys=True) + "\n")
    print(tf.__version__, {key: len(value) for key, value in rows.items()}, file=sys.stderr)


if __name__ == "__main__":
    main()
