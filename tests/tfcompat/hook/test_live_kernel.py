"""A cell that is run again: what it made before gives way, and a growing graph is named."""

import pytest
from absl import flags

import tfcompat.v1 as tf
from tfcompat.backend import running_cell
from tfcompat.hook import graph_growth


@pytest.fixture
def run(capsys):
    """Runs a function as the cell of that name; returns its result and the remarks."""

    def run(name, function):
        running_cell.start(name)
        graph_growth.start()
        result = function()
        graph_growth.end()
        return result, capsys.readouterr().err

    yield run
    running_cell.forget()


def test_flag_defined_again(run):
    values = flags.FlagValues()

    def define(default):
        return lambda: tf.app.flags.DEFINE_integer("steps", default, "help", flag_values=values)

    assert run("a", define(3))[1] == ""
    values(["program"])
    assert "the flag 'steps' was defined before" in run("a", define(4))[1]
    assert values.steps == 4
    running_cell.forget()
    with pytest.raises(flags.DuplicateFlagError, match=r"First from tests\.tfcompat\.hook\.test_live_kernel"):
        define(5)()


def test_variable_of_a_cell_that_is_run_again(run):
    def build():
        return tf.get_variable("w", [2, 3])

    first, said = run("build", build)
    assert said == ""
    second, said = run("build", build)
    assert second is first and "taken again" in said
    with pytest.raises(ValueError, match="already exists, disallowed"):
        run("another cell", build)
    with pytest.raises(ValueError, match="already exists, disallowed"):
        run("twice in one run", lambda: (tf.get_variable("v", []), tf.get_variable("v", [])))
    with pytest.raises(ValueError, match="shape"):
        run("build", lambda: tf.get_variable("w", [4]))


def test_layers_of_a_cell_that_is_run_again(run):
    x = tf.placeholder(tf.float32, [None, 3])

    def build():
        tf.layers.dense(x, 2, name="layer")
        return [variable.name for variable in tf.global_variables()]

    assert run("build", build)[0] == run("build", build)[0] == ["layer/kernel:0", "layer/bias:0"]


def test_interactive_session_of_a_cell_that_is_run_again(run):
    first, _ = run("session", tf.InteractiveSession)
    second, said = run("session", tf.InteractiveSession)
    assert "is closed" in said and first._closed and tf.get_default_session() is second
    with pytest.warns(UserWarning, match="An interactive session is already active") as warned:
        other, said = run("another", tf.InteractiveSession)
    assert "is closed" not in said and "ERROR" not in said and not second._closed and warned[0].filename == __file__
    other.close()
    second.close()


def test_growing_graph_is_named(run):
    def build(count):
        return lambda: [tf.no_op() for _ in range(count)]

    assert [run("a", build(900))[1] for _ in range(2)] == ["", ""]
    assert "each of the 3 runs of this cell has added to the graph (900 operations" in run("a", build(900))[1]
    assert run("b", build(0))[1] == ""
    assert "has added 5,000 operations" in run("c", build(5000))[1]
