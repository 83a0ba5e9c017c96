"""A notebook's cells before IPython reads them: Python 2 translated, installs of TensorFlow 1 left out."""

from __future__ import annotations

import ast
import re
from typing import Any

from tfcompat.hook import old_code
from tfcompat.rewrite import installs
from tfcompat.rewrite.python2 import compiling, marks
from tfcompat.rewrite.python2.translate import NotPython2, translate
from tfcompat.source import magics

# Cell magics whose body is Python of this kernel.
PYTHON_BODIES = frozenset("capture memit mprun prun time timeit".split())
# IPython before 8 does not know `names = !command` on Python 3.12, whose tokenizer reads `!` otherwise.
_OUTPUT_OF = re.compile(r"\A([\w., ()\[\]]+=)[ \t]*!(?!=)(.*[^\\\n])\Z")
_DIVISION = re.compile(r"from\s+__future__\s+import\b.*\bdivision\b")


class Cells:
    """One shell's cells. Once a cell is Python 2, divisions of whole numbers in all of them are Python 2's."""

    def __init__(self) -> None:
        self.python2 = False
        self._true_division = False

    def lines(self, lines: list[str]) -> list[str]:
        """An IPython input transformation: the lines of a cell in, those that run out."""
        text = "".join(lines)
        new = self.source(text)
        return lines if new == text else new.splitlines(keepends=True)

    def source(self, text: str) -> str:
        """The text of a cell as it runs."""
        head, body = _python_in(text)
        if not body:
            return text
        self._true_division = self._true_division or bool(_DIVISION.search(body))
        cell = magics.hide(body)
        for name, line in cell.lines.items():
            found = installs.without_old_tensorflow(line)
            if found is not None:
                remark = f"print({f'tfcompat: {found.remark}'!r})"
                cell.lines[name] = f"{remark}; {_as_call(found.command)}" if found.command else remark
            else:
                cell.lines[name] = _OUTPUT_OF.sub(_as_output, line)
        return head + cell.restored(self._python3(cell.text))

    def visit(self, tree: ast.Module) -> ast.Module:
        """An IPython tree transformation: what was meant; in a Python 2 notebook, divisions that values decide."""
        if self.python2:
            tree = compiling.exact(tree, divisions_too=not self._true_division)
        return old_code.served(tree)

    def _python3(self, text: str) -> str:
        if not marks.is_python2(text):
            return text
        try:
            new = translate(text, "this cell").text
        except NotPython2:
            return text  # Python 3's own error names the line
        self.python2 = True
        return new


def _python_in(text: str) -> tuple[str, str]:
    """A cell's magic line and its Python; the latter is empty where the magic takes something else."""
    head, body = magics.split_cell_magic(text)
    other = head and (head[2:].split() or [""])[0] not in PYTHON_BODIES
    return head, "" if other else body


def needs_translation(text: str) -> bool:
    """Whether a cell is Python 2."""
    _, body = _python_in(text)
    cell = magics.hide(body)
    if not marks.is_python2(cell.text):
        return False
    try:
        translate(cell.text)
    except NotPython2:
        return False
    return True


def add_to(shell: Any) -> Cells:
    """Gives a shell this treatment; a second call gives back what is there."""
    known = getattr(shell, "_tfcompat_cells", None)
    if known is None:
        known = shell._tfcompat_cells = Cells()
        before = shell.input_transformers_cleanup
        names = [getattr(each, "__name__", "") for each in before]
        before.insert(names.index("cell_magic") if "cell_magic" in names else len(before), known.lines)
        shell.ast_transformers.append(known)
    return known


def take_from(shell: Any) -> None:
    """Cells are plain again."""
    known = shell.__dict__.pop("_tfcompat_cells", None)
    if known is not None:
        shell.input_transformers_cleanup.remove(known.lines)
        shell.ast_transformers.remove(known)


def _as_call(command: str) -> str:
    """`!command` and `%magic …` as the calls that IPython makes of them."""
    if command.startswith("!"):
        return f"get_ipython().system({command[1:].strip()!r})"
    name, _, rest = command[1:].partition(" ")
    return f"get_ipython().run_line_magic({name!r}, {rest.strip()!r})"


def _as_output(line: re.Match[str]) -> str:
    """`names = !command` as IPython writes it in Python."""
    return f"{line[1]} get_ipython().getoutput({line[2].strip()!r})"
