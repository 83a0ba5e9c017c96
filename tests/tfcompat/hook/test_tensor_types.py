"""In the user's code a graph's tensors are exactly of the class tf.Tensor, as in TensorFlow 1."""

import ast

import pytest

import tfcompat.v1 as tf
from tfcompat.hook import tensor_types, user_source
from tfcompat.hook.cells import Cells


def answers(expression, **names):
    """What an expression gives as a script and as a notebook's cell."""
    found = []
    source = f"y = {expression}\n"
    for code in (
        user_source.compiled(source.encode(), "script.py"),
        compile(Cells().visit(ast.parse(source)), "cell", "exec"),
    ):
        with tf.Graph().as_default():
            space = {"tf": tf, "x": tf.placeholder(tf.float32), "v": tf.Variable(1.0), **names}
            exec(code, space)
        found.append(space["y"])
    assert found[0] == found[1]
    return found[0]


# What 1.15 answers to the same.
@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("type(x) is tf.Tensor", True),
        ("type(x) == tf.Tensor", True),
        ("type(x) is not tf.Tensor", False),
        ("tf.Tensor != type(x)", False),
        ("x.__class__ == tf.Tensor", True),
        ("type(x) in (tf.Tensor, tf.Variable)", True),
        ("type(x) not in {list, tf.Tensor}", False),
        ("type(x) in {tf.Tensor: 1}", True),
        ("type(x) is type(x + 1) is tf.Tensor", True),
        ("type(x + 1) in [type(x), tf.Variable]", True),
        ("[type(e) is tf.Tensor for e in (x, v, x.op, 1)]", [True, False, False, False]),
        ("[type(e) in (tf.Tensor, tf.Variable) for e in (v, 1)]", [False, False]),
        ("[type(e) is tf.Variable for e in (x, v)]", [False, False]),
        ("(lambda type: type(x) is tf.Tensor)(lambda e: tf.Tensor)", True),
    ],
)
def test_tests_of_a_type(expression, expected):
    assert answers(expression) == expected


def test_values_of_eager_execution_are_of_another_class_as_they_were():
    class Tensor(tf.Tensor):
        pass

    assert tensor_types.seen(Tensor) is Tensor
    assert tensor_types.seen([Tensor, int]) == [Tensor, int]


def test_what_does_not_name_the_class_is_left_alone():
    tree = ast.parse("y = type(x) is int\n")
    assert tensor_types.served(tree) is tree
    assert ast.unparse(tree) == "y = type(x) is int"
    assert not tensor_types.needed(b"y = type(x) is int")
    assert not tensor_types.needed(b"y = isinstance(x, tf.Tensor)")
