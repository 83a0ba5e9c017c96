"""TensorFlow 1.15's own tests of `tf.contrib`, run through `tfcompat run`: how many of their cases pass.

    python benchmarks/contrib_tests.py CHECKOUT [MODULE …] [--reference PYTHON] [--jobs 2] [--table FILE]

CHECKOUT is a checkout of tensorflow/tensorflow at v1.15.5 (its `tensorflow/contrib` is enough); MODULE is a folder
or a test file below that, by default the ones listed in `MODULES`. PYTHON is an interpreter with the real
TensorFlow 1.15: what fails there too is left out of the count. One line a file: cases that pass, of how many.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

MODULES = (
    "layers framework rnn seq2seq legacy_seq2seq crf opt training learn/python/learn/preprocessing lookup metrics"
).split()
LIMIT_S = 900
# A mode of Keras' test harness that made cases of its own in 1.15 and that tf_keras no longer knows.
GONE_MODE = "_v2_funcgraph"
# Prints every case's name and result as the last lines, whichever unittest runner the file starts.
CASES = """
import atexit, json, unittest
_seen = {}
_add = unittest.TestResult.startTest
def _start(self, test):
    _seen[test.id().split(".", 1)[-1]] = "passed"
    return _add(self, test)
unittest.TestResult.startTest = _start
def _mark(method, word):
    real = getattr(unittest.TestResult, method)
    def marked(self, test, *rest):
        _seen[getattr(test, "test_case", test).id().split(".", 1)[-1]] = word
        return real(self, test, *rest)
    setattr(unittest.TestResult, method, marked)
for _method, _word in (("addError", "error"), ("addFailure", "failed"), ("addSkip", "skipped")):
    _mark(_method, _word)
_sub = unittest.TestResult.addSubTest
def _subtest(self, test, subtest, outcome):
    if outcome is not None:
        _seen[test.id().split(".", 1)[-1]] = "failed"
    return _sub(self, test, subtest, outcome)
unittest.TestResult.addSubTest = _subtest
import os
atexit.register(lambda: open(os.environ["CASES_FILE"], "w").write(json.dumps(_seen)))
"""


def run(command: list[str], file: Path, checkout: Path) -> tuple[dict[str, str], str]:
    """Case -> result for one test file, and the end of what it printed."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "sitecustomize.py").write_text(CASES)
        Path(folder, "org_tensorflow").symlink_to(checkout)
        cases = Path(folder, "cases.json")
        environment = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join([folder, os.environ.get("PYTHONPATH", "")]),
            "CASES_FILE": str(cases),
            "CUDA_VISIBLE_DEVICES": "",
            "TF_CPP_MIN_LOG_LEVEL": "3",
            "TEST_TMPDIR": folder,
            "TEST_SRCDIR": folder,  # where tests look for their data
            "TEST_WORKSPACE": "org_tensorflow",
            "PYTHONWARNINGS": "ignore",
        }
        try:
            done = subprocess.run(
                [*command, str(file)], env=environment, cwd=folder, timeout=LIMIT_S, capture_output=True, text=True
            )
            output = done.stdout + done.stderr
        except subprocess.TimeoutExpired:
            output = f"did not end within {LIMIT_S} s"
        return (json.loads(cases.read_text()) if cases.exists() else {}), output


def test_files(checkout: Path, modules: list[str]) -> list[Path]:
    """Every test file of the modules, as 1.15 laid them out."""
    contrib = checkout / "tensorflow" / "contrib"
    found: list[Path] = []
    for module in modules:
        place = contrib / module
        found += [place] if place.is_file() else sorted(place.rglob("*_test.py"))
    if not found:
        sys.exit(f"no *_test.py below {contrib} in {', '.join(modules)}: is {checkout} a checkout of v1.15.5?")
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("checkout", type=Path)
    parser.add_argument("modules", nargs="*", default=MODULES)
    parser.add_argument("--reference", help="a Python with the real TensorFlow 1.15")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--table", type=Path, help="also write the rows as JSON")
    parser.add_argument("--verbose", action="store_true", help="name the cases that pass there and fail here")
    chosen = parser.parse_args()
    checkout = chosen.checkout.resolve()
    files = test_files(checkout, chosen.modules)
    ours = [sys.executable, "-m", "tfcompat", "run"]
    rows, total, passed = [], 0, 0
    with ThreadPoolExecutor(chosen.jobs) as pool:
        commands = [ours, *([[chosen.reference]] if chosen.reference else [])]
        results = pool.map(lambda file: [run(command, file, checkout) for command in commands], files)
        for file, ((cases, output), *reference) in zip(files, results, strict=True):
            there = reference[0][0] if reference else cases
            wanted = [case for case, result in there.items() if result == "passed"] if reference else list(cases)
            wanted = [case for case in wanted if cases.get(case) != "skipped" and not case.endswith(GONE_MODE)]
            good = [case for case in wanted if cases.get(case) == "passed"]
            name = str(file.relative_to(checkout / "tensorflow" / "contrib"))
            bad = sorted(set(wanted) - set(good))
            rows.append({"file": name, "passed": len(good), "cases": len(wanted), "failed": bad})
            total, passed = total + len(wanted), passed + len(good)
            print(f"{len(good):4d} of {len(wanted):4d}  {name}", flush=True)
            if not cases:
                print("      " + _last_line(output))
            if chosen.verbose:
                print("".join(f"        {case}\n" for case in bad), end="")
    print(f"{passed:4d} of {total:4d}  all, {100 * passed / max(total, 1):.1f} %")
    if chosen.table:
        chosen.table.write_text(json.dumps(rows, indent=1) + "\n")


def _last_line(output: str) -> str:
    lines = [line for line in output.splitlines() if re.match(r"\S*(Error|Exception)\b|did not end", line)]
    return lines[-1] if lines else "printed nothing that explains it"


if __name__ == "__main__":
    main()
