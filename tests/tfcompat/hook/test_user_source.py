"""Modules of the user's in Python 2 are translated as they are imported; others are left to Python."""

import importlib
import sys

import pytest

from tfcompat.hook import user_source


@pytest.fixture
def project(tmp_path, monkeypatch):
    files = {
        "py2_script_helper.py": "print 'helper'\nvalue = 7 / 2\n",
        "py2_package/__init__.py": "",
        "py2_package/old.py": "import sibling\nfrom sibling import three\nprint sibling.three / 2\n",
        "py2_package/mixed.py": "import sibling\nfrom sibling import three\nvalue = sibling.three + three\n",
        "py2_package/sibling.py": "three = 3\n",
        "py2_package/broken.py": "def f(:\n",
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    monkeypatch.syspath_prepend(tmp_path)
    yield tmp_path
    for name in [name for name in sys.modules if name.startswith("py2_")]:
        del sys.modules[name]


def test_module(project, capsys):
    assert importlib.import_module("py2_script_helper").value == 3
    captured = capsys.readouterr()
    assert captured.out == "helper\n"
    assert captured.err.endswith("py2_script_helper.py is Python 2; it runs translated\n")
    assert not list(project.glob("__pycache__/py2_script_helper*")), "plain Python would find the translated code"


def test_module_in_a_package_imports_its_siblings(project, capsys):
    import py2_package.old  # noqa: F401

    assert capsys.readouterr().out == "1\n"


def test_implicit_relative_import_in_python_3_source(project):
    from py2_package import mixed

    assert mixed.value == 6


def test_neither_language_is_python_3s_own_error(project):
    with pytest.raises(SyntaxError) as caught:
        import py2_package.broken  # noqa: F401
    assert caught.value.filename.endswith("broken.py") and caught.value.lineno == 1


def test_coding_cookie(tmp_path):
    source = "# coding: latin-1\nprint 'é'\nx = u'é'\n".encode("latin-1")
    names = {}
    exec(user_source.compiled(source, str(tmp_path / "old.py")), names)
    assert names["x"] == "é"


def test_missing_fissix_is_one_sentence(tmp_path, monkeypatch):
    from tfcompat.rewrite.python2 import tools
    from tfcompat.rewrite.python2.engine import ENGINES

    for engine in ENGINES:
        monkeypatch.setitem(sys.modules, engine, None)
    tools._tool.cache_clear()
    try:
        with pytest.raises(ModuleNotFoundError, match="run: pip install fissix"):
            user_source.compiled(b"print 1\n", "old.py")
        user_source.compiled(b"def f():\n    return xrange(3)\n", "both.py")  # parses: runs as far as it goes
    finally:
        tools._tool.cache_clear()
