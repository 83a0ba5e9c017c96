"""Writes `tfcompat/backend/new_attributes.json`: the attributes that ops of 1.15 have been given since.

    python3.7 (with TensorFlow 1.15.5) record_new_attributes.py ops.json
    python (with the newest TensorFlow 2) record_new_attributes.py ops.json ../../tfcompat/backend/new_attributes.json

The first call keeps each op's attributes in 1.15; the second compares them with today's. Ops that have the same new
attributes share a row.
"""

import json
import sys


def attributes_of_1_15():
    """Op -> the names of its attributes."""
    import tensorflow  # noqa: F401
    from tensorflow.python.framework import op_def_registry

    return {name: [each.name for each in op.attr] for name, op in op_def_registry.get_registered_ops().items()}


def added_since(old):
    """Names of new attributes, joined -> the ops that have them."""
    import tensorflow  # noqa: F401
    from tensorflow.python.framework import op_def_registry

    rows = {}
    for name in sorted(old):
        op = op_def_registry.get(name)
        new = sorted(each.name for each in op.attr if each.name not in old[name]) if op is not None else []
        if new:
            rows.setdefault(" ".join(new), []).append(name)
    return rows


if __name__ == "__main__":
    if len(sys.argv) == 2:
        with open(sys.argv[1], "w") as file:
            json.dump(attributes_of_1_15(), file)
    else:
        with open(sys.argv[1]) as file:
            added = added_since(json.load(file))
        with open(sys.argv[2], "w") as file:
            json.dump(added, file, indent=1, sort_keys=True)
            file.write("\n")
