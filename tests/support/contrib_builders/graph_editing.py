"""`tf.contrib.graph_editor`: what a graph computes after it was edited, and what its operations are called."""

from typing import Any

from tests.support.contrib_builders.registry import builder


def _graph(tf: Any) -> Any:
    with tf.name_scope("part"):
        a = tf.constant([1.0, 2.0], name="a")
        b = tf.multiply(a, 3.0, name="b")
        c = tf.add(b, a, name="c")
    return a, b, c


@builder
def replaced(tf: Any) -> Any:
    ge = tf.contrib.graph_editor
    a, b, c = _graph(tf)
    new = ge.graph_replace(c, {b: tf.constant([10.0, 20.0])})
    both = ge.graph_replace([c, b], {a: tf.constant([0.0, 1.0])}, dst_scope="again")
    return c, new, both, tf.constant([new.op.name, both[0].op.name])


@builder
def copied(tf: Any) -> Any:
    ge = tf.contrib.graph_editor
    _, _, c = _graph(tf)
    view, info = ge.copy(ge.sgv_scope("part", tf.get_default_graph()), dst_scope="copy")
    names = sorted(op.name for op in view.ops)
    return info.transformed(c), tf.constant(names), tf.constant(str(len(view.inputs)) + str(len(view.outputs)))


@builder
def swapped(tf: Any) -> Any:
    ge = tf.contrib.graph_editor
    a, b = tf.constant(1.0), tf.constant(2.0)
    x, y = tf.negative(a), tf.square(b)
    ge.swap_ts([a], [b])
    z = tf.exp(x) + 0
    ge.reroute_ts([y], [x], can_modify=[z.op.inputs[0].op])
    return x, y, z


@builder
def bypassed(tf: Any) -> Any:
    ge = tf.contrib.graph_editor
    _, b, c = _graph(tf)
    d = tf.sqrt(c)
    ge.bypass(ge.sgv(c.op).remap_inputs([1]))
    names = sorted(op.name for op in tf.get_default_graph().get_operations() if op.type == "Placeholder")
    return d, b, tf.constant(names)


@builder
def detached(tf: Any) -> Any:
    ge = tf.contrib.graph_editor
    _, _, c = _graph(tf)
    d = tf.sqrt(c)
    _, before, after = ge.detach(ge.sgv(c.op))
    feeds = {before[0]: [1.0, 1.0], before[1]: [2.0, 2.0], after[0]: [16.0, 25.0]}
    return lambda session: session.run([c, d], feeds)


@builder
def selected(tf: Any) -> Any:
    ge = tf.contrib.graph_editor
    graph = tf.get_default_graph()
    a, b, c = _graph(tf)
    names = [
        [op.name for op in ge.select_ops("^part/[ab]", graph=graph)],
        [t.name for t in ge.select_ts("(?#ts)c:0", graph=graph)],
        sorted(op.name for op in ge.get_forward_walk_ops(a.op)),
        sorted(op.name for op in ge.get_backward_walk_ops(c.op)),
        sorted(op.name for op in ge.get_walks_intersection_ops(a, c)),
        [op.name for op in ge.get_within_boundary_ops(graph, b.op, c.op)],
        [op.name for op in ge.get_consuming_ops(a)],
        [ge.placeholder_name(a), ge.placeholder_name(scope="s")],
        [t.name for ts in ge.compute_boundary_ts([b.op, c.op]) for t in ts],
    ]
    return tf.constant([" ".join(each) for each in names])
