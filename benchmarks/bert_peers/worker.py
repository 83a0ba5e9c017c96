"""One peer's process: python -m benchmarks.bert_peers.worker NAME FOLDER, driven by lines of JSON on its input.

{"do": "forward", "shape": [8, 128], "times": 3, "keep": "out.npy"}
    -> {"seconds": of one call, at the median, "peak": MiB at most so far}
"""

import importlib
import json
import resource
import statistics
import sys
import time

import numpy as np

from benchmarks.bert_peers import PEERS, texts


def main(name, folder):
    module, kind, _ = PEERS[name]
    peer = getattr(importlib.import_module(f"benchmarks.bert_peers.{module}"), kind)(folder)
    for line in sys.stdin:
        asked = json.loads(line)
        given = _given(asked)
        seconds = []
        for _ in range(asked.get("times", 1)):
            start = time.perf_counter()
            found = getattr(peer, asked["do"])(*given)
            seconds.append(time.perf_counter() - start)
        if asked.get("keep") and found is not None:
            np.save(asked["keep"], np.asarray(found))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps({"seconds": statistics.median(seconds), "peak": peak}), file=OUT, flush=True)


def _given(asked):
    if asked["do"] == "encode":
        return [texts.mixed(asked["count"])]
    rng = np.random.default_rng(7)
    ids = rng.integers(1000, 29000, asked["shape"]).astype(np.int32)
    return [ids, rng.integers(0, 2, asked["shape"][0])] if asked["do"] == "step" else [ids]


if __name__ == "__main__":
    OUT, sys.stdout = sys.stdout, sys.stderr  # libraries print too
    main(*sys.argv[1:])
