"""google-research/bert's own TensorFlow 1 code against bert_tf, from one checkpoint, in both directions.

    python benchmarks/google_bert.py CHECKOUT [--reference PYTHON]

CHECKOUT is a checkout of google-research/bert; its `modeling.py` is run by `tfcompat run`, and by PYTHON, an
interpreter with the real TensorFlow 1.15, if there is one. Exits with 1 if a stage is more than 1e-6 apart.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "golden")]

import numpy as np  # noqa: E402
from google_bert_inputs import inputs  # noqa: E402

from bert_tf import BertModel, trace  # noqa: E402
from tests.support import tiny_bert  # noqa: E402

SCRIPT = ROOT / "tests" / "golden" / "record_google_bert.py"
STAGES = {"embeddings": "embeddings.output", "layer.0": "layer.0.output", "layer.1": "layer.1.output",
          "pooled": "pooler.output"}  # fmt: skip
LIMIT = 1e-6


def google(python, checkout, folder, *more):
    """What google's code computes, by name."""
    environment = {**os.environ, "CUDA_VISIBLE_DEVICES": "", "PYTHONWARNINGS": "ignore"}
    environment.pop("TF2_BEHAVIOR", None)  # which TensorFlow 2 sets, and TensorFlow 1.15 follows
    command = [*python, str(SCRIPT), str(checkout), str(folder), *more]
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{done.stderr}")
    found = json.loads(Path(folder, "outputs.json").read_text())
    return {name: np.array(value, "float32") for name, value in found.items()}


def apart(model, theirs):
    """The largest difference of every stage, relative where values are above 1."""
    given = dict(zip(("input_ids", "attention_mask", "token_type_ids"), map(np.array, inputs()), strict=True))
    ours = trace(model, given, list(STAGES.values()))
    return {
        name: float((np.abs(ours[stage] - theirs[name]) / np.maximum(1, np.abs(theirs[name]))).max())
        for name, stage in STAGES.items()
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("checkout", type=Path)
    parser.add_argument("--reference", help="a Python with tensorflow 1.15")
    chosen = parser.parse_args()
    pythons = {"tfcompat": [sys.executable, "-m", "tfcompat", "run"]}
    if chosen.reference:
        pythons["TensorFlow 1.15"] = [chosen.reference]
    worst = 0.0
    with tempfile.TemporaryDirectory() as folder:
        ours = tiny_bert.model(hidden_act="gelu_new")
        ours.save_pretrained(Path(folder, "ours"), format="tf1")
        for name, python in pythons.items():
            read = google(
                python, chosen.checkout, Path(folder, "read", name), "--init", f"{folder}/ours/bert_model.ckpt"
            )
            written = Path(folder, "written", name)
            found = google(python, chosen.checkout, written)
            rows = {
                "bert_tf -> google": apart(ours, read),
                "google -> bert_tf": apart(BertModel.from_pretrained(written, gelu="tanh"), found),
            }
            for direction, row in rows.items():
                worst = max(worst, *row.values())
                print(f"{name:16} {direction:18}", *(f"{stage} {value:.1e}" for stage, value in row.items()), sep="  ")
    print(f"at most {worst:.1e} apart; the limit is {LIMIT:g}")
    sys.exit(1 if worst > LIMIT else 0)


if __name__ == "__main__":
    main()
