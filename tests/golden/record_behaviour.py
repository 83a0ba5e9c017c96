"""Records what the behaviour scripts print under the real TensorFlow 1.15.

Run with a Python 3.7 that has tensorflow==1.15.5: `CUDA_VISIBLE_DEVICES= python tests/golden/record_behaviour.py
[TOPIC…]`. Writes `behaviour/<topic>.txt`; a script of `alone/` gets an interpreter of its own.
"""

import glob
import os
import subprocess
import sys
import tempfile
import traceback

HERE = os.path.dirname(os.path.abspath(__file__))
TESTS = os.path.dirname(HERE)
SCRIPTS = os.path.join(TESTS, "tfcompat", "behaviour", "scripts")
sys.path.insert(0, os.path.join(TESTS, "support"))

import tensorflow as tf  # noqa: E402
from behaviour import play  # noqa: E402


def alone(path: str) -> str:
    """What a script prints in an interpreter of its own, and its exit code."""
    with tempfile.TemporaryDirectory() as folder:
        environment = dict(os.environ, TF_CPP_MIN_LOG_LEVEL="3", CUDA_VISIBLE_DEVICES="")
        process = subprocess.run(
            [sys.executable, path, "--steps=3", "rest"],
            cwd=folder, env=environment, stdout=subprocess.PIPE, universal_newlines=True,
        )  # fmt: skip
    return "%sexit code %d\n" % (process.stdout, process.returncode)


def record(path: str) -> None:
    topic = os.path.splitext(os.path.basename(path))[0]
    tf.reset_default_graph()
    printed = alone(path) if os.path.basename(os.path.dirname(path)) == "alone" else play(path)
    with open(os.path.join(HERE, "behaviour", topic + ".txt"), "w") as out:
        out.write(printed)


if __name__ == "__main__":
    for each in sorted(glob.glob(os.path.join(SCRIPTS, "**", "*.py"), recursive=True)):
        if not sys.argv[1:] or os.path.splitext(os.path.basename(each))[0] in sys.argv[1:]:
            try:
                record(each)
            except Exception:
                traceback.print_exc()
                print("%s was not recorded" % each, file=sys.stderr)
