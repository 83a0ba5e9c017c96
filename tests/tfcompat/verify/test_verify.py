"""A training script recorded and compared: with itself, with its upgrade, and with four planted changes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tfcompat.cli import main
from tfcompat.rewrite import upgrade_source
from tfcompat.verify import recorder

SCRIPT = """\
import numpy as np
import tensorflow as tf

tf.set_random_seed(7)
rng = np.random.RandomState(0)
X, Y = rng.rand(8, 5).astype("float32"), rng.rand(8, 2).astype("float32")
x, y = tf.placeholder(tf.float32, [None, 5]), tf.placeholder(tf.float32, [None, 2])
init = tf.truncated_normal_initializer(stddev=0.3)
w = tf.get_variable("w", [5, 3], initializer=init)
h = tf.nn.dropout(tf.nn.relu(tf.matmul(x, w)), 0.75)
v = tf.get_variable("v", [3, 2])
loss = tf.reduce_mean(tf.square(tf.matmul(h, v) - y))
step = tf.train.AdamOptimizer(0.01).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for i in range(4):
        _, l = sess.run([step, loss], feed_dict={x: X, y: Y})
        print("step", i, "loss", l)
"""
PLANTED = {
    "learning rate": ("AdamOptimizer(0.01)", "AdamOptimizer(0.011)", 13, "constant"),
    "seed": ("set_random_seed(7)", "set_random_seed(8)", 4, "seed"),
    "dropout": ("0.75)", "0.7)", 10, "constant"),
    "initializer": ("truncated_normal_init", "random_normal_init", 8, "operation"),
}
pytestmark = pytest.mark.slow


def _record(script: Path, output: Path, *flags: str) -> None:
    command = [sys.executable, "-m", "tfcompat", "record", *flags, "-o", str(output), str(script)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def _verify(*arguments: object) -> int:
    with pytest.raises(SystemExit) as end:
        main.main(["verify", *map(str, arguments)])
    return int(end.value.code)


@pytest.fixture(scope="module")
def old(tmp_path_factory):
    folder = tmp_path_factory.mktemp("old")
    (folder / "train.py").write_text(SCRIPT)
    _record(folder / "train.py", folder / "old.json.gz")
    return folder / "old.json.gz"


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_change_is_found_at_its_line(old, tmp_path, capsys, name):
    before, after, line, kind = PLANTED[name]
    (tmp_path / "train.py").write_text(SCRIPT.replace(before, after))
    _record(tmp_path / "train.py", tmp_path / "new.json")
    assert _verify(old, tmp_path / "new.json", "--json", tmp_path / "answer.json") == 1
    answer = json.loads((tmp_path / "answer.json").read_text())
    causes = answer["causes"]
    assert causes[0]["kind"] == "source"
    assert causes[0]["line"]["number"] == line
    assert kind in {each["kind"] for each in causes}
    assert "not equal" in capsys.readouterr().out


def test_an_honest_upgrade_is_equal(old, tmp_path, capsys):
    (tmp_path / "train.py").write_text(upgrade_source(SCRIPT, same_seeds=True).text)
    _record(tmp_path / "train.py", tmp_path / "new.json", "--plain")
    assert _verify(old, tmp_path / "new.json", "--html", tmp_path / "page.html") == 0
    page = (tmp_path / "page.html").read_text()
    assert "<svg" in page
    assert "http" not in page
    assert "equal: " in capsys.readouterr().out


def test_the_recorder_stands_alone(tmp_path):
    (tmp_path / "recorder.py").write_text(Path(recorder.__file__).read_text())
    (tmp_path / "script.py").write_text("import sys\nprint('number', 3, sys.argv[1:])\nopen('made.txt', 'w').close()\n")
    command = [sys.executable, "recorder.py", "-o", "out.json", "script.py", "a"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path)
    assert done.stdout == "number 3 ['a']\n"
    events = [json.loads(line) for line in (tmp_path / "out.json").read_text().splitlines()]
    assert [each["kind"] for each in events] == ["start", "print", "end"]
    assert events[1]["line"] == ["script.py", 2, "print('number', 3, sys.argv[1:])"]
    assert "made.txt" in events[2]["files"]
