"""The notebooks in `examples/tfcompat` run whole, and print what they were kept with."""

import gzip
import json
import shutil
import struct

import numpy as np
import pytest

from tests.support.interpreter import ROOT, python

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
    shutil.copy(EXAMPLES / "interactive_session.ipynb", tmp_path)
    code = (
        "import nbformat, nbclient\n"
        "notebook = nbformat.read('interactive_session.ipynb', 4)\n"
        "nbclient.NotebookClient(notebook).execute()\n"
        "nbformat.write(notebook, 'new.ipynb')\n"
    )
    process = python("-c", code, cwd=tmp_path)
    assert process.returncode == 0, process.stderr[-2000:]
    found, kept = printed(tmp_path / "new.ipynb"), printed(EXAMPLES / "interactive_session.ipynb")
    assert [found[0], found[1]] == [kept[0], kept[1]]
    assert "has no attribute 'InteractiveSession'" in found[0] and "'NoneType' object has no attribute" in found[1]
    assert "What to do:" in found[2] and "see TensorFlow 1.15" in found[3]
    assert found[4:] == ["[-2. -1.]\n", "[1. 2.]\n1.15.5 False\n"]
