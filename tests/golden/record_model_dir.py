"""Writes `model_dir/` under the real TensorFlow 1.15, and proves there that it goes on from one written here.

Run with a Python 3.7 that has tensorflow==1.15.5: `CUDA_VISIBLE_DEVICES= python tests/golden/record_model_dir.py`.
For the way back: `tfcompat run tests/golden/record_model_dir.py write FOLDER`, then with that Python
`python tests/golden/record_model_dir.py check FOLDER`.
"""

import json
import os
import shutil
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(os.path.dirname(HERE)))

import tensorflow as tf  # noqa: E402

from tests.support import model_dirs  # noqa: E402


def record(folder: str) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    model_dirs.start(tf, folder)
    shutil.copytree(folder, folder + ".copy")
    found = model_dirs.go_on(tf, folder + ".copy")
    shutil.rmtree(folder + ".copy")
    model_dirs.keep_the_checkpoint(folder)
    shutil.rmtree(os.path.join(folder, "eval"), ignore_errors=True)
    with open(os.path.join(folder, "checkpoint"), "w") as out:  # without the paths of the machine
        out.write('model_checkpoint_path: "model.ckpt-%d"\n' % model_dirs.BEFORE)
    with open(os.path.join(folder, "recorded.json"), "w") as out:
        json.dump(found, out, indent=0, sort_keys=True)
        out.write("\n")


def check(folder: str) -> bool:
    expected, found = model_dirs.recorded(os.path.join(HERE, "model_dir")), model_dirs.go_on(tf, folder)
    apart = max(abs(a - b) for a, b in zip(expected["losses"], found["losses"]))
    print("%d variables, losses %s, apart by %g" % (len(found["variables"]), found["losses"], apart))
    same = all(expected[key] == found[key] for key in ("steps", "variables"))
    return same and apart < 1e-5


if __name__ == "__main__":
    if not sys.argv[1:]:
        record(os.path.join(HERE, "model_dir"))
    elif sys.argv[1] == "write":
        model_dirs.start(tf, sys.argv[2])
    else:
        sys.exit(not check(sys.argv[2]))
