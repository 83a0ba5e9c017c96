"""A library in site-packages keeps TensorFlow 2 in the process where the user's script trains in a session."""

import gc
import inspect
import sys

import pytest

import tfcompat.hook.project as project
from tfcompat.hook import libraries

LIBRARY = {
    "__init__": """
import tensorflow as tf
from {name}.more import Model, batches

EAGER_AT_IMPORT = tf.executing_eagerly()
KEPT = tf.constant([1.0, 2.0])

def total(x, *rest, scale=1.0, **more):
    assert isinstance(KEPT.shape[0], int) and tf.executing_eagerly()
    return float(tf.reduce_sum(tf.constant(x) + KEPT).numpy()) * scale

@tf.function
def _compiled(x):
    if tf.reduce_sum(x) > 0:
        return x * 2.0
    return x

def compiled(x):
    return _compiled(tf.constant(x)).numpy().tolist()

def dataset():
    return tf.data.Dataset.range(4).map(lambda x: x * 2)

def fails():
    raise KeyError("theirs")
""",
    "more": """
import tensorflow as tf

class Model(tf.Module):
    def __init__(self, start=(1.0, 2.0)):
        super().__init__()
        self.w = tf.Variable(start)

    @property
    def norm(self):
        return round(float(tf.norm(self.w).numpy()), 4)

    @staticmethod
    def double(x):
        return (tf.constant(x) * 2.0).numpy().tolist()

    @classmethod
    def make(cls):
        return cls()

    def fit(self):
        with tf.GradientTape() as tape:
            loss = tf.reduce_sum(self.w ** 2)
        self.w.assign_sub(0.1 * tape.gradient(loss, self.w))
        return float(loss.numpy())

def batches(n):
    for i in range(n):
        received = yield float((tf.constant(1.0) * i).numpy())
""",
}


@pytest.fixture
def library(tmp_path, monkeypatch, request):
    name = f"modern_{abs(hash(request.node.name)) % 10**8}"
    folder = tmp_path / "site-packages" / name
    folder.mkdir(parents=True)
    for module, body in LIBRARY.items():
        (folder / f"{module}.py").write_text(body.format(name=name) if module == "__init__" else body)
    monkeypatch.syspath_prepend(str(folder.parent))
    yield name
    for each in [each for each in sys.modules if each.partition(".")[0] == name]:
        del sys.modules[each]


def run(code, name):
    namespace = {"__name__": "__main__"}
    exec(code.replace("LIBRARY", name), namespace)
    return namespace["result"]


def test_both_views_in_one_script(library):
    code = """
import tensorflow as tf
import LIBRARY as lib
x = tf.placeholder(tf.float32, [None, 2])
w = tf.Variable(tf.ones([2, 1]))
loss = tf.reduce_mean(tf.square(tf.matmul(x, w) - 1.0))
step = tf.train.GradientDescentOptimizer(0.05).minimize(loss)
result = [x.shape[1].value, lib.EAGER_AT_IMPORT]
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for _ in range(2):
        result.append(sess.run([step, loss], {x: [[1.0, 2.0]]})[1])
        result.append(lib.total([1.0, 2.0]))
        result.append(lib.compiled([1.0, 2.0]))
result.append(tf.executing_eagerly())
"""
    assert run(code, library) == [2, True, 4.0, 6.0, [2.0, 4.0], 1.0, 6.0, [2.0, 4.0], False]


def test_classes_generators_and_properties(library):
    code = """
import tensorflow as tf
import LIBRARY as lib
before = len(tf.get_default_graph().get_operations())
model = lib.Model()
result = [model.norm, model.fit(), lib.Model.double([1.0]), lib.Model.make().norm, list(lib.batches(3))]
result.append(len(tf.get_default_graph().get_operations()) - before)
"""
    assert run(code, library) == [2.2361, 5.0, [2.0], 2.2361, [0.0, 1.0, 2.0], 0]


def test_library_imported_before_tensorflow_code_is_kept_too(library):
    code = "from LIBRARY.more import Model\nimport tensorflow as tf\nresult = Model().norm, tf.executing_eagerly()"
    assert run(code, library) == (2.2361, False)


