"""Records what the programs of `tests/support/keras_builders` give under the real Keras 2.3.1 on TensorFlow 1.15.

Run with a Python 3.7 that has tensorflow==1.15.5, keras==2.3.1, keras_applications==1.0.8, keras_preprocessing==1.1.0
and h5py==2.10.0: `CUDA_VISIBLE_DEVICES= python tests/golden/record_keras.py [TOPIC …]`. Writes `keras/<topic>.json`
and the model file `keras/written_by_2.3.1.h5`.
"""

import json
import os
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, ROOT)

import keras  # noqa: E402
import tensorflow as tf  # noqa: E402

from tests.support.keras_builders import TOPICS  # noqa: E402
from tests.support.keras_builders.files import MODEL, saved  # noqa: E402
from tests.support.keras_builders.registry import play, roster  # noqa: E402


def record(topic: str) -> None:
    table = {name: play(keras, tf, make) for name, make in sorted(roster(topic).items())}
    with open(os.path.join(ROOT, "tests", "golden", "keras", topic + ".json"), "w") as out:
        json.dump(table, out, indent=0, sort_keys=True)
        out.write("\n")


if __name__ == "__main__":
    for each in sys.argv[1:] or TOPICS:
        record(each)
    if not sys.argv[1:]:
        with open(os.path.join(ROOT, "tests", "golden", "keras", "model.json"), "w") as out:
            json.dump(
                play(keras, tf, lambda k, t: saved(k, os.path.join(ROOT, "tests", "golden", "keras", MODEL))), out
            )
            out.write("\n")
