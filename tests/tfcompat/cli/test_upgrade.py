"""`tfcompat check` and `upgrade` on the command line: exit codes, what is written, and what never is by halves."""

import errno
import io
import os
from types import SimpleNamespace

import pytest

from tfcompat.cli import main
from tfcompat.rewrite import writing

OLD = "import tensorflow as tf\ns = tf.Session()\n"
NEW = "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()\ns = tf.Session()\n"


def _run(*arguments):
    with pytest.raises(SystemExit) as end:
        main.main([str(each) for each in arguments])
    return end.value.code


@pytest.fixture
def script(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.py").write_text(OLD)
    return tmp_path / "a.py"


def test_check(script, capsys, monkeypatch):
    assert _run("check", script) == 1
    assert "a.py:1:8: tensorflow-import" in capsys.readouterr().out
    script.write_text(NEW)
    assert _run("check", script) == 0
    assert _run("check", script.with_name("b.py")) == 2
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(OLD.encode())))
    assert _run("check", "-") == 1
    assert _run("check", "--list-rules") == 0
    assert _run("check", script, "--select", "nothing") == 2


def test_settings_of_the_project(script, capsys):
    (script.parent / "setup.cfg").write_text("[tfcompat]\nignore = v1-name, tensorflow-import\n")
    assert _run("check", script) == 0
    (script.parent / "setup.cfg").write_text("[tfcompat]\nexclude = a.py\n")
    assert _run("check", ".") == 0


def test_the_diff_writes_nothing(script, capsys):
    assert _run("upgrade", script) == 1
    assert "+tf.disable_v2_behavior()\n" in capsys.readouterr().out
    assert script.read_text() == OLD


def test_write_twice(script, capsys):
    script.chmod(0o755)
    assert _run("upgrade", "--write", "--backup", ".old", script) == 0
    assert script.read_text() == NEW
    assert script.stat().st_mode & 0o777 == 0o755
    assert script.with_name("a.py.old").read_text() == OLD
    assert _run("upgrade", script) == 0
    assert capsys.readouterr().out == ""


def test_out(script, tmp_path):
    (tmp_path / "p" / "sub").mkdir(parents=True)
    (tmp_path / "p" / "sub" / "b.py").write_text(OLD)
    (tmp_path / "p" / "data.txt").write_text("x")
    assert _run("upgrade", tmp_path / "p", "--out", tmp_path / "q") == 0
    assert (tmp_path / "q" / "sub" / "b.py").read_text() == NEW
    assert (tmp_path / "q" / "data.txt").read_text() == "x"
    assert (tmp_path / "p" / "sub" / "b.py").read_text() == OLD


def test_what_is_left_to_do_fails(script, capsys):
    script.write_text("import tensorflow as tf\nx = tf.contrib.timeseries\n")
    assert _run("upgrade", "--write", script) == 1
    assert "a.py:2:5: gone-name [by hand]: tf.contrib.timeseries" in capsys.readouterr().err


def test_one_bad_file_stops_no_other(script, tmp_path, capsys):
    (tmp_path / "bad.py").write_text("import tensorflow as tf\nx = (\n")
    assert _run("upgrade", "--write", tmp_path) == 2
    assert script.read_text() == NEW
    assert "bad.py, line 2: not Python" in capsys.readouterr().err


@pytest.mark.parametrize("problem", [OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), KeyboardInterrupt()])
def test_a_full_disk_or_an_interrupt_leaves_the_file_whole(script, monkeypatch, problem, capsys):
    def fail(descriptor):
        raise problem

    monkeypatch.setattr(writing.os, "fsync", fail)
    for backup in ((), ("--backup", ".old")):
        if isinstance(problem, OSError):
            assert _run("upgrade", "--write", *backup, script) == 2
            error = capsys.readouterr().err
            assert "not written: No space left on device" in error
            assert "1 file read, 0 changed" in error
        else:
            assert _run("upgrade", "--write", *backup, script) == 130
            assert capsys.readouterr().err == "tfcompat upgrade: interrupted; every file is whole, old or new\n"
    assert [each.name for each in script.parent.iterdir()] == ["a.py"]
    assert script.read_text() == OLD


def test_a_link_stays_a_link(script, tmp_path):
    (tmp_path / "link.py").symlink_to(script)
    assert _run("upgrade", "--write", tmp_path / "link.py") == 0
    assert (tmp_path / "link.py").is_symlink()
    assert script.read_text() == NEW
