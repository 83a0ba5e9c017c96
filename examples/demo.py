"""Runs the unmodified TensorFlow 1 examples through `tfcompat run`, beside what TensorFlow 1.15.5 printed, and BERT.

    python examples/demo.py

The recorded outputs (`recorded/`) are those of the real TensorFlow 1.15.5 on a CPU; BERT's steps are compared with
Hugging Face's PyTorch model, where torch and transformers are installed. Exits with 1 if a number departs from the
recorded ones by more than one part in a thousand, or a step from PyTorch's by more than 1e-5.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent / "tfcompat"
EXAMPLES = ("interactive_session", "layers_and_dropout", "char_rnn")
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def same(ours, theirs):
    """Equal text, and equal numbers within 1e-3 relative."""
    a, b = [float(n) for n in NUMBER.findall(ours)], [float(n) for n in NUMBER.findall(theirs)]
    close = len(a) == len(b) and all(abs(x - y) <= 1e-3 * max(abs(x), abs(y), 1e-3) for x, y in zip(a, b, strict=True))
    return close and NUMBER.sub("#", ours) == NUMBER.sub("#", theirs)


def bert(environment):
    """Prints the table of BERT's steps, the last thing of the demo; returns whether it came to an end that is equal."""
    print("$ bert-tf walkthrough --table", flush=True)
    command = [sys.executable, "-m", "bert_tf", "walkthrough", "--table"]
    done = subprocess.run(command, env=environment, stderr=subprocess.PIPE, text=True)
    if done.returncode:
        print(done.stderr, end="", file=sys.stderr)
    return done.returncode == 0


def main():
    environment = {**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3"}
    failed = 0
    for name in EXAMPLES:
        script = HERE / f"{name}.py"
        print(f"$ tfcompat run {script.relative_to(HERE.parents[1])}", flush=True)
        command = [sys.executable, "-m", "tfcompat", "run", str(script)]
        done = subprocess.run(command, env=environment, capture_output=True, text=True)
        print(done.stdout, end="")
        if done.returncode:
            print(done.stderr, end="", file=sys.stderr)
        recorded = (HERE / "recorded" / f"{name}.txt").read_text(encoding="utf-8")
        equal = done.returncode == 0 and same(done.stdout, recorded)
        failed += not equal
        verdict = "= what TensorFlow 1.15.5 printed" if equal else f"TensorFlow 1.15.5 printed:\n{recorded}"
        print(f"  {verdict}\n", flush=True)
    failed += not bert(environment)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
