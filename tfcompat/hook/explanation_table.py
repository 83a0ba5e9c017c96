"""The errors of TensorFlow 1 code that are explained: a table, read top to bottom."""

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
        r"not an element of this graph|must be from the same graph|is not from the same graph|different graph|"
        r"graph is different from the session's graph",
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
        r"iterator has not been initialized",
        "The dataset's iterator is read before it was started in this session.",
        "Run `sess.run(iterator.initializer)` (with its feed_dict, if the dataset has placeholders) before the first "
        "get_next(), and again at the start of each epoch.",
    ),
    _row(
        "FailedPreconditionError",
        r"[Tt]able not initialized",
        "A lookup table is used before it was filled in this session.",
        "Run `sess.run(tf.tables_initializer())` after the last table is created.",
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
    _row(
        "KeyError ValueError TypeError",
        r"refers to a Tensor which does not exist|refers to an Operation not in the graph",
        "The graph has no tensor or operation of that name.",
        "Names carry their scopes, and a tensor's ends in its output's number: 'scope/name:0'. "
        "`[op.name for op in tf.get_default_graph().get_operations()]` lists what there is; after "
        "tf.import_graph_def names begin with 'import/' unless name='' is given.",
    ),
    _row(
        "TypeError",
        r"[Ff]etch.* has invalid type",
        "What session.run was asked for is neither a tensor nor an operation nor a name.",
        "Often the name of a tensor was bound to its value, as in `loss = sess.run(loss)`: use two names. None stands "
        "for a step that was never made, such as tf.summary.merge_all() without a summary.",
    ),
    _row(
        "ValueError",
        r"Cannot feed value of shape",
        "The array that is fed does not have the placeholder's shape.",
        "Compare numpy.shape(value) with placeholder.shape; reshape the value, often to add the batch dimension "
        "(`value[None]`), or leave that dimension open: tf.placeholder(tf.float32, [None, 784]).",
    ),
    _row(
        "TypeError",
        r"value of a feed cannot be a tf\.Tensor",
        "A tensor stands in feed_dict where an array belongs.",
        "Feed the value: `sess.run(tensor)` first, or build the graph on the tensor instead of a placeholder.",
    ),
    _row(
        "ValueError",
        r"Variable .* does not exist, or was not created with tf\.get_variable",
        "A scope that reuses variables was asked for one that was never made under that name.",
        "Build it once without reuse, or let the scope decide: reuse=tf.AUTO_REUSE. An optimizer created inside a "
        "scope with reuse=True fails like this too: create it outside.",
    ),
    _row(
        "InvalidArgumentError",
        r"mismatch between the current graph and the graph from the checkpoint",
        "A variable has another shape here than in the checkpoint.",
        "Compare `tf.train.list_variables(path)` with the graph's shapes: number of classes, sizes of layers, "
        "vocabulary. Leave what differs out of the Saver: tf.train.Saver(var_list).",
    ),
    _row(
        "ValueError",
        r"not a valid checkpoint",
        "There is no checkpoint under that path.",
        "A checkpoint's path is its prefix, 'folder/model.ckpt-100' without .index or .data…; "
        "`tf.train.latest_checkpoint(folder)` answers it, and None for a folder without one.",
    ),
    _row(
        "ValueError",
        r"No variables to (save|optimize)",
        "The default graph has no variables at this point.",
        "Create the Saver or call minimize() after the variables and in their graph: not above them, not after "
        "tf.reset_default_graph(), not in another `with tf.Graph().as_default():`.",
    ),
    _row(
        "ValueError",
        r"No gradients provided for any variable",
        "The loss does not depend on any trainable variable by a path that has gradients.",
        "Look for tf.argmax, tf.round, a cast to integers, tf.py_func or a NumPy value between the variables and "
        "the loss, and for a var_list that names other variables.",
    ),
    _row(
        "RuntimeError",
        r"Graph is finalized",
        "An operation is added to a graph that was closed to changes, by MonitoredSession, Supervisor or finalize().",
        "Build everything, tf.train.Saver, tf.summary.merge_all() and initializers included, before the session; a "
        "call like tf.assign or `tensor + 1` inside the training loop builds too.",
    ),
    _row(
        "OperatorNotAllowedInGraphError",
        r"[Uu]sing a (symbolic )?`tf.Tensor` as a Python `bool`",
        "`if`, `while`, `and` or `not` was applied to a tensor, which has no value while the graph is built.",
        "Use tf.cond, tf.while_loop, tf.logical_and or tf.where, or decide on the value that sess.run returns.",
    ),
    _row(
        "OperatorNotAllowedInGraphError",
        r"[Ii]terating over (a symbolic )?`tf.Tensor`",
        "A loop or an unpacking runs over a tensor, which has no values while the graph is built.",
        "Use tf.unstack(tensor) where the length is known, else tf.map_fn or tf.while_loop.",
    ),
    _row(
        "AttributeError NotImplementedError",
        r"(Symbolic)?Tensor' object has no attribute 'numpy'|Cannot convert a symbolic",
        "NumPy was given a tensor of the graph, which has no value until it is run.",
        "Take the value first: `sess.run(tensor)` or `tensor.eval()`; inside the graph use the function of tf, or "
        "tf.py_func for a Python one.",
    ),
    _row(
        "ValueError",
        r"must be called at program startup",
        "Eager execution was asked for after a graph was begun.",
        "Put tf.enable_eager_execution() right after `import tensorflow as tf`; in a notebook restart the kernel.",
    ),
    _row(
        "TypeError",
        r"has type \w+ that does not match type \w+ of argument",
        "Two tensors of different types meet; TensorFlow converts Python numbers, but never tensors.",
        "Convert one: tf.cast(tensor, tf.float32).",
    ),
)
