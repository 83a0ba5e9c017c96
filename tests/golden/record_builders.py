"""Records what every builder of `tests/support/builders` gives under the real TensorFlow 1.15.

Run with a Python 3.7 that has tensorflow==1.15.5: `CUDA_VISIBLE_DEVICES= python tests/golden/record_builders.py`.
Writes `builders.json`: builder -> {"ops", "variables", "values"}; ops and values are listed by seed setting only where
they differ from those under the graph seed. Arrays are [dtype, shape, base64 of the bytes], strings [.., list].
"""

import json
import os
import sys
import traceback
from typing import Any, Dict

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "support"))

import tensorflow as tf  # noqa: E402
from builders import BUILDERS, arrays_text, play  # noqa: E402


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
                entry["ops"] = " ".join(played.ops)
                entry["variables"] = " ".join(played.variables)
            elif " ".join(played.ops) != entry["ops"]:
                entry.setdefault("other_ops", {})[setting] = " ".join(played.ops)
            entry["values"][setting] = arrays_text.to_text(played.values)
        table[name] = entry
    return table


if __name__ == "__main__":
    with open(os.path.join(HERE, "builders.json"), "w") as out:
        json.dump(record(*sys.argv[1:]), out, indent=0, sort_keys=True)
        out.write("\n")
