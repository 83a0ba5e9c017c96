"""`session.run` and peak memory under `tfcompat run` against bare `tensorflow.compat.v1`, in turn, in one run.

    python benchmarks/session_run.py [--pairs 7] [--calls 20000]

Each process builds one small graph (a placeholder, a matrix product, a variable, an assignment) and calls
`session.run` on it; the figure is the CPU time of a call in microseconds, median over 40 blocks of calls. Both use
Keras 2, the same kernels and one thread.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

BODY = """
import json, resource, statistics, sys, time
import numpy as np
calls = int(sys.argv[1])
x = tf.placeholder(tf.float32, [None, 3])
w = tf.Variable(tf.ones([3, 2]))
y = tf.matmul(x, w)
step = tf.assign_add(w, tf.ones([3, 2]))
data = np.ones((4, 3), "float32")
one_thread = tf.ConfigProto(intra_op_parallelism_threads=1, inter_op_parallelism_threads=1)
with tf.Session(config=one_thread) as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(500):
        sess.run([y, step], {x: data})
    blocks = []
    for _ in range(40):
        start = time.process_time()
        for _ in range(calls // 40):
            sess.run([y, step], {x: data})
        blocks.append((time.process_time() - start) / (calls // 40) * 1e6)
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps([statistics.median(blocks), memory]))
"""
FIX = "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()\n"


def measure(command):
    """Microseconds a call and MiB at the peak, as the process prints them."""
    environment = {**os.environ, "TF_USE_LEGACY_KERAS": "1", "TF_ENABLE_ONEDNN_OPTS": "0", "TF_CPP_MIN_LOG_LEVEL": "3"}
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    return json.loads(done.stdout.strip().splitlines()[-1])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pairs", type=int, default=7)
    parser.add_argument("--calls", type=int, default=20000)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        old, fixed = Path(folder, "old.py"), Path(folder, "fixed.py")
        old.write_text("import tensorflow as tf\n" + BODY)
        fixed.write_text(FIX + BODY)
        calls = str(chosen.calls)
        ours = [sys.executable, "-m", "tfcompat", "run", str(old), calls]
        theirs = [sys.executable, str(fixed), calls]
        rows = [(measure(ours), measure(theirs)) for _ in range(chosen.pairs)]
    for index, (name, unit) in enumerate((("session.run", "µs"), ("peak memory", "MiB"))):
        a, b = [row[0][index] for row in rows], [row[1][index] for row in rows]
        ratios = [x / y for x, y in zip(a, b, strict=True)]
        print(
            f"{name}: tfcompat {statistics.median(a):.1f} {unit}, compat.v1 {statistics.median(b):.1f} {unit}, "
            f"ratio median {statistics.median(ratios):.3f} ({min(ratios):.3f} to {max(ratios):.3f})"
        )


if __name__ == "__main__":
    main()
