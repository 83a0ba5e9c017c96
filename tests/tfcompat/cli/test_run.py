"""`tfcompat run` behaves as `python` does, with TensorFlow 1 inside."""

import functools
import signal
import subprocess
import sys

import pytest

from tests.support.interpreter import last_line, python

pytestmark = pytest.mark.slow
FIRST = """
import tensorflow as tf
sess = tf.InteractiveSession()
x = tf.Variable([1.0, 2.0]); a = tf.constant([3.0, 3.0])
x.initializer.run()
print(tf.subtract(x, a).eval())
"""
WAYS = {
    "run": ("", ["-m", "tfcompat", "run", "script.py"]),
    "run-module": ("", ["-m", "tfcompat", "run", "-m", "script"]),
    "import-first": ("import tfcompat\n", ["script.py"]),
    "install": ("from tfcompat import install\ninstall()\n", ["script.py"]),
    "import-v1": ("", ["v1.py"]),
    "tensorflow-before": ("import tensorflow as tf\nimport tfcompat\n", ["script.py"]),
    "keras-before": ("import tensorflow as tf\ntf.keras.layers\nimport tfcompat\n", ["script.py"]),
}


@pytest.mark.parametrize("before, command", WAYS.values(), ids=WAYS)
def test_ways_in(tmp_path, before, command):
    (tmp_path / "script.py").write_text(before + FIRST)
    (tmp_path / "v1.py").write_text(FIRST.replace("import tensorflow as tf", "import tfcompat.v1 as tf"))
    assert last_line(python(*command, cwd=tmp_path)) == "[-2. -1.]"


def test_half_fixed_session_where_people_get_stuck_next(tmp_path):
    (tmp_path / "script.py").write_text(FIRST.replace("tf.Interactive", "tf.compat.v1.Interactive"))
    assert last_line(python("-m", "tfcompat", "run", "script.py", cwd=tmp_path)) == "[-2. -1.]"


def test_is_what_python_would_give(tmp_path):
    code = """
import sys, os, pickle, __main__
class Kept: pass
print(sys.argv, __name__, __file__, os.path.basename(sys.path[0]))
print(__doc__, __package__, __spec__, __main__.Kept is Kept)
print(pickle.loads(pickle.dumps(Kept())).__class__ is Kept, input(), sorted(k for k in globals() if k.startswith('__')))
sys.exit(7)
"""
    (tmp_path / "script.py").write_text(code)
    ours = python("-m", "tfcompat", "run", "script.py", "-x", "--", "a b", cwd=tmp_path, stdin="typed\n")
    plain = python("script.py", "-x", "--", "a b", cwd=tmp_path, stdin="typed\n")
    assert (ours.returncode, ours.stdout) == (plain.returncode, plain.stdout)
    assert ours.returncode == 7


def test_module_is_what_python_would_give(tmp_path):
    (tmp_path / "package").mkdir()
    (tmp_path / "package" / "__init__.py").write_text("")
    body = "import sys\nfrom . import other\nprint(sys.argv[1:], __name__, __package__, __spec__.name, other.value)\n"
    (tmp_path / "package" / "__main__.py").write_text(body)
    (tmp_path / "package" / "other.py").write_text("value = 3\n")
    ours = python("-m", "tfcompat", "run", "-m", "package", "-v", cwd=tmp_path)
    plain = python("-m", "package", "-v", cwd=tmp_path)
    assert ours.stdout == plain.stdout and (ours.returncode, plain.returncode) == (0, 0)


def test_users_traceback_and_explanation(tmp_path):
    (tmp_path / "script.py").write_text(
        "import tensorflow as tf\ndef train():\n    tf.get_default_session().run(1)\ntrain()\n"
    )
    done = python("-m", "tfcompat", "run", "script.py", cwd=tmp_path)
    assert done.returncode == 1
    trace = done.stderr[done.stderr.index("Traceback") :]
    assert 'script.py", line 4, in <module>\n    train()' in trace
    assert 'script.py", line 3, in train\n    tf.get_default_session().run(1)' in trace
    assert "/tfcompat/" not in trace and "runpy" not in trace
    assert "tf.get_default_session() is None outside" in trace


