"""Records what the builders of `tests/support/contrib_builders` give under the real TensorFlow 1.15.

Run with a Python 3.7 that has tensorflow==1.15.5: `CUDA_VISIBLE_DEVICES= python tests/golden/record_contrib.py
[TOPIC …]`. Writes `contrib/<topic>.json`: builder -> {"variables", "collections", "values", "last_draw"}.
"""

import json
import os
import sys
import traceback

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, ROOT)

import tensorflow as tf  # noqa: E402

from tests.support.contrib_builders import TOPICS  # noqa: E402
from tests.support.contrib_builders.play import play  # noqa: E402
from tests.support.contrib_builders.registry import roster  # noqa: E402


def record(topic: str) -> None:
    table = {}
    for name, make in sorted(roster(topic).items()):
        try:
            table[name] = play(tf, make)
        except Exception:
            traceback.print_exc()
            raise SystemExit("builder %s.%s fails under TensorFlow %s" % (topic, name, tf.__version__)) from None
    with open(os.path.join(ROOT, "tests", "golden", "contrib", topic + ".json"), "w") as out:
        json.dump(table, out, indent=0, sort_keys=True)
        out.write("\n")


if __name__ == "__main__":
    for each in sys.argv[1:] or TOPICS:
        record(each)
