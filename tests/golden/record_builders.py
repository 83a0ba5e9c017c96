"""Records what every builder of `tests/support/builders` gives under the real TensorFlow 1.15.

Run with a Python 3.7 that has tensorflow==1.15.5: `CUDA_VISIBLE_DEVICES= python tests/golden/record_builders.py
[PART OF A NAME]`. Writes `builders.json`: builder -> {"ops", "variables", "values"}, the values by seed setting; ops
that another setting than the graph's changes are in "other_ops". Recording a part leaves the other builders alone.
"""

import json
import os
import sys
import traceback
from typing import Any, Dict

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "support"))

import tensorflow as tf  # noqa: E402
from builders import BUILDERS, arrays_text, ops_text, play  # noqa: E402


def record(wanted: str = "") -> Dict[str, Any]:
    """The table of all builders whose name contains `wanted`."""
    table = {}
    for name, builder in sorted(BUILDERS.items()):
        if wanted not in name:
            continue
        entry = {"values": {}}  # type: Dict[str, Any]
        for setting in play.settings(builder):
            try:
                played = play.play(tf, builder, setting)
            except Exception:
                traceback.print_exc()
                raise SystemExit("builder %s fails under TensorFlow %s" % (name, tf.__version__)) from None
            if setting == "graph":
                entry["ops"] = ops_text.to_text(played.ops)
                entry["variables"] = " ".join(played.variables)
            elif ops_text.to_text(played.ops) != entry["ops"]:
                entry.setdefault("other_ops", {})[setting] = ops_text.to_text(played.ops)
            entry["values"][setting] = arrays_text.to_text(played.values)
        table[name] = entry
    return table


if __name__ == "__main__":
    path = os.path.join(HERE, "builders.json")
    kept = {}  # type: Dict[str, Any]
    if len(sys.argv) > 1:
        with open(path) as recorded:
            kept = json.load(recorded)
    kept.update(record(*sys.argv[1:]))
    with open(path, "w") as out:
        json.dump(kept, out, indent=0, sort_keys=True)
        out.write("\n")
