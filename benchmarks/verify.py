"""Whether `tfcompat verify` calls an honest upgrade equal, and names the line of each of four planted changes.

    python benchmarks/verify.py ROOT [--scripts PATH …] [--mnist FOLDER] [--jobs N]

ROOT holds the repositories of the scripts named (by default ten of hunkim/DeepLearningZeroToAll, whose folder is
`hunkim+DeepLearningZeroToAll`). Each script is recorded as it is, twice: what it does not repeat does not count. Then
what `tfcompat upgrade --same-seeds` makes of it is compared with that recording, and so is the script with one learning
rate, seed, dropout rate or initializer changed, where it has one. A change is found if the two are not equal and one of
the causes printed names the changed line.
`--mnist` is a folder with the four files of MNIST, for scripts that read `MNIST_data`.
"""

from __future__ import annotations

import argparse
import ast
import concurrent.futures
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tfcompat.rewrite import upgrade_source

HUNKIM = "hunkim+DeepLearningZeroToAll"
SCRIPTS = [
    f"{HUNKIM}/{name}.py"
    for name in (
        "lab-02-1-linear_regression",
        "lab-03-2-minimizing_cost_gradient_update",
        "lab-04-3-file_input_linear_regression",
        "lab-06-2-softmax_zoo_classifier",
        "lab-07-3-linear_regression_min_max",
        "lab-10-2-mnist_nn",
        "lab-10-3-mnist_nn_xavier",
        "lab-10-5-mnist_nn_dropout",
        "lab-12-1-hello-rnn",
        "lab-13-1-mnist_using_scope",
    )
]
KINDS = ("learning rate", "seed", "dropout", "initializer")
INITIALIZERS = {
    "random_normal": "truncated_normal",
    "truncated_normal": "random_normal",
    "random_uniform": "random_normal",
    "xavier_initializer": "variance_scaling_initializer",
}
# A normal distribution cut off draws what a whole one draws, unless a draw is beyond the cut: few draws are the same.
_UNIFORM = "random_uniform"
_OF_NORMAL = frozenset({"mean", "stddev"})
_RATES = frozenset({"learning_rate", "lr", "starter_learning_rate", "alpha"})
_KEPT = frozenset({"keep_prob", "dropout_rate", "rate"})


class Planted(NamedTuple):
    """A changed text, and the line that was changed."""

    text: str
    line: int


def planted(text: str, kind: str) -> Planted | None:
    """The script with one change of a kind, the first that it has a place for; None if it has none."""
    for node, new in _places(ast.parse(text), kind):
        lines = text.split("\n")
        line = lines[node.lineno - 1]
        if node.end_lineno == node.lineno and line.isascii():
            lines[node.lineno - 1] = line[: node.col_offset] + new + line[node.end_col_offset :]
            return Planted("\n".join(lines), node.lineno)
    return None


def _places(tree: ast.Module, kind: str) -> Iterator[tuple[ast.expr, str]]:
    for node in ast.walk(tree):
        if kind == "initializer":
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in INITIALIZERS:
                yield node.func, f"{ast.unparse(node.func.value)}.{_other_initializer(node, node.func.attr)}"
            continue
        for value in _values(node, kind):
            if isinstance(value, ast.Constant) and type(value.value) in (int, float):
                yield value, repr(value.value + 1 if kind == "seed" else _nearby(value.value))


def _other_initializer(call: ast.Call, name: str) -> str:
    plain = len(call.args) == 1 and _OF_NORMAL.isdisjoint(each.arg for each in call.keywords)
    return _UNIFORM if plain and name.endswith("_normal") else INITIALIZERS[name]


def _nearby(value: float) -> float:
    return float(f"{value * 0.9:.6g}")


