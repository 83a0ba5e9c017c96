"""A script's own flag takes the place of one that absl defined."""

import pytest

from tests.support import interpreter

SCRIPT = """
import tensorflow as tf
tf.app.flags.DEFINE_string("log_dir", "logs", "Where to write.")
FLAGS = tf.app.flags.FLAGS
try:
    tf.app.flags.DEFINE_integer("verbosity", 2, "How much to say.")
except Exception as error:
    print(type(error).__name__)

def main(_):
    print(FLAGS.log_dir)

tf.app.run()
"""


@pytest.mark.slow
def test_log_dir_and_verbosity(tmp_path):
    (tmp_path / "script.py").write_text(SCRIPT)
    run = "import sys; from tfcompat.cli.main import main; main(['run', *sys.argv[1:]])"
    process = interpreter.python("-c", run, "script.py", "--log_dir=elsewhere", cwd=tmp_path)
    assert process.stdout.splitlines() == ["DuplicateFlagError", "elsewhere"], process.stderr[-2000:]
