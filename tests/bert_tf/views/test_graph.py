"""A TensorFlow 1 graph: scopes, arrows, and what serves the names that made it."""

import pytest
import tensorflow as tf2

from bert_tf.views import graph_view

ROWS = [
    ("x", "Placeholder", []), ("net/w", "VariableV2", []), ("net/w/read", "Identity", ["net/w"]),
    ("net/mul/a", "MatMul", ["x", "net/w/read"]), ("net/add", "Add", ["net/mul/a:0"]),
    ("loss/sum", "Sum", ["net/add", "^x"]),
]  # fmt: skip


def by_path(view):
    """Path -> node; a scope before the operation of its name."""
    return {(node["path"], node["type"] != ""): node for node in view.data["nodes"]}


def test_scopes_and_arrows():
    view = graph_view.from_arrays(ROWS)
    nodes, found = view.data["nodes"], by_path(view)

    def sources(path, operation):
        return {nodes[place]["path"] for place in found[path, operation]["from"]}

    assert found["net", False]["operations"] == 4 and found["loss", False]["operations"] == 1
    assert nodes[found["net/w", True]["within"]]["path"] == "net/w"  # the variable lies in the scope of its name
    assert sources("net", False) == {"x"} and sources("loss", False) == {"net", "x"}
    assert sources("net/mul", False) == {"net/w"} and sources("net/add", True) == {"net/mul"}
    assert sources("net/w/read", True) == {"net/w"} and sources("x", True) == set()


def test_a_graph_of_this_process():
    graph = tf2.Graph()
    with graph.as_default():
        tf = tf2.compat.v1
        x = tf.placeholder(tf.float32, [None, 3], name="x")
        tf.nn.relu(x, name="net/relu")
    view = graph_view(graph, title="small")
    found = by_path(view)
    assert found["x", True]["shape"] == "(None, 3)" and found["x", True]["line"].startswith("x = tf.placeholder(")
    assert found["x", True]["place"].startswith("test_graph.py:")
    served = {row["name"]: row for row in view.data["served"]}
    assert served["tf.placeholder"]["by"] == "TensorFlow's own compat.v1"
    assert served["tf.nn.relu"]["operations"] == 1
    same = graph_view(graph.as_graph_def())
    assert [node["path"] for node in same.data["nodes"]] == [node["path"] for node in view.data["nodes"]]
    with tf2.compat.v1.Session(graph=graph) as session:
        assert len(graph_view(session).data["nodes"]) == 3


def test_what_tfcompat_serves():
    from bert_tf.views.tf1_names import served

    line = "h = tf.contrib.layers.fully_connected(tf.layers.dense(x, 3), 4, activation_fn=tf.nn.relu)"
    assert {each.name: each.by for each in served(line)} == {
        "tf.contrib.layers.fully_connected": "tfcompat",
        "tf.layers.dense": "tf_keras",
        "tf.nn.relu": "TensorFlow's own compat.v1",
    }
    assert served("tf.float32 tf.nothing_like_it(x)") == []


def test_picture():
    view = graph_view.from_arrays(ROWS, title="small")
    flat, deep = view.picture("svg").decode(), view.picture("svg", depth=3).decode()
    assert "4 operations" in flat and "MatMul" not in flat and "MatMul" in deep
    many = graph_view.from_arrays([(f"op{place}", "NoOp", []) for place in range(401)])
    with pytest.raises(ValueError, match="at most 400 boxes; depth 1 has 401"):
        many.picture("png")
    with pytest.raises(ValueError, match="depth is at least 1; received 0"):
        view.picture("png", depth=0)
    with pytest.raises(ValueError, match="choose a depth"):
        view.picture("png", layers=1)


@pytest.mark.parametrize("graph, message", [([], "an empty one"), (7, "received int"), ("a/b", "received str")])
def test_refuses(graph, message):
    with pytest.raises(ValueError, match=message):
        graph_view(graph)