def test_datasets_of_a_library(library):
    code = """
import tensorflow as tf
import LIBRARY as lib
data = lib.dataset()
result = [[int(item.numpy()) for item in data], [item.numpy().tolist() for item in data.batch(3)]]
following = tf.data.make_one_shot_iterator(data.map(lambda x: x + 1)).get_next()
with tf.Session() as sess:
    result.append([int(sess.run(following)) for _ in range(4)])
"""
    assert run(code, library) == [[0, 2, 4, 6], [[0, 2, 4], [6]], [1, 3, 5, 7]]


def test_signatures_names_and_sources_are_the_librarys(library):
    lib = run("import tensorflow as tf\nimport LIBRARY as result", library)
    assert str(inspect.signature(lib.total)) == "(x, *rest, scale=1.0, **more)"
    assert inspect.getfullargspec(lib.Model.__init__).args == ["self", "start"]
    assert inspect.getsource(lib.total).startswith("def total(x, *rest")
    assert inspect.isgeneratorfunction(lib.batches) and vars(lib.total) == {}
    assert lib.total([1.0, 2.0], 5, scale=2.0, other=1) == 12.0


def test_a_module_that_takes_a_freed_ones_place_in_memory_is_guarded(library):
    for _ in range(30):
        lib = run("import tensorflow as tf\nimport LIBRARY as result", library)
        assert lib.total([1.0, 2.0]) == 6.0 and lib.Model.double([1.0]) == [2.0]
        del lib, sys.modules[library], sys.modules[f"{library}.more"]
        gc.collect()


def test_an_error_shows_the_users_and_the_librarys_frames(library):
    from tfcompat.hook.errors import hide_our_frames

    try:
        run("import tensorflow as tf\nimport LIBRARY as lib\nresult = lib.fails()", library)
    except KeyError as error:
        hide_our_frames(error)
        shown = error.__traceback__
    names = []
    while shown is not None:
        names.append(shown.tb_frame.f_code.co_name)
        shown = shown.tb_next
    assert names[-2:] == ["<module>", "fails"]


def test_what_pip_put_into_another_folder_is_a_library(tmp_path, monkeypatch):
    """`pip install --target` leaves a RECORD there; what lies beside it is the user's, as is an editable install."""
    for name in ("theirs", "mine"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text("")
    info = tmp_path / "theirs-1.0.dist-info"
    info.mkdir()
    (info / "RECORD").write_text("theirs/__init__.py,sha256=x,0\ntheirs_one.py,,\ntheirs-1.0.dist-info/RECORD,,\n")
    paths = [str(tmp_path / each) for each in ("theirs/__init__.py", "theirs_one.py", "mine/__init__.py", "train.py")]
    assert [project.is_user_file(each) for each in paths[2:]] == [True, True]
    monkeypatch.syspath_prepend(str(tmp_path))
    project.name_packages()
    assert [project.is_user_file(each) for each in paths] == [False, False, True, True]
    assert libraries._look_up("theirs") and not libraries._look_up("mine")


def test_tf2_block():
    code = """
import tensorflow as tf
import tfcompat
inside = tf.Variable([1.0])
with tfcompat.tf2() as tf2:
    value = (tf2.Variable([1.0, 2.0]) * 2.0).numpy().tolist()
    result = [value, tf2.executing_eagerly(), tf2.ones([2, 3]).shape[0], tf2.__version__[0]]
result += [tf.executing_eagerly(), tf.ones([2, 3]).shape[0].value, inside.graph is tf.get_default_graph()]
"""
    assert run(code, "") == [[2.0, 4.0], True, 2, "2", False, 2, True]


def test_packages_can_be_named(library, monkeypatch):
    import tensorflow as tf

    monkeypatch.setattr(project, "tf1_packages", {*project.tf1_packages, library})
    libraries._library.clear()
    code = "import tensorflow as tf\nfrom LIBRARY import more\nresult = more.tf is tf, more.tf.executing_eagerly()"
    (directory,) = [p for p in sys.path if p.endswith("site-packages") and "pytest" in p][:1]
    with open(f"{directory}/{library}/__init__.py", "w") as file:
        file.write("")
    assert run(code, library) == (True, False)
    assert tf.__version__ == "1.15.5"
    libraries._library.clear()
