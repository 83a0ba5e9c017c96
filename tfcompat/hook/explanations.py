"""What the errors of TensorFlow 1 code mean and what to do about them: a table, read top to bottom."""

from __future__ import annotations

import re
from typing import NamedTuple


class Explanation(NamedTuple):
    """`kinds`: names of the exception's class or its bases; `pattern`: searched for in its text."""

    kinds: tuple[str, ...]
    pattern: re.Pattern[str]
    what: str
    todo: str


def _row(kinds: str, pattern: str, what: str, todo: str) -> Explanation:
    return Explanation(tuple(kinds.split()), re.compile(pattern), what, todo)


TABLE = (
    _row(
        "AttributeError",
        r"'NoneType' object has no attribute '(run|graph|eval|as_default|close|partial_run)'",
        "A session or an operation was expected here, and there is None.",
        "tf.get_default_session() is None outside `with tf.Session():` and after the session was closed: open one, or "
        "keep the session in a variable and call its run(). An operation is None where it was made in eager mode "
        "(`var.initializer`, `tf.global_variables_initializer()`): build it in graph mode.",
    ),
    _row(
        "RuntimeError",
        r"[Ss]ession graph is empty",
        "The session looks at a graph to which nothing was added: the operations were built in another graph "
        "(or eagerly), or tf.reset_default_graph() was called after they were built.",
        "Build the operations before the session and in the same graph: `with tf.Graph().as_default() as g:` … "
        "`tf.Session(graph=g)`, or build everything in the default graph.",
    ),
    _row(
        "ValueError TypeError RuntimeError",
        r"not an element of this graph|must be from the same graph|is not from the same graph|different graph",
        "Two graphs are in play: this tensor or operation was built in one, and is used in another.",
        "Build it and use it inside the same `with graph.as_default():`, open the session with that graph "
        "(`tf.Session(graph=graph)`), and do not call tf.reset_default_graph() in between. A thread starts with the "
        "global default graph: enter the graph again inside the thread.",
    ),
    _row(
        "ValueError",
        r"No default session is registered|No default session",
        "eval() and run() of a tensor or operation use the default session, and there is none here.",
        "Call them inside `with tf.Session() as sess:` (or `with sess.as_default():`), pass `session=sess`, or use "
        "`tf.InteractiveSession()` in a notebook. Threads do not inherit the default session.",
    ),
    _row(
        "RuntimeError",
        r"Attempted to use a closed Session",
        "The session was closed before this call, by `sess.close()` or at the end of its `with` block.",
        "Move the call into the `with` block, or open a new session (its variables start uninitialized).",
    ),
    _row(
        "FailedPreconditionError",
        r"uninitialized value|not been initialized|is uninitialized|Error while reading resource variable",
        "A variable is read before it was given its initial value in this session.",
        "Run `sess.run(tf.global_variables_initializer())` (and tf.local_variables_initializer() for metrics and "
        "queues' epochs, tf.tables_initializer() for tables) after the last variable is created, or restore them.",
    ),
    _row(
        "InvalidArgumentError",
        r"must feed a value for placeholder",
        "The result depends on a placeholder that has no entry in feed_dict.",
        "Add it: `sess.run(fetch, feed_dict={placeholder: value})`; the message names the placeholder.",
    ),
    _row(
        "ValueError",
        r"Variable .* already exists, disallowed",
        "tf.get_variable was asked to create a name that this graph already has, as when a cell is run again.",
        "Call tf.reset_default_graph() before building again, or reuse on purpose: "
        "`with tf.variable_scope(name, reuse=tf.AUTO_REUSE):`.",
    ),
    _row(
        "NotFoundError",
        r"Key .* not found in checkpoint",
        "The checkpoint has no value for a variable of this graph.",
        "Compare `tf.train.list_variables(path)` with the graph's variable names; restore only what is there "
        "(`tf.train.Saver(var_list)`) or map the names (`tf.train.Saver({'name in checkpoint': variable})`).",
    ),
    _row(
        "OutOfRangeError",
        r"End of sequence|is closed and has insufficient elements",
        "The input is used up.",
        "Loop until tf.errors.OutOfRangeError, repeat() the dataset, or raise num_epochs of the input queue. If it is "
        "the first batch, look at the errors above: the reader stopped early, often on a missing file.",
    ),
)


def explain(error: BaseException) -> Explanation | None:
    """The row that fits an exception, or None."""
    kinds = {cls.__name__ for cls in type(error).__mro__}
    text = str(error)
    for row in TABLE:
        if kinds.intersection(row.kinds) and row.pattern.search(text):
            return row
    return None
