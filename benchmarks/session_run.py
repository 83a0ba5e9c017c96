"""`session.run` and peak memory under `tfcompat run` against bare `tensorflow.compat.v1`, in turn, in one run.

    python benchmarks/session_run.py [--pairs 7] [--blocks 200]

Each process builds one small graph (a placeholder, a matrix product, a variable, an assignment) and calls
`session.run` on it. The two processes of a pair live at the same time and run a block of calls in turn, so that both
meet the same machine; the figure is the CPU time of a call in microseconds, and the ratio of a pair is the median of
its blocks' ratios. Both use Keras 2, the same kernels and one thread.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

CALLS = 100
BODY = """
import json, resource, sys, time
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
    for _ in sys.stdin:
        start = time.process_time()
        for _ in range(calls):
            sess.run([y, step], {x: data})
        taken = (time.process_time() - start) / calls * 1e6
        print(json.dumps([taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]), flush=True)
"""
FIX = "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()\n"


def start(command):
    environment = {**os.environ, "TF_USE_LEGACY_KERAS": "1", "TF_ENABLE_ONEDNN_OPTS": "0", "TF_CPP_MIN_LOG_LEVEL": "3"}
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment
    )


def block(process):
    """Microseconds a call in one block of calls, and MiB at the peak so far, as the process prints them."""
    process.stdin.write("\n")
    process.stdin.flush()
    return json.loads(process.stdout.readline())


def pair(ours, theirs, blocks):
    """(microseconds, MiB, of ours and of theirs, and the median ratio of blocks run one after the other)."""
    with start(ours) as a, start(theirs) as b:
        block(a), block(b)
        rows = [(block(a), block(b)) if turn % 2 else (block(b), block(a))[::-1] for turn in range(blocks)]
        a.stdin.close(), b.stdin.close()
    calls = [statistics.median(row[side][0] for row in rows) for side in (0, 1)]
    ratio = statistics.median(x[0] / y[0] for x, y in rows)
    return calls, [side[1] for side in rows[-1]], ratio


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pairs", type=int, default=7)
    parser.add_argument("--blocks", type=int, default=200)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        old, fixed = Path(folder, "old.py"), Path(folder, "fixed.py")
        old.write_text("import tensorflow as tf\n" + BODY)
        fixed.write_text(FIX + BODY)
        ours = [sys.executable, "-m", "tfcompat", "run", str(old), str(CALLS)]
        theirs = [sys.executable, str(fixed), str(CALLS)]
        rows = [pair(ours, theirs, chosen.blocks) for _ in range(chosen.pairs)]
    for index, (name, unit) in enumerate((("session.run", "µs"), ("peak memory", "MiB"))):
        a, b = [row[index][0] for row in rows], [row[index][1] for row in rows]
        ratios = [row[2] for row in rows] if index == 0 else [x / y for x, y in zip(a, b, strict=True)]
        print(
            f"{name}: tfcompat {statistics.median(a):.1f} {unit}, compat.v1 {statistics.median(b):.1f} {unit}, "
            f"ratio median {statistics.median(ratios):.3f} ({min(ratios):.3f} to {max(ratios):.3f})"
        )


if __name__ == "__main__":
    main()
