"""`tfcompat check` and `upgrade` against TensorFlow's own `tf_upgrade_v2`: CPU time and memory on the same files.

    python benchmarks/upgrade.py FOLDER [--files 1000 4000] [--skip-theirs]

Every tool reads the same copy of the Python files below FOLDER, one process each, one after another in one run; the
larger sets are the same files over and over, in folders of their own. Each is installed software: its modules are
compiled before it is timed. Prints seconds of CPU, the largest memory and the ratios.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple


class Cost(NamedTuple):
    """Seconds of CPU, and megabytes at most."""

    seconds: float
    megabytes: float


def _cost(command: list[str], folder: Path) -> Cost:
    """Runs a command and says what it cost, whatever its exit code."""
    measured = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, "
        "stderr=subprocess.DEVNULL); u = resource.getrusage(resource.RUSAGE_CHILDREN); "
        "print(u.ru_utime + u.ru_stime, u.ru_maxrss)"
    )
    environment = {**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        [sys.executable, "-c", measured, *command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    seconds, kilobytes = map(float, done.stdout.split())
    return Cost(seconds, kilobytes / 1024)


def _copy(source: Path, target: Path, count: int | None) -> int:
    """Copies the Python files below a folder, again and again until there are `count`; returns how many."""
    files = sorted(source.rglob("*.py"))
    wanted = count or len(files)
    for number in range(wanted):
        file = files[number % len(files)]
        to = target / f"copy{number // len(files)}" / file.relative_to(source)
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, to)
    return wanted


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, nargs="*", default=[], metavar="N", help="larger sets, for tfcompat alone")
    parser.add_argument("--skip-theirs", action="store_true")
    chosen = parser.parse_args()
    tfcompat = [sys.executable, "-m", "tfcompat"]
    theirs = str(Path(sys.executable).with_name("tf_upgrade_v2"))
    print(f"{'':24}{'files':>7}{'CPU s':>9}{'MB':>8}")
    with tempfile.TemporaryDirectory() as name:
        top = Path(name)
        costs = {}
        for count in (None, *chosen.files):
            inside = top / f"in{count or ''}"
            files = _copy(chosen.folder, inside, count)
            rows = {
                "check": [*tfcompat, "check", str(inside)],
                "upgrade": [*tfcompat, "upgrade", "-q", str(inside), "--out", str(top / f"out{count or ''}")],
            }
            if count is None:
                for command in rows.values():
                    _cost(command, top)
            if count is None and not chosen.skip_theirs:
                rows["tf_upgrade_v2"] = [theirs, "--intree", str(inside), "--outtree", str(top / "theirs")]
            for label, command in rows.items():
                costs[label, count] = cost = _cost(command, top)
                print(f"{label:24}{files:>7}{cost.seconds:>9.2f}{cost.megabytes:>8.0f}", flush=True)
    peer = costs.get(("tf_upgrade_v2", None))
    for label in ("check", "upgrade") if peer else ():
        mine = costs[label, None]
        cpu, memory = peer.seconds / mine.seconds, peer.megabytes / mine.megabytes
        print(f"{label}: {cpu:.1f} times less CPU, {memory:.1f} times less memory")


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main()
