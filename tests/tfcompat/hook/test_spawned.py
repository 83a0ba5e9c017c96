"""A process that multiprocessing starts afresh has the view of the one that starts it."""

import pytest

from tests.support import interpreter

SCRIPT = """
import multiprocessing
import sys

import tensorflow as tf


def draw(seed):
    tf.reset_default_graph()
    tf.set_random_seed(seed)
    with tf.Session() as sess:
        return sess.run(tf.random_uniform([])).item()


if __name__ == "__main__":
    here = draw(1)
    with multiprocessing.get_context(sys.argv[1]).Pool(1) as pool:
        print(pool.map(draw, [1]) == [here])
"""


@pytest.mark.slow
@pytest.mark.parametrize("method", ["spawn", "forkserver"])
def test_draws_the_same_number(tmp_path, method):
    (tmp_path / "script.py").write_text(SCRIPT)
    run = "import sys; from tfcompat.cli.main import main; main(['run', *sys.argv[1:]])"
    process = interpreter.python("-c", run, "script.py", method, cwd=tmp_path)
    assert process.stdout == "True\n", process.stderr[-2000:]
