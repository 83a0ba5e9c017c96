"""`tfcompat explain`: texts, files, standard input and names in; answers, and exit codes, out."""

import io

import pytest

from tfcompat.cli.main import main

ERROR = "AttributeError: module 'tensorflow' has no attribute 'InteractiveSession'"


def explain(capsys, *arguments):
    with pytest.raises(SystemExit) as ended:
        main(["explain", *arguments])
    return ended.value.code, capsys.readouterr().out


def test_text_file_and_standard_input(tmp_path, capsys, monkeypatch):
    code, out = explain(capsys, "--lang", "en", ERROR)
    assert code == 0 and "tfcompat run FILE" in out and "README, “The ways in”" in out
    (tmp_path / "trace.txt").write_text(f"Traceback …\n  File 'x.py'\n{ERROR}\n")
    assert explain(capsys, "--lang", "en", str(tmp_path / "trace.txt")) == (code, out)
    monkeypatch.setattr("sys.stdin", io.StringIO(ERROR))
    assert explain(capsys, "--lang", "en") == (code, out)


def test_chinese_by_argument_and_by_locale(capsys, monkeypatch):
    code, out = explain(capsys, "--lang", "zh", ERROR)
    assert code == 0 and out.startswith("原因: ")
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert explain(capsys, ERROR) == (code, out)


def test_names(capsys):
    assert explain(capsys, "tf.mul")[1].endswith("served by tf.multiply.\n")
    code, out = explain(capsys, "tf.models.image")
    assert code == 0 and "is gone" in out
    code, out = explain(capsys, "tf.Sesion")
    assert code == 1 and "tf.Session" in out


def test_names_in_chinese(capsys):
    assert explain(capsys, "--lang", "zh", "tf.mul")[1].endswith("在 tfcompat 下由 tf.multiply 提供。\n")
    code, out = explain(capsys, "--lang", "zh", "tf.models.image")
    assert code == 0 and out.startswith("在 tfcompat 下没有这个名字") and "is gone" in out
    assert explain(capsys, "--lang", "zh", "tf.Sesion")[1].startswith("TensorFlow 1 的任何版本都没有 tf.Sesion")


def test_unknown_text_shows_the_nearest_and_never_guesses(capsys):
    code, out = explain(capsys, "--lang", "en", "ValueError: No variables to sav")
    assert code == 1 and out.startswith("tfcompat cannot explain this.") and "No variables to save" in out
    assert explain(capsys, "--lang", "en", "hello world") == (
        1,
        "tfcompat cannot explain this and knows nothing near it.\n",
    )


def test_nothing(capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("\n"))
    assert explain(capsys)[0] == 2


def test_sections_are_headings_of_the_readme():
    import pathlib

    from tfcompat.explain import chinese
    from tfcompat.explain.search import ROWS

    root = pathlib.Path(__file__).parents[3]
    english, chinese_one = ((root / name).read_text(encoding="utf-8") for name in ("README.md", "README.zh.md"))
    for row in ROWS:
        assert f"\n## {row.section}\n" in english
        assert f"\n## {chinese.translated(row).section}\n" in chinese_one