def test_own_exception_hook_gets_the_users_frames(tmp_path):
    (tmp_path / "script.py").write_text(
        "import sys, traceback\n"
        "def hook(kind, error, trace): print(traceback.extract_tb(trace)[0].line)\n"
        "sys.excepthook = hook\n"
        "raise KeyError('mine')\n"
    )
    done = python("-m", "tfcompat", "run", "script.py", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "raise KeyError('mine')\n")


def test_interrupt_ends_it_as_it_ends_python(tmp_path):
    (tmp_path / "script.py").write_text("import time\nprint('ready', flush=True)\ntime.sleep(60)\n")
    command, pipe = [sys.executable, "-m", "tfcompat", "run", "script.py"], subprocess.PIPE
    # What a shell starts in the background ignores interrupts, and so does all that it starts.
    heed = functools.partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    with subprocess.Popen(command, cwd=tmp_path, stdout=pipe, stderr=pipe, preexec_fn=heed) as process:
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        errors = process.communicate(timeout=60)[1]
    assert process.returncode == -signal.SIGINT
    assert b"KeyboardInterrupt" in errors and b"/tfcompat/" not in errors


BAD = {
    "missing": (None, "no such file"),
    "binary": (b"\x7fELF\0\0\0", "binary file"),
    "syntax": (b"x = 1\ndef f(:\n", "script.py, line 2: invalid syntax: def f(:"),
    "python2": (b"x = 1\nprint 'two'\ndef f(:\n", "script.py, line 3: neither Python 3 nor Python 2: def f(:"),
    "encoding": (b"x = 1\ny = '\xff'\n", "script.py, line 2: not Python source: 'utf-8' codec can't decode byte 0xff"),
    "tabs": (b"if True:\n\tx = 1\n   y = 2\n", "script.py, line 3: unindent does not match"),
    "cookie": (b"# -*- coding: no-such-codec -*-\n", "script.py"),
}


@pytest.mark.parametrize("content, text", BAD.values(), ids=BAD)
def test_bad_input_is_one_sentence(tmp_path, content, text):
    if content is not None:
        (tmp_path / "script.py").write_bytes(content)
    done = python("-m", "tfcompat", "run", "script.py", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("tfcompat run: ") and text in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_folder_and_module_that_cannot_run(tmp_path):
    folder = python("-m", "tfcompat", "run", str(tmp_path))
    module = python("-m", "tfcompat", "run", "-m", "no_such_module", cwd=tmp_path)
    assert (folder.returncode, module.returncode) == (2, 2)
    assert "without a __main__.py" in folder.stderr and "no module named 'no_such_module'" in module.stderr


def test_source_encoding_cookie_is_honoured(tmp_path):
    (tmp_path / "script.py").write_bytes("# -*- coding: latin-1 -*-\nprint(len('é'), ord('é'))\n".encode("latin-1"))
    assert last_line(python("-m", "tfcompat", "run", "script.py", cwd=tmp_path)) == "1 233"


def test_no_tensorflow_is_one_sentence(tmp_path):
    hide = "import importlib.metadata as m\nold = m.version\ndef version(n):\n    raise m.PackageNotFoundError(n)\n"
    (tmp_path / "sitecustomize.py").write_text(hide + "m.version = version\n")
    (tmp_path / "script.py").write_text("print(1)\n")
    done = python("-c", f"import sys; sys.path.insert(0, {str(tmp_path)!r}); import sitecustomize; "
                  "from tfcompat.cli.main import main; main(['run', 'script.py'])", cwd=tmp_path)  # fmt: skip
    assert done.returncode == 2 and "TensorFlow is not installed" in done.stderr


def test_no_tensorflow_import_without_need(tmp_path):
    (tmp_path / "script.py").write_text(
        "import sys, json\nprint('tensorflow' in sys.modules, 'numpy' in sys.modules)\n"
    )
    assert last_line(python("-m", "tfcompat", "run", "script.py", cwd=tmp_path)) == "False False"
    assert last_line(python("-c", "import tfcompat, sys; print('tensorflow' in sys.modules)")) == "False"


def test_says_what_the_user_set(tmp_path):
    (tmp_path / "script.py").write_text("import tensorflow as tf\nprint(tf.layers.dense(tf.ones([1, 2]), 3).shape)\n")
    done = python("-m", "tfcompat", "run", "script.py", cwd=tmp_path, TF_USE_LEGACY_KERAS="0")
    assert last_line(done) == "(1, 3)"
    assert "TF_USE_LEGACY_KERAS=0 is set" in done.stderr
