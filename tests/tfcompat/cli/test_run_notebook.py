"""`tfcompat run X.ipynb` executes the cells in a kernel that sees TensorFlow 1."""

import json

import pytest

from tests.support.interpreter import python

pytestmark = pytest.mark.slow


def notebook(path, *cells):
    """Writes a version 4 notebook of code cells."""
    rows = [
        {"cell_type": "code", "execution_count": None, "metadata": {}, "outputs": [], "source": cell} for cell in cells
    ]
    spec = {"display_name": "Python 2", "language": "python", "name": "python2"}
    path.write_text(json.dumps({"cells": rows, "metadata": {"kernelspec": spec}, "nbformat": 4, "nbformat_minor": 2}))


def test_cells_see_tensorflow_1(tmp_path):
    first = "%matplotlib --list\nimport tensorflow as tf\nimport sys\nsess = tf.InteractiveSession()"
    second = "x = tf.Variable([1.0, 2.0])\nx.initializer.run()\nprint(tf.subtract(x, [3.0, 3.0]).eval(), sys.argv[1:])"
    notebook(tmp_path / "old.ipynb", first, second, "x.shape[0].value")
    done = python("-m", "tfcompat", "run", "old.ipynb", "-a", "b c", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "[-2. -1.] ['-a', 'b c']\n2\n" in done.stdout


def test_a_failing_cell_is_named(tmp_path):
    """Leaving without a failure is none: `tf.app.run()` ends so."""
    notebook(tmp_path / "old.ipynb", "import sys\nprint('before')\nsys.exit()", "1 / 0", "print('after')")
    done = python("-m", "tfcompat", "run", "old.ipynb", cwd=tmp_path)
    assert done.returncode == 1 and done.stdout == "before\n"
    assert "old.ipynb, cell 2:" in done.stderr and "ZeroDivisionError" in done.stderr


def test_what_a_cell_prints_is_seen_while_it_runs(tmp_path):
    """The cell goes on when it finds its first line in the file that standard output goes to, and not before."""
    wait = "while 'epoch 1' not in open('seen.txt').read() and time.time() < end:\n    time.sleep(0.05)\n"
    cell = f"import time\nend = time.time() + 60\nprint('epoch 1')\n{wait}print('in time:', time.time() < end)"
    notebook(tmp_path / "long.ipynb", cell)
    code = (
        "import sys\nfrom tfcompat.cli.main import main\n"
        "sys.stdout = open('seen.txt', 'w')\n"
        "main(['run', 'long.ipynb'])\n"
    )
    python("-c", code, cwd=tmp_path)
    assert (tmp_path / "seen.txt").read_text() == "epoch 1\nin time: True\n"


def test_what_is_no_notebook_is_one_sentence(tmp_path):
    (tmp_path / "broken.ipynb").write_text("{")
    for name, text in (("broken.ipynb", "not a notebook"), ("missing.ipynb", "no such file")):
        done = python("-m", "tfcompat", "run", name, cwd=tmp_path)
        assert done.returncode == 2 and text in done.stderr and len(done.stderr.strip().splitlines()) == 1, done.stderr


NO_NOTEBOOK = {
    "nothing": (b" \n", "it is empty"),
    "UTF-16": ("{}".encode("utf-16"), "it is UTF-16"),
    "Latin-1": (b'{"cells":\n"\xe9"}', "it is not UTF-8 in line 2 (byte 0xe9)"),
    "a web page": (b"<!DOCTYPE html><html>", "it is a web page"),
    "a pointer": (b"version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 3\n", "git lfs pull"),
    "a conflict": (b'{\n<<<<<<< HEAD\n"cells": []\n=======\n>>>>>>> b\n}', "conflict of git in line 2"),
    "cut off": (b'{"nbformat": 4, "cells": [{"cell_ty', "is no JSON from line 1, column 28 on"),
    "a list": (b"[1]", "is not a notebook that nbformat can read"),
    "for R": (
        b'{"nbformat": 4, "nbformat_minor": 2, "metadata": {"kernelspec": {"name": "ir", "display_name": "R", '
        b'"language": "R"}}, "cells": []}',
        "is a notebook for R",
    ),
    "a number for a source": (
        b'{"nbformat": 4, "nbformat_minor": 2, "metadata": {}, "cells": [{"cell_type": "code", "metadata": {}, '
        b'"outputs": [], "execution_count": null, "source": 3}]}',
        "x.ipynb, cell 1: its source must be text",
    ),
    "a version to come": (b'{"nbformat": 99, "metadata": {}, "cells": []}', "Unsupported nbformat version 99"),
    "no cells": (b'{"nbformat": 4, "nbformat_minor": 2, "metadata": {}}', "missing an expected key: cells"),
    "empty": (b'{"nbformat": 4, "nbformat_minor": 2, "metadata": {}, "cells": []}', "has no code cells"),
}


@pytest.mark.parametrize(("content", "text"), NO_NOTEBOOK.values(), ids=NO_NOTEBOOK)
def test_nothing_is_written_for_what_is_no_notebook(tmp_path, content, text):
    (tmp_path / "x.ipynb").write_bytes(content)
    done = python("-m", "tfcompat", "run", "--output", "new.ipynb", "x.ipynb", cwd=tmp_path)
    assert done.returncode == 2 and done.stderr.startswith("tfcompat run: x.ipynb") and text in done.stderr
    assert not (tmp_path / "new.ipynb").exists()


def test_nbformat_1(tmp_path):
    cell = {"cell_type": "code", "code": "print('one')"}
    (tmp_path / "old.ipynb").write_text(json.dumps({"nbformat": 1, "cells": [cell]}))
    done = python("-m", "tfcompat", "run", "old.ipynb", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "one\n"), done.stderr


def test_a_dead_kernel_and_mixed_tabs_are_named_with_their_cell(tmp_path):
    notebook(tmp_path / "tabs.ipynb", "x = 1", "if x:\n\ty = 1\n        z = 2\nprint(z)", "if x:\n\ty = 1\n   z = 2")
    done = python("-m", "tfcompat", "run", "tabs.ipynb", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "2\n") and "tabs.ipynb, cell 3:" in done.stderr
    notebook(tmp_path / "dead.ipynb", "print(1)", "import os; os._exit(3)", "print(2)")
    done = python("-m", "tfcompat", "run", "--keep-going", "dead.ipynb", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "1\n")
    assert "dead.ipynb, cell 2: the kernel died while it ran this cell:\nimport os; os._exit(3)" in done.stderr


def test_python_2_cells_and_the_executed_copy(tmp_path):
    notebook(tmp_path / "old.ipynb", "n = 3\nprint(n / 2)", "print 'half', 7 / 2", "1 / 0", "print xrange(2)")
    done = python("-m", "tfcompat", "run", "--keep-going", "--output", "new.ipynb", "old.ipynb", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "1\nhalf 3\nrange(0, 2)\n"), done.stderr
    assert "old.ipynb, cell 3:" in done.stderr
    new = json.loads((tmp_path / "new.ipynb").read_text())
    assert new["metadata"]["kernelspec"]["name"] == "python3"
    assert ["".join(cell["source"]) for cell in new["cells"]][1] == "print 'half', 7 / 2"
    assert "".join("".join(output["text"]) for output in new["cells"][1]["outputs"]) == "half 3\n"
    assert [path.name for path in tmp_path.iterdir() if path.suffix != ".ipynb"] == []


def test_nbformat_3(tmp_path):
    cell = {"cell_type": "code", "input": "print 'three'", "language": "python", "metadata": {}, "outputs": []}
    sheets = [{"cells": [cell], "metadata": {}}]
    old = {"metadata": {"name": ""}, "nbformat": 3, "nbformat_minor": 0, "worksheets": sheets}
    (tmp_path / "old.ipynb").write_text(json.dumps(old))
    done = python("-m", "tfcompat", "run", "old.ipynb", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "three\n"), done.stderr


def test_options_of_notebooks_are_refused_for_scripts(tmp_path):
    (tmp_path / "script.py").touch()
    done = python("-m", "tfcompat", "run", "--keep-going", "script.py", cwd=tmp_path)
    assert done.returncode == 2 and "are for notebooks" in done.stderr
