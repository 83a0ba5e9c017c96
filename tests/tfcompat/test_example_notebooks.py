"""The notebooks in `examples/tfcompat` run whole, and print what they were kept with."""

import gzip
import json
import shutil
import struct

import numpy as np
import pytest

from tests.support.interpreter import ROOT, python
from tfcompat.explain import search

pytestmark = pytest.mark.slow
EXAMPLES = ROOT / "examples" / "tfcompat"


def printed(path):
    """What the cells of an executed notebook printed, one text a cell."""
    cells = [cell for cell in json.loads(path.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == "code"]
    outputs = [[each for each in cell["outputs"] if each["output_type"] == "stream"] for cell in cells]
    return ["".join("".join(each["text"]) for each in some if each["name"] == "stdout") for some in outputs]


def run(name, folder):
    """Runs a copy by `tfcompat run` and gives what its cells printed."""
    shutil.copy(EXAMPLES / name, folder)
    process = python("-m", "tfcompat", "run", "--output", "new.ipynb", name, cwd=folder, PIP_NO_INDEX="1")
    assert process.returncode == 0, process.stderr[-2000:]
    return printed(folder / "new.ipynb")


def in_jupyter(name, folder, code):
    """Runs code on `notebook`, a copy, where no tfcompat is; gives the process, and what the cells printed."""
    shutil.copy(EXAMPLES / name, folder)
    read = f"import nbformat, nbclient\nnotebook = nbformat.read({name!r}, 4)\n"
    process = python("-c", f"{read}{code}nbformat.write(notebook, 'new.ipynb')\n", cwd=folder)
    assert process.returncode == 0, process.stderr[-2000:]
    return process, printed(folder / "new.ipynb")


def write_digits(folder):
    """Files of MNIST's names and sizes: ten patterns under noise."""
    random = np.random.RandomState(0)
    patterns = random.randint(0, 2, (10, 28, 28)) * 200
    folder.mkdir()
    for part, count in (("train", 5600), ("t10k", 100)):
        labels = (np.arange(count) * 7 % 10).astype(np.uint8)
        images = (patterns[labels] + random.randint(0, 56, (count, 28, 28))).astype(np.uint8)
        for kind, array in (("images-idx3", images), ("labels-idx1", labels)):
            header = struct.pack(f">{1 + array.ndim}I", 0x800 | array.ndim, *array.shape)
            with gzip.open(folder / f"{part}-{kind}-ubyte.gz", "wb", compresslevel=1) as file:
                file.write(header + array.tobytes())


def test_python_2(tmp_path):
    found = run("python2.ipynb", tmp_path)
    assert found == printed(EXAMPLES / "python2.ipynb") and "classes = 3" in found[1]


def test_python_2_in_jupyter(tmp_path):
    """Nothing runs it as it is: no kernel has the name that it asks for. One cell more and Python 3's kernel do."""
    process, found = in_jupyter(
        "python2.ipynb",
        tmp_path,
        "try:\n    nbclient.NotebookClient(notebook).execute()\n"
        "except Exception as error:\n    print(f'{type(error).__name__}: {error}')\n"
        "notebook.cells.insert(0, nbformat.v4.new_code_cell('%load_ext tfcompat'))\n"
        "nbclient.NotebookClient(notebook, kernel_name='python3').execute()\n",
    )
    assert search.find(process.stdout).key == "no-kernel"
    assert found[1:] == printed(EXAMPLES / "python2.ipynb")


def test_keras_1(tmp_path):
    found = run("keras_1.ipynb", tmp_path)
    assert "flatten_1 (Flatten)          (None, 128)" in found[3] and found[4] == "True\nTrue\n"


def test_mnist_of_2017(tmp_path):
    write_digits(tmp_path / "MNIST_data")
    found = run("mnist_2017.ipynb", tmp_path)
    assert "tensorflow==1.4.0 is not installed" in found[1] and found[2] == "60 0.01\n"
    assert float(found[6].split()[-1]) > 0.9
    assert "conv1/biases" in found[7]


def test_interactive_session_story(tmp_path):
    """In a kernel without tfcompat, as a reader runs it: the first error, the second, and the cure."""
    name = "interactive_session.ipynb"
    _, found = in_jupyter(name, tmp_path, "nbclient.NotebookClient(notebook).execute()\n")
    kept = printed(EXAMPLES / name)
    assert [found[0], found[1]] == [kept[0], kept[1]]
    assert "has no attribute 'InteractiveSession'" in found[0] and "'NoneType' object has no attribute" in found[1]
    assert "What to do:" in found[2] and "see TensorFlow 1.15" in found[3]
    assert found[4:] == ["[-2. -1.]\n", "[1. 2.]\n1.15.5 False\n"]
