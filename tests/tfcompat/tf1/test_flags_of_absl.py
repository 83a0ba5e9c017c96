"""A script's own flag takes the place of one that absl defined."""

import pytest

from tests.support import interpreter

SCRIPT = """
import tensorflow as tf
tf.app.flags.DEFINE_string("log_dir", "logs", "Where to write.")
tf.flags.DEFINE_integer("verbosity", 2, "How much to say.")
FLAGS = tf.app.flags.FLAGS

def main(_):
    tf.logging.set_verbosity(tf.logging.ERROR)
    print(FLAGS.log_dir, FLAGS.verbosity)
    try:
        tf.app.flags.DEFINE_string("log_dir", "again", "Twice by the script itself.")
        print("replaced silently")
    except Exception as error:
        print(type(error).__name__)

tf.app.run()
"""


@pytest.mark.slow
def test_log_dir_and_verbosity(tmp_path):
    (tmp_path / "script.py").write_text(SCRIPT)
    run = "import sys; from tfcompat.cli.main import main; main(['run', *sys.argv[1:]])"
    process = interpreter.python("-c", run, "script.py", "--log_dir=elsewhere", cwd=tmp_path)
    assert process.stdout.splitlines()[0] == "elsewhere 2", process.stderr[-2000:]
