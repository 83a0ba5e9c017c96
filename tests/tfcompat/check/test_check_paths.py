"""Findings with their places, in files and notebooks, and which are left out."""

import json
import os

import pytest

from tfcompat.check import check_paths
from tfcompat.check.formats import RENDER
from tfcompat.check.left_out import UnknownRule

TEXT = """\
import tensorflow as tf
x = 'ä' + tf.mul(1, 2)
s = tf.Session()  # tfcompat: ignore[v1-name]
t = tf.contrib.timeseries
"""


@pytest.fixture
def script(tmp_path):
    (tmp_path / "a.py").write_text(TEXT, encoding="utf-8")
    return tmp_path / "a.py"


def test_places(script):
    report = check_paths([script])
    assert [(each.rule, each.line, each.column, each.end_column) for each in report.diagnostics] == [
        ("tensorflow-import", 1, 8, 24),
        ("old-name", 2, 11, 17),
        ("gone-name", 4, 5, 26),
    ]
    assert [each.how for each in report.diagnostics] == ["automatic", "automatic", "manual"]
    assert (report.files, report.clean_files, report.exit_code) == (1, 0, 1)
    assert report.blockers()[0].name == "tf.contrib.timeseries"


def test_select_and_ignore(script):
    assert {each.rule for each in check_paths([script], select=["old-name"]).diagnostics} == {"old-name"}
    assert "old-name" not in {each.rule for each in check_paths([script], ignore=["old-name"]).diagnostics}
    with pytest.raises(UnknownRule, match="there is no rule 'x'; the rules are argument-order"):
        check_paths([script], select=["x"])


def test_ignore_file(script):
    script.write_text("# tfcompat: ignore-file[gone-name]\n" + TEXT, encoding="utf-8")
    assert "gone-name" not in {each.rule for each in check_paths([script]).diagnostics}


def test_notebook_cells_are_one_program_and_one_bad_cell_is_one_problem(tmp_path):
    sources = [
        "%matplotlib inline\nimport tensorflow as tf",
        "x = (",
        "!pip install tensorflow==1.15 six\ny = tf.pack([1])",
        "%%bash\ntf.mul",
        "  z = tf.unpack(y)",
    ]
    cells = [{"cell_type": "code", "metadata": {}, "outputs": [], "source": each} for each in sources]
    (tmp_path / "n.ipynb").write_text(json.dumps({"cells": cells, "metadata": {}}))
    report = check_paths([tmp_path])
    assert [(each.rule, each.cell, each.line) for each in report.diagnostics] == [
        ("tensorflow-import", 1, 2),
        ("install", 3, 1),
        ("old-name", 3, 2),
        ("old-name", 5, 1),
    ]
    assert report.diagnostics[-1].column == 7
    assert [(each.cell, each.line) for each in report.problems] == [(2, 1)]
    assert report.exit_code == 2


def test_python_2_lines_are_those_of_the_file(tmp_path):
    (tmp_path / "a.py").write_text("import tensorflow as tf\nimport StringIO\nprint 1\nprint tf.mul(1, 2)\n")
    found = {(each.rule, each.line) for each in check_paths([tmp_path]).diagnostics}
    assert {("tensorflow-import", 1), ("old-name", 4), ("python2", 2)} <= found


def test_jobs_find_the_same(tmp_path):
    for number in range(5):
        (tmp_path / f"a{number}.py").write_text("import tensorflow as tf\ns = tf.Session()\n")
    assert check_paths([tmp_path], jobs=2) == check_paths([tmp_path])


def test_folders_leave_out_environments_hidden_ones_and_links_that_go_round(tmp_path):
    for folder in ("src", ".git", "venv", "e", "node_modules"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.py").write_text("import tensorflow as tf\ns = tf.Session()\n")
    (tmp_path / "e" / "pyvenv.cfg").write_text("")
    (tmp_path / "src" / "round").symlink_to(tmp_path / "src")
    (tmp_path / "src" / "gone.py").symlink_to(tmp_path / "nowhere.py")
    os.mkfifo(tmp_path / "src" / "pipe.py")
    report = check_paths([tmp_path], exclude=["*_pb2.py"])
    assert {each.path for each in report.diagnostics} == {str(tmp_path / "src" / "a.py")}
    assert [each.text for each in report.problems] == ["cannot be read: No such file or directory"]
    with pytest.raises(FileNotFoundError, match="no such file or folder"):
        check_paths([tmp_path / "nothing"])


BAD = [
    b"\x00\x01",
    b"def f(:\n",
    b"\xff\xfe tensorflow",
    b"# coding: nothing\ntensorflow\n",
    b"(" * 300 + b"tensorflow",
    b"(" * 3000 + b"tensorflow" + b")" * 3000,
    b"x = " + b"-" * 50_000 + b"tensorflow",
]


@pytest.mark.parametrize("data", BAD)
def test_bad_files_are_problems(tmp_path, data):
    (tmp_path / "a.py").write_bytes(data if b"tensorflow" in data else b"# tensorflow\n" + data)
    (tmp_path / "b.py").write_text("import tensorflow as tf\ns = tf.Session()\n")
    report = check_paths([tmp_path])
    assert len(report.problems) == 1
    assert {each.path for each in report.diagnostics} == {str(tmp_path / "b.py")}


@pytest.mark.parametrize("form", RENDER)
def test_formats(script, form):
    text = RENDER[form](check_paths([script]))
    assert "tf.mul" in text
    if form == "json":
        assert len(json.loads(text)["findings"]) == 3
    if form == "sarif":
        run = json.loads(text)["runs"][0]
        assert [each["ruleId"] for each in run["results"]] == ["tensorflow-import", "old-name", "gone-name"]
        assert all(run["tool"]["driver"]["rules"][each["ruleIndex"]]["id"] == each["ruleId"] for each in run["results"])
    if form == "github":
        assert text.splitlines()[1].startswith("::warning file=")
        assert text.splitlines()[2].startswith("::error file=")
    if form == "html":
        assert "<script" not in text
        assert "http" not in text


def test_values_are_frozen(script):
    report = check_paths([script])
    with pytest.raises(AttributeError):
        report.diagnostics[0].line = 3
