"""A notebook's shell: the extension, `import tfcompat` in a cell, errors explained."""

import pytest

from tests.support.interpreter import python

pytestmark = pytest.mark.slow
CELLS = """
import tensorflow as tf
sess = tf.InteractiveSession()
x = tf.Variable([1.0, 2.0]); a = tf.constant([3.0, 3.0])
x.initializer.run()
print(tf.subtract(x, a).eval())
"""


def shell(cells):
    """What IPython prints for these cells, run one by one as in a notebook."""
    code = (
        "from IPython.core.interactiveshell import InteractiveShell\n"
        "shell = InteractiveShell.instance(colors='NoColor')\n"
        f"for cell in {cells!r}:\n    shell.run_cell(cell)\n"
    )
    return python("-c", code)


def test_load_ext():
    done = shell(["%load_ext tfcompat", CELLS])
    assert "tfcompat: the cells below" in done.stdout and "[-2. -1.]" in done.stdout, done.stderr


def test_import_in_the_first_cell_and_tensorflow_before():
    assert "[-2. -1.]" in shell(["import tfcompat", CELLS]).stdout
    assert "[-2. -1.]" in shell(["import tensorflow as tf", "import tfcompat", CELLS.replace("import", "#", 1)]).stdout


def test_unload_gives_tensorflow_2_back():
    done = shell(
        ["%load_ext tfcompat", CELLS, "%unload_ext tfcompat", "print(tf.__version__, (tf.ones(2) + 1).numpy())"]
    )
    assert "2. 2." in done.stdout.splitlines()[-1], done.stdout + done.stderr


def test_a_known_error_is_explained_once():
    done = shell(["%load_ext tfcompat", "import tensorflow as tf\ntf.constant(1).eval()"])
    assert done.stderr.count("What to do: Call them inside `with tf.Session() as sess:`") == 1


PYTHON_2 = [
    "import tfcompat",
    "%tensorflow_version 1.x\n!pip install -q tensorflow==1.15 --quiet",
    "import tensorflow as tf\nprint 'version', tf.__version__, 7 / 2",
    "def half(n):\n    return n / 2\n%time print(half(7))",
    "%%time\nprint 'timed', half(9)",
    "names = !echo one two\nfor name in names:\n    print name,",
    "print(9 / 2)",
    "%%writefile kept.py\nprint 'a'",
]


def test_python_2_cells_and_installs_of_tensorflow_1(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    out = shell(PYTHON_2).stdout
    assert "tfcompat: %tensorflow_version 1.x is not needed" in out
    assert "tfcompat: tensorflow==1.15 is not installed: this notebook runs on the TensorFlow that is here" in out
    assert "version 1.15.5 3\n3\n" in out.replace("CPU times", "\nCPU times").replace("\n\n", "\n")
    assert "timed 4\n" in out and "one two 4\n" in out
    assert (tmp_path / "kept.py").read_text() == "print 'a'\n"


def test_python_2_is_left_alone_without_the_view():
    assert "SyntaxError" in shell(["%load_ext tfcompat", "%unload_ext tfcompat", "print 'a'"]).stdout
