"""Runs a notebook's cells in a fresh kernel of this Python, with the TF1 view on. The door to nbformat and nbclient."""

from __future__ import annotations

import os
import re
import sys
from typing import Any

from tfcompat.hook import cells, unreadable
from tfcompat.hook.script import CannotRun

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_FIRST = """
import sys
import tfcompat.hook.ipython
sys.argv[1:] = {arguments!r}
tfcompat.hook.ipython.turn_on(get_ipython(), python2={python2!r})
del sys, tfcompat
"""


def run_notebook(path: str, arguments: list[str], output: str | None = None, keep_going: bool = False) -> int:
    """Executes the code cells of the notebook at `path` in its folder and prints what they print, as they print it.

    On a terminal, standard error shows which cell is running. With `output` the executed copy is written there, also
    after a cell that raised or was interrupted; with `keep_going` the cells after it are executed too.

    Returns:
      0, or 1 after a cell that raised; its number and traceback are on standard error.

    Raises:
      CannotRun: the file is no notebook, `output` cannot be written, or nbclient or ipykernel is not installed.
    """
    try:
        import nbformat
        from jupyter_client.manager import AsyncKernelManager
        from nbclient import NotebookClient
        from nbclient.exceptions import CellExecutionError, DeadKernelError
    except ModuleNotFoundError as error:
        text = f"{path} is a notebook, and running one needs {error.name}; run: pip install nbclient nbformat ipykernel"
        raise CannotRun(text) from None
    notebook = _read(nbformat, path)
    if output is not None and not os.path.isdir(os.path.dirname(os.path.abspath(output))):
        raise CannotRun(f"{output} cannot be written: there is no such folder.")
    manager = AsyncKernelManager()
    assert manager.kernel_spec is not None
    quiet = "--log-level=ERROR"
    manager.kernel_spec.argv[:] = [sys.executable, "-m", "ipykernel_launcher", quiet, "-f", "{connection_file}"]
    folder = os.path.dirname(os.path.abspath(path))
    python2 = any(cells.needs_translation(cell.source) for cell in notebook.cells if cell.cell_type == "code")
    notebook.cells.insert(0, nbformat.v4.new_code_cell(_FIRST.format(arguments=arguments, python2=python2)))

    class Client(NotebookClient):
        def output(self, *args: Any, **kwargs: Any) -> Any:
            made = super().output(*args, **kwargs)
            if made is not None:
                _show(made)
            return made

    client = Client(notebook, km=manager, timeout=None, resources={"metadata": {"path": folder}})
    failed = 0
    try:
        with client.setup_kernel(cwd=folder):
            for number, cell in enumerate(notebook.cells):
                problem, dead = None, False
                _progress(path, number, len(notebook.cells) - 1, cell)
                try:
                    client.execute_cell(cell, number, store_history=number > 0)
                except CellExecutionError as error:
                    problem = None if _ended_well(error) else _COLOUR.sub("", str(error))
                except DeadKernelError:
                    problem, dead = f"the kernel died while it ran this cell:\n{cell.source}", True
                if problem:
                    failed = 1
                    print(f"tfcompat run: {path}, cell {number}: {problem}", file=sys.stderr)
                    if dead or not keep_going:
                        break
    finally:
        if output is not None:
            del notebook.cells[0]
            _write(nbformat, notebook, output)
    return failed


def _ended_well(error: Any) -> bool:
    """Whether a cell ended by leaving without a failure, as `tf.app.run()` does when `main` is through."""
    return error.ename == "SystemExit" and error.evalue in ("", "0", "None")


def _progress(path: str, number: int, count: int, cell: Any) -> None:
    if number and cell.cell_type == "code" and sys.stderr.isatty():
        print(f"tfcompat run: {path}, cell {number} of {count}", file=sys.stderr)


def _write(nbformat: Any, notebook: Any, path: str) -> None:
    """Writes the executed notebook whole or not at all, under a kernel that today's Jupyter has."""
    notebook.metadata["kernelspec"] = {"display_name": "Python 3", "language": "python", "name": "python3"}
    temporary = f"{path}.part"
    try:
        with open(temporary, "w", encoding="utf-8") as file:
            nbformat.write(notebook, file)
        os.replace(temporary, path)
    except OSError as error:
        raise CannotRun(f"{path} cannot be written: {error.strerror}") from None


def _read(nbformat: Any, path: str) -> Any:
    try:
        with open(path, "rb") as file:
            data = file.read()
    except FileNotFoundError:
        raise CannotRun(f"no such file: {path}") from None
    except OSError as error:
        raise CannotRun(f"{path} cannot be read as a notebook: {error.strerror}") from None
    if (reason := unreadable.reason(data)) is not None:
        raise CannotRun(f"{path} is not a notebook: it {reason}.")
    try:
        notebook = nbformat.reads(data.decode("utf-8"), as_version=4)
    except Exception as error:  # nbformat has an exception of its own for each way to be no notebook
        raise CannotRun(f"{path} is not a notebook that nbformat can read: {error}") from None
    language = _language(notebook.metadata)
    if not language.lower().startswith(("python", "ipython")):
        raise CannotRun(f"{path} is a notebook for {language}; tfcompat runs those for Python.")
    for number, cell in enumerate(notebook.cells, 1):
        if not isinstance(cell.get("source"), str):
            received = "nothing" if "source" not in cell else type(cell["source"]).__name__
            raise CannotRun(f"{path}, cell {number}: its source must be text or a list of lines; it is {received}.")
    if not any(cell.cell_type == "code" for cell in notebook.cells):
        raise CannotRun(f"{path} has no code cells; there is nothing to run.")
    return notebook


def _language(metadata: Any) -> str:
    """What a notebook is written in; Python if it does not say."""
    for part, key in (("kernelspec", "language"), ("language_info", "name")):
        found = metadata.get(part)
        if isinstance(found, dict) and isinstance(found.get(key), str) and found[key]:
            return str(found[key])
    return "python"


def _show(output: Any) -> None:
    if output.output_type == "stream":
        print(output.text, end="", file=sys.stderr if output.name == "stderr" else sys.stdout, flush=True)
    elif "text/plain" in output.get("data", {}):
        print(output.data["text/plain"], flush=True)
