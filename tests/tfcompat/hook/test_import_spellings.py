"""Every way of spelling the import gives the user's code TensorFlow 1."""

import sys

import pytest

BODY = """
sess = tf.InteractiveSession()
x = tf.Variable([1.0, 2.0])
a = tf.constant([3.0, 3.0])
x.initializer.run()
result = tf.subtract(x, a).eval().tolist()
sess.close()
"""
SPELLINGS = {
    "as": "import tensorflow as tf",
    "bare": "import tensorflow\ntf = tensorflow",
    "compat-v1-as": "import tensorflow.compat.v1 as tf",
    "compat-v1-as-disabled": "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()",
    "compat-v1-as-eager-disabled": "import tensorflow.compat.v1 as tf\ntf.disable_eager_execution()",
    "from-compat-v1": "from tensorflow.compat import v1 as tf",
    "from-compat": "from tensorflow import compat\ntf = compat.v1",
    "attribute": "import tensorflow as t\ntf = t.compat.v1\ntf.disable_v2_behavior()",
    "dunder": "tf = __import__('tensorflow')",
    "dunder-dotted": "tf = __import__('tensorflow.compat.v1').compat.v1",
    "dunder-fromlist": "tf = __import__('tensorflow.compat.v1', fromlist=['v1'])",
    "importlib": "import importlib\ntf = importlib.import_module('tensorflow')",
    "importlib-dotted": "import importlib\ntf = importlib.import_module('tensorflow.compat.v1')",
    "pkgutil": "import pkgutil\ntf = pkgutil.resolve_name('tensorflow')",
    "tfcompat-v1": "import tfcompat.v1 as tf",
    "from-tfcompat": "from tfcompat import v1 as tf",
    "function": "def load():\n    import tensorflow as tf\n    return tf\ntf = load()",
    "exec": "scope = {}\nexec('import tensorflow as tf', scope)\ntf = scope['tf']",
    "try": "try:\n    import tensorflow.compat.v1 as tf\n    tf.disable_v2_behavior()\n"
    "except ImportError:\n    import tensorflow as tf",
    "version-check": "import tensorflow as tf\nassert not tf.__version__.startswith('2')",
    "half-fixed-session": "import tensorflow as tf\ntf.InteractiveSession = tf.compat.v1.InteractiveSession",
}
NAMES = {
    "from": "from tensorflow import InteractiveSession, Variable, constant, subtract",
    "from-as": "from tensorflow import InteractiveSession as InteractiveSession, Variable, constant, subtract",
    "from-compat-v1-names": "from tensorflow.compat.v1 import InteractiveSession, Variable, constant, subtract",
    "star": "from tensorflow import *",
    "star-compat-v1": "from tensorflow.compat.v1 import *",
}


def run(code):
    namespace = {"__name__": "__main__"}
    exec(code, namespace)
    return namespace["result"]


@pytest.mark.parametrize("spelling", SPELLINGS.values(), ids=SPELLINGS)
def test_module(spelling):
    assert run(f"{spelling}\n{BODY}") == [-2.0, -1.0]


@pytest.mark.parametrize("spelling", NAMES.values(), ids=NAMES)
def test_names(spelling):
    assert run(f"{spelling}\n{BODY.replace('tf.', '')}") == [-2.0, -1.0]


def test_half_fixed_where_people_get_stuck_next():
    code = BODY.replace("tf.InteractiveSession", "tf.compat.v1.InteractiveSession")
    assert run(f"import tensorflow as tf\n{code}") == [-2.0, -1.0]


def test_thread():
    code = """
import threading
def work():
    import tensorflow as tf
    graph = tf.Graph()
    with graph.as_default(), tf.Session() as sess:
        kept.append(sess.run(tf.placeholder_with_default(3.0, []) * 2))
kept = []
thread = threading.Thread(target=work)
thread.start()
thread.join()
result = kept
"""
    assert run(code) == [6.0]


def test_submodules():
    code = """
import tensorflow.nn as nn
from tensorflow.python.framework import ops
import tensorflow.python.ops.math_ops as math_ops
import tensorflow as tf
result = [nn is tf.nn, ops.get_default_graph() is tf.get_default_graph(), callable(math_ops.add)]
"""
    assert run(code) == [True, True, True]


def test_compat_v2_is_tensorflow_2():
    code = """
import tensorflow.compat.v2 as tf2
import tensorflow as tf
result = tf2.__version__.startswith('2.'), tf.__version__
"""
    assert run(code) == (True, "1.15.5")


def test_missing_name_says_where_it_went():
    with pytest.raises(ImportError, match="TensorFlow 1.15 has no tf.sesion; did you mean"):
        run("from tensorflow import sesion")
    with pytest.raises(AttributeError, match="did you mean"):
        run("import tensorflow as tf\ntf.plaecholder")
    with pytest.raises(ModuleNotFoundError, match="tf.no_such_module"):
        run("import tensorflow.no_such_module")


def test_no_import_moves_what_the_user_draws(monkeypatch):
    import random
    import sys

    for name in [each for each in sys.modules if each.partition(".")[0] == "rich"]:
        monkeypatch.delitem(sys.modules, name)
    state = random.getstate()
    import rich.style  # draws as it is imported

    assert rich.style.Style is not None
    assert random.getstate() == state


def test_modules_of_python_2(tmp_path, monkeypatch):
    """The user's code has them, unless it has modules of its own so called; libraries go without."""
    monkeypatch.syspath_prepend(tmp_path)
    code = "from sets import Set\nimport exceptions\nresult = repr(Set([3, 5])), exceptions.OSError is OSError"
    library = {"__name__": "some_library", "__file__": pytest.__file__}
    try:
        with pytest.raises(ModuleNotFoundError, match="'sets'"):
            exec(code, library)
        assert run(code) == ("Set([3, 5])", True)
        for name in ("sets", "exceptions"):
            del sys.modules[name]
        package = tmp_path / "of_the_user"
        package.mkdir()
        (package / "__init__.py").touch()
        (package / "exceptions.py").write_text("class NoRoad(Exception):\n    pass\n")
        (package / "roads.py").write_text("from exceptions import NoRoad\n")
        assert run("from of_the_user.roads import NoRoad as result").__module__ == "of_the_user.exceptions"
    finally:
        for name in ("sets", "exceptions", "of_the_user", "of_the_user.roads", "of_the_user.exceptions"):
            sys.modules.pop(name, None)


def test_old_names_of_a_module_that_is_imported_from_its_package():
    code = "from sklearn import manifold\nresult = manifold.TSNE(n_iter=260).max_iter"
    assert run(code) == 260


PATCHED = """
import tensorflow as tf
from unittest import mock

@mock.patch("tensorflow.get_variable", lambda name: name + " patched")
def call():
    return tf.get_variable("x"), tf.layers

with mock.patch("tensorflow.nn.relu6") as relu6:
    tf.nn.relu6(1)
result = call()[0], relu6.call_count, callable(tf.get_variable), tf.nn.relu6 is relu6
"""


def test_mock_patches_what_the_code_sees():
    assert run(PATCHED) == ("x patched", 1, True, False)
