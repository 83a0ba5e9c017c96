"""Plays one builder in a fresh graph and keeps what can be compared: ops, variable names and values."""

import re
from typing import Any, List

import numpy as np

from .registry import Builder

SETTINGS = {"graph": (87, None), "op": (None, 42), "both": (87, 42)}  # type: Dict[str, Tuple[Optional[int], ...]]


class Played:
    """What one run of a builder left behind."""

    def __init__(self, ops: List[str], variables: List[str], values: List[np.ndarray]) -> None:
        self.ops = ops
        self.variables = variables
        self.values = values


def settings(builder: Builder) -> List[str]:
    """The seed settings that a builder is played under: only the graph seed if it takes no seed of its own."""
    return ["graph", "op", "both"] if builder.seeded else ["graph"]


def play(tf: Any, builder: Builder, setting: str) -> Played:
    """Builds, initializes, fetches twice. No fetches means every variable; a function gets the session."""
    graph_seed, op_seed = SETTINGS[setting]
    graph = tf.Graph()
    with graph.as_default():
        if graph_seed is not None:
            tf.set_random_seed(graph_seed)
        fetches = builder.build(tf, op_seed)
        ops = [_named(op) for op in graph.get_operations()]
        variables = [v.name for v in tf.global_variables() + tf.local_variables()]
        if fetches is None:
            fetches = tf.global_variables()
        with tf.Session(graph=graph) as session:
            session.run([tf.global_variables_initializer(), tf.local_variables_initializer(), tf.tables_initializer()])
            results = [fetches(session)] if callable(fetches) else [session.run(fetches), session.run(fetches)]
    return Played(ops, variables, _arrays(results))


def _named(op: Any) -> str:
    """An op's name, and its type where the name does not say it."""
    leaf = re.sub(r"_\d+$", "", op.name.rsplit("/", 1)[-1])
    return op.name if leaf == op.type else "%s:%s" % (op.name, op.type)


def _arrays(result: Any) -> List[np.ndarray]:
    """Every array in a nest of results, in order; what an op without output answers is left out."""
    if result is None:
        return []
    if isinstance(result, dict):
        return _arrays([result[key] for key in sorted(result)])
    if isinstance(result, (list, tuple)):
        return [array for part in result for array in _arrays(part)]
    return [np.asarray(result)]
