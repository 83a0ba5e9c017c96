"""Whose code is it: the user's, or a library's?"""

import os
import sysconfig

import pytest

from tfcompat.backend import versions
from tfcompat.hook import project


@pytest.mark.parametrize(
    "path, users",
    [
        (os.path.join(sysconfig.get_paths()["stdlib"], "json", "__init__.py"), False),
        (os.path.join(sysconfig.get_paths()["purelib"], "anything.py"), False),
        ("/usr/lib/python3/dist-packages/anything.py", False),
        ("/home/somebody/.local/lib/python3.11/site-packages/anything.py", False),
        (project.__file__, False),
        ("<frozen importlib._bootstrap>", False),
        ("/home/somebody/project/model.py", True),
        ("script.py", True),
    ],
)
def test_files(path, users):
    assert project.is_user_file(path) == users


def test_main_and_notebook_cells_are_the_users():
    assert project.sees_tf1({"__name__": "__main__"}, None)


def test_code_without_a_file_is_judged_by_its_caller():
    import sys

    assert project.sees_tf1({}, sys._getframe())
    assert not project.sees_tf1({}, None)


@pytest.fixture
def packages():
    yield
    project.forget_packages()


def test_named_packages(packages):
    project.name_packages(tf1=("old_library",), tf2=("new_code",))
    assert project.sees_tf1({"__name__": "old_library.layers", "__file__": os.__file__}, None)
    assert not project.sees_tf1({"__name__": "new_code.model", "__file__": "/home/somebody/new_code/model.py"}, None)
    project.name_packages(tf2=("old_library",))
    assert not project.sees_tf1({"__name__": "old_library.layers", "__file__": os.__file__}, None)


def test_packages_of_both_ages_are_judged_by_version(packages, monkeypatch):
    monkeypatch.setattr(versions, "installed", {"dm-sonnet": "1.36", "gpflow": "2.9.2"}.get)
    project.name_packages()
    assert "sonnet" in project.tf1_packages and "gpflow" not in project.tf1_packages
