"""Runs a notebook's cells in a fresh kernel of this Python, with the TF1 view on. The door to nbformat and nbclient."""

from __future__ import annotations

import json
import os
import re
import sys
from typing import Any

from tfcompat.hook.script import CannotRun

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_FIRST = """
import sys
import tfcompat.hook.ipython
sys.argv[1:] = {arguments!r}
tfcompat.hook.ipython.turn_on(get_ipython())
del sys, tfcompat
"""


def run_notebook(path: str, arguments: list[str]) -> int:
    """Executes the code cells of the notebook at `path` in its folder and prints what they print.

    Returns:
      0, or 1 after a cell that raised; its traceback is on standard error.

    Raises:
      CannotRun: the file is no notebook, or nbclient or ipykernel is not installed.
    """
    try:
        import nbformat
        from jupyter_client.manager import KernelManager
        from nbclient import NotebookClient
        from nbclient.exceptions import CellExecutionError, DeadKernelError
    except ModuleNotFoundError as error:
        text = f"{path} is a notebook, and running one needs {error.name}; run: pip install nbclient nbformat ipykernel"
        raise CannotRun(text) from None
    notebook = _read(nbformat, path)
    manager = KernelManager()
    assert manager.kernel_spec is not None
    manager.kernel_spec.argv[:] = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    folder = os.path.dirname(os.path.abspath(path))
    notebook.cells.insert(0, nbformat.v4.new_code_cell(_FIRST.format(arguments=arguments)))
    client = NotebookClient(notebook, km=manager, timeout=None, resources={"metadata": {"path": folder}})
    with client.setup_kernel(cwd=folder):
        for number, cell in enumerate(notebook.cells):
            problem = None
            try:
                client.execute_cell(cell, number, store_history=number > 0)
            except CellExecutionError as error:
                problem = _COLOUR.sub("", str(error))
            except DeadKernelError:
                problem = "the kernel died"
            _show(cell)
            if problem:
                print(f"tfcompat run: {path}, cell {number}: {problem}", file=sys.stderr)
                return 1
    return 0


def _read(nbformat: Any, path: str) -> Any:
    try:
        with open(path, encoding="utf-8") as file:
            return nbformat.read(file, as_version=4)
    except FileNotFoundError:
        raise CannotRun(f"no such file: {path}") from None
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        raise CannotRun(f"{path} cannot be read as a notebook: {error}") from None
    except Exception as error:  # nbformat has an exception of its own for each way to be no notebook
        raise CannotRun(f"{path} is not a notebook that nbformat can read: {error}") from None


def _show(cell: Any) -> None:
    for output in cell.get("outputs", ()):
        if output.output_type == "stream":
            print(output.text, end="", file=sys.stderr if output.name == "stderr" else sys.stdout, flush=True)
        elif "text/plain" in output.get("data", {}):
            print(output.data["text/plain"], flush=True)
