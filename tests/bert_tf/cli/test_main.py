"""`bert-tf`: its commands are the files of one folder; help costs no TensorFlow; wrong words exit with 2."""

import subprocess
import sys

import pytest

from bert_tf.cli import main


def test_every_file_with_add_to_is_a_command(capsys):
    with pytest.raises(SystemExit) as ended:
        main.main(["--help"])
    out = capsys.readouterr().out
    assert ended.value.code == 0
    for module in main._commands():
        assert module.__name__.rpartition(".")[2].replace("_", "-") in out


@pytest.mark.parametrize("arguments", [[], ["fly"], ["convert", "a", "b"], ["convert", "a", "b", "--to", "onnx"]])
def test_wrong_arguments(arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        main.main(arguments)
    assert ended.value.code == 2 and "usage: bert-tf" in capsys.readouterr().err


def test_help_needs_no_tensorflow():
    without = "import sys; sys.modules['tensorflow'] = None; from bert_tf.cli.main import main; "
    code = f"{without}main(['convert', '--help'])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0 and "--to" in done.stdout, done.stderr
