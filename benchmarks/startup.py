"""Start-up of `tfcompat run` against the two-line fix, whole processes, in turn, in one run.

    python benchmarks/startup.py [--pairs 7]

The two-line fix is `import tensorflow.compat.v1 as tf; tf.disable_v2_behavior()`. Both print one session result.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BODY = """
with tf.Session() as sess:
    print(sess.run(tf.constant(1.0) + 2.0))
"""
FIX = "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()\n"


def seconds(command):
    """Wall-clock seconds of one process, which must succeed."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pairs", type=int, default=7)
    pairs = parser.parse_args().pairs
    with tempfile.TemporaryDirectory() as folder:
        old, fixed = Path(folder, "old.py"), Path(folder, "fixed.py")
        old.write_text("import tensorflow as tf\n" + BODY)
        fixed.write_text(FIX + BODY)
        ours, theirs = [sys.executable, "-m", "tfcompat", "run", str(old)], [sys.executable, str(fixed)]
        seconds(ours), seconds(theirs)  # both warm
        rows = [(seconds(ours), seconds(theirs)) for _ in range(pairs)]
    ratios = [a / b for a, b in rows]
    for name, values in (("tfcompat run", [a for a, _ in rows]), ("two-line fix", [b for _, b in rows])):
        print(f"{name}: median {statistics.median(values):.2f} s ({min(values):.2f} to {max(values):.2f})")
    print(f"ratio: median {statistics.median(ratios):.3f} ({min(ratios):.3f} to {max(ratios):.3f}), {pairs} pairs")


if __name__ == "__main__":
    main()
