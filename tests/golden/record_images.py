"""Writes `images.json`: what the cases of `image_cases.py` give under the real TensorFlow 1.15.

Run with a Python 3.7 that has tensorflow==1.15.5, Pillow and SciPy: `python tests/golden/record_images.py`.
"""

import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
TARGET = os.path.join(HERE, "images.json")

if __name__ == "__main__":
    os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
    sys.path.insert(0, HERE)
    import tensorflow as tf
    from image_cases import FITTED, FUNCTIONS, SETTINGS, drawn

    names = (*SETTINGS, *FUNCTIONS, *FITTED)
    table = {name: [float("%.7g" % each) for each in drawn(tf, name).ravel()] for name in names}
    with open(TARGET, "w") as out:
        json.dump(table, out, sort_keys=True, separators=(",", ":"), indent=None)
        out.write("\n")
