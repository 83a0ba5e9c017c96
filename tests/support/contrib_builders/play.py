"""Plays one builder in a fresh graph under a graph seed and keeps its variables, collections and values."""

from typing import Any, Callable, Dict, List

import numpy as np

from tests.support.builders import arrays_text

SEED = 87


def play(tf: Any, make: Callable[..., Any]) -> Dict[str, Any]:
    """What one run leaves: names of variables, collections, values, and one last draw.

    The builder answers a nest of tensors (fetched twice), a function of the session, or None for every variable.
    The last draw is made after the builder's own ops: it is equal only if as many ops were built before it.
    """
    graph = tf.Graph()
    with graph.as_default():
        tf.set_random_seed(SEED)
        fetches = make(tf)
        collections = {str(key): _names(graph.get_collection(key)) for key in graph.get_all_collection_keys()}
        variables = [v.name for v in tf.global_variables() + tf.local_variables()]
        last = tf.random_uniform([2])
        if fetches is None:
            fetches = tf.global_variables()
        with tf.Session(graph=graph) as session:
            session.run([tf.global_variables_initializer(), tf.local_variables_initializer(), tf.tables_initializer()])
            results = [fetches(session)] if callable(fetches) else [session.run(fetches), session.run(fetches)]
            draw = session.run(last)
    return {
        "collections": {key: names for key, names in sorted(collections.items()) if names},
        "variables": variables,
        "values": arrays_text.to_text(_arrays(results)),
        "last_draw": [float(each) for each in draw],
    }


def trained(step: Any, fetches: Any, steps: int = 20) -> Callable[[Any], Any]:
    """Fetches for `play`: what `fetches` gave before each of some training steps, and after the last one."""

    def run(session: Any) -> Any:
        history = []
        for _ in range(steps):
            history.append(session.run(fetches))
            session.run(step)
        return history + [session.run(fetches)]

    return run


def _names(items: List[Any]) -> List[str]:
    return [str(getattr(item, "name", None) or type(item).__name__) for item in items]


def _arrays(result: Any) -> List[np.ndarray]:
    if result is None:
        return []
    if isinstance(result, dict):
        return _arrays([result[key] for key in sorted(result)])
    if isinstance(result, (list, tuple)):
        return [array for part in result for array in _arrays(part)]
    return [np.asarray(result)]
