"""Whether `tfcompat check` has a finding at the line where plain TensorFlow 2 fails, script by script.

    python benchmarks/failing_lines.py ROOT LIST [--seconds 30] [--verbose]

LIST names scripts and notebooks below ROOT, whose first folder each is a project. Each is executed on the installed
TensorFlow, as it is, in a process forked from one that has TensorFlow loaded, in a copy of its project. Of those that
raise, the last line of the project's own in the traceback is looked up among the findings of the whole project.
"""

from __future__ import annotations

import argparse
import json
import os
import runpy
import shutil
import signal
import sys
import tempfile
import traceback
from pathlib import Path
from typing import NamedTuple

from tfcompat.check import check_paths
from tfcompat.source import magics, notebook_file


class Failure(NamedTuple):
    """Where a script fails: the file, the cell of a notebook or 0, the line, and the error in one line."""

    path: str
    cell: int
    line: int
    error: str


def failure(script: Path, project: Path, seconds: int) -> Failure | None:
    """Executes a script in a fork; None if it raises nothing in its time."""
    read, write = os.pipe()
    child = os.fork()
    if not child:
        os.close(read)
        found = _executed(script, project, seconds)
        with os.fdopen(write, "w") as pipe:
            json.dump(found, pipe)
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as pipe:
        text = pipe.read()
    os.waitpid(child, 0)
    row = json.loads(text) if text else None
    return Failure(*row) if row else None


def _executed(script: Path, project: Path, seconds: int) -> Failure | None:
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in range(3):
        os.dup2(nowhere, number)
    os.chdir(script.parent)
    sys.argv, sys.path[0] = [str(script)], str(script.parent)
    signal.alarm(seconds)  # ends the process; its pipe stays empty
    try:
        if script.suffix == ".ipynb":
            _run_cells(script)
        else:
            runpy.run_path(str(script), run_name="__main__")
    except SystemExit:
        return None
    except BaseException as error:
        return _place(error, script, project)
    return None


def _run_cells(path: Path) -> None:
    names: dict[str, object] = {"__name__": "__main__"}
    for cell in notebook_file.read(path.read_bytes()).cells:
        head, body = magics.split_cell_magic(cell.source)
        if not head:
            hidden = magics.hide(body)
            names.update(dict.fromkeys(hidden.lines))
            exec(compile(hidden.text, f"<cell {cell.number}>", "exec"), names)


def _place(error: BaseException, script: Path, project: Path) -> Failure:
    places = [(frame.filename, frame.lineno or 0) for frame in traceback.extract_tb(error.__traceback__)]
    if isinstance(error, SyntaxError):
        places.append((error.filename or "", error.lineno or 0))
    said = f"{type(error).__name__}: {error}".partition("\n")[0]
    for name, line in reversed(places):
        if name.startswith("<cell "):
            return Failure(str(script), int(name[6:-1]), line, said)
        if name.startswith(str(project)):
            return Failure(name, 0, line, said)
    return Failure(str(script), 0, 0, said)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("root", type=Path)
    parser.add_argument("list", type=Path)
    parser.add_argument("--seconds", type=int, default=30, help="how long a script may run")
    parser.add_argument("--verbose", "-v", action="store_true", help="one line a script")
    chosen = parser.parse_args()
    scripts = [line.strip() for line in chosen.list.read_text().splitlines() if line.strip() and line[0] != "#"]
    import tensorflow  # noqa: F401 - here, so that every fork has it loaded

    counts = {"no failure": 0, "found": 0, "missed": 0}
    with tempfile.TemporaryDirectory() as name:
        for top in dict.fromkeys(script.partition("/")[0] for script in scripts):
            project = Path(name, top).resolve()
            shutil.copytree(chosen.root / top, project, symlinks=True, ignore=shutil.ignore_patterns(".git"))
            report = check_paths([project])
            lines = {
                (each.path, each.cell or 0, line)
                for each in report.diagnostics
                for line in range(each.line, each.end_line + 1)
            }
            for script in scripts:
                if script.partition("/")[0] == top:
                    failed = failure(Path(name, script).resolve(), project, chosen.seconds)
                    verdict = "no failure" if failed is None else "found" if failed[:3] in lines else "missed"
                    counts[verdict] += 1
                    if verdict == "missed" or chosen.verbose:
                        print(verdict, script, *(failed or ())[1:], flush=True)
    failures = counts["found"] + counts["missed"]
    print(
        f"{len(scripts)} scripts: {failures} fail on plain TensorFlow 2; {counts['found']} with a finding at that line"
    )


if __name__ == "__main__":
    main()