def _values(node: ast.AST, kind: str) -> Iterator[ast.expr]:
    """Expressions that give a number of this kind."""
    names = {"learning rate": _RATES, "dropout": _KEPT, "seed": frozenset()}[kind]
    if isinstance(node, ast.Call):
        called = getattr(node.func, "attr", getattr(node.func, "id", ""))
        wanted = {"learning rate": called.endswith("Optimizer"), "seed": called == "set_random_seed"}
        if wanted.get(kind):
            yield from node.args[:1]
        if kind == "dropout" and called == "dropout":
            yield from node.args[1:2]
        yield from (each.value for each in node.keywords if each.arg in names)
    elif isinstance(node, ast.Assign):
        if any(isinstance(each, ast.Name) and each.id in names for each in node.targets):
            yield node.value
    elif isinstance(node, ast.Dict):
        for key, value in zip(node.keys, node.values, strict=True):
            if isinstance(key, ast.Name) and key.id in names and getattr(value, "value", 1.0) != 1:
                yield value


class Verdict(NamedTuple):
    """For a script: whether the upgrade is equal, and for each kind of change `found`, `missed` or nothing."""

    script: str
    equal: str
    kinds: dict[str, str]


def judged(root: Path, script: str, mnist: Path | None) -> Verdict:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = root / script
        for file in source.parent.iterdir():
            if file.is_file() and file.stat().st_size < 5_000_000:
                shutil.copy(file, folder)
        if mnist is not None:
            shutil.copytree(mnist, folder / "MNIST_data", ignore=shutil.ignore_patterns("*.npz", "*.csv", "*.data"))
        text = source.read_text(encoding="utf-8")
        old, again = folder / "old.json.gz", folder / "again.json.gz"
        for each in (old, again):
            done = _tfcompat(folder, "record", "-o", str(each), source.name)
        if not old.exists() or not again.exists():
            return Verdict(script, f"not recorded: {done.stderr.strip().splitlines()[-1:]}", {})
        upgraded = upgrade_source(text, source.name, same_seeds=True).text
        equal = _compared(folder, old, upgraded, None)
        kinds = {}
        for kind in KINDS:
            change = planted(text, kind)
            kinds[kind] = "-" if change is None else _compared(folder, old, change.text, change.line)
        return Verdict(script, equal, kinds)


def _compared(folder: Path, old: Path, text: str, line: int | None) -> str:
    new, report = folder / "new_side.py", folder / "report.json"
    new.write_text(text, encoding="utf-8")
    report.unlink(missing_ok=True)
    again = str(old.with_name("again.json.gz"))
    done = _tfcompat(folder, "verify", "--json", str(report), "--again", again, str(old), new.name)
    if not report.exists():
        return f"failed: {done.stderr.strip().splitlines()[-1:]}"
    found = json.loads(report.read_text())
    if line is None:
        return "equal" if found["equal"] else f"{found['departing']} of {found['compared']} depart"
    if found["equal"]:
        return "missed: equal"
    named = [each["line"]["number"] for each in found["causes"][:5] if each["line"]]
    return f"found, line {line}" if line in named else f"missed: line {line}, named {named}"


def _tfcompat(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "MPLBACKEND": "Agg", "TF_CPP_MIN_LOG_LEVEL": "3", "TF_ENABLE_ONEDNN_OPTS": "0"}
    command = [sys.executable, "-m", "tfcompat", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("root", type=Path)
    parser.add_argument("--scripts", nargs="+", default=SCRIPTS, metavar="PATH", help="below ROOT")
    parser.add_argument("--mnist", type=Path)
    parser.add_argument("--jobs", type=int, default=1)
    chosen = parser.parse_args()
    verdicts = []
    with concurrent.futures.ThreadPoolExecutor(chosen.jobs) as pool:
        for each in pool.map(lambda script: judged(chosen.root, script, chosen.mnist), chosen.scripts):
            verdicts.append(each)
            print(each.script, f"upgraded: {each.equal}", *(f"{k}: {v}" for k, v in each.kinds.items()), sep="\n  ")
            sys.stdout.flush()
    equal = sum(each.equal == "equal" for each in verdicts)
    changes = [said for each in verdicts for said in each.kinds.values() if said != "-"]
    found = sum(said.startswith("found") for said in changes)
    print(f"{equal} of {len(verdicts)} upgrades equal; {found} of {len(changes)} planted changes found at their line")


if __name__ == "__main__":
    main()
