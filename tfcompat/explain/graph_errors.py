"""Errors of TensorFlow 1 code that are its own, whatever it runs on: a table, read top to bottom."""

from __future__ import annotations

from tfcompat.explain.row import row

TABLE = (
    row(
        "none-has-no-run",
        "AttributeError",
        r"'NoneType' object has no attribute '(run|graph|eval|as_default|close|partial_run)'",
        "AttributeError: 'NoneType' object has no attribute 'run'",
        "A session or an operation was expected here, and there is None.",
        "tf.get_default_session() is None outside `with tf.Session():` and after the session was closed: open one, or "
        "keep the session in a variable and call its run(). An operation is None where it was made in eager mode "
        "(`var.initializer`, `tf.global_variables_initializer()`): build it in graph mode.",
    ),
    row(
        "empty-graph",
        "RuntimeError",
        r"[Ss]ession graph is empty",
        "RuntimeError: The Session graph is empty. Add operations to the graph before calling run().",
        "The session looks at a graph to which nothing was added: the operations were built in another graph "
        "(or eagerly), or tf.reset_default_graph() was called after they were built.",
        "Build the operations before the session and in the same graph: `with tf.Graph().as_default() as g:` … "
        "`tf.Session(graph=g)`, or build everything in the default graph.",
    ),
    row(
        "another-graph",
        "ValueError TypeError RuntimeError",
        r"not an element of this graph|must be from the same graph|is not from the same graph|different graph|"
        r"graph is different from the session's graph",
        'ValueError: Tensor Tensor("x:0", shape=(), dtype=float32) is not an element of this graph.',
        "Two graphs are in play: this tensor or operation was built in one, and is used in another.",
        "Build it and use it inside the same `with graph.as_default():`, open the session with that graph "
        "(`tf.Session(graph=graph)`), and do not call tf.reset_default_graph() in between. A thread starts with the "
        "global default graph: enter the graph again inside the thread.",
    ),
    row(
        "no-default-session",
        "ValueError",
        r"No default session is registered|No default session",
        "ValueError: Cannot evaluate tensor using `eval()`: No default session is registered.",
        "eval() and run() of a tensor or operation use the default session, and there is none here.",
        "Call them inside `with tf.Session() as sess:` (or `with sess.as_default():`), pass `session=sess`, or use "
        "`tf.InteractiveSession()` in a notebook. Threads do not inherit the default session.",
    ),
    row(
        "closed-session",
        "RuntimeError",
        r"Attempted to use a closed Session",
        "RuntimeError: Attempted to use a closed Session.",
        "The session was closed before this call, by `sess.close()` or at the end of its `with` block.",
        "Move the call into the `with` block, or open a new session (its variables start uninitialized).",
    ),
    row(
        "iterator-not-initialized",
        "FailedPreconditionError",
        r"iterator has not been initialized",
        "FailedPreconditionError: GetNext() failed because the iterator has not been initialized.",
        "The dataset's iterator is read before it was started in this session.",
        "Run `sess.run(iterator.initializer)` (with its feed_dict, if the dataset has placeholders) before the first "
        "get_next(), and again at the start of each epoch.",
    ),
    row(
        "table-not-initialized",
        "FailedPreconditionError",
        r"[Tt]able not initialized",
        "FailedPreconditionError: Table not initialized.",
        "A lookup table is used before it was filled in this session.",
        "Run `sess.run(tf.tables_initializer())` after the last table is created.",
    ),
    row(
        "uninitialized-variable",
        "FailedPreconditionError",
        r"uninitialized value|not been initialized|is uninitialized|Error while reading resource variable",
        "FailedPreconditionError: Attempting to use uninitialized value w",
        "A variable is read before it was given its initial value in this session.",
        "Run `sess.run(tf.global_variables_initializer())` (and tf.local_variables_initializer() for metrics and "
        "queues' epochs, tf.tables_initializer() for tables) after the last variable is created, or restore them.",
    ),
    row(
        "feed-missing",
        "InvalidArgumentError",
        r"must feed a value for placeholder",
        "InvalidArgumentError: You must feed a value for placeholder tensor 'x' with dtype float",
        "The result depends on a placeholder that has no entry in feed_dict.",
        "Add it: `sess.run(fetch, feed_dict={placeholder: value})`; the message names the placeholder.",
    ),
    row(
        "variable-exists",
        "ValueError",
        r"Variable .* already exists, disallowed",
        "ValueError: Variable w already exists, disallowed. Did you mean to set reuse=True or reuse=tf.AUTO_REUSE "
        "in VarScope?",
        "tf.get_variable was asked to create a name that this graph already has, as when a cell is run again.",
        "Call tf.reset_default_graph() before building again, or reuse on purpose: "
        "`with tf.variable_scope(name, reuse=tf.AUTO_REUSE):`.",
    ),
    row(
        "key-not-in-checkpoint",
        "NotFoundError",
        r"Key .* not found in checkpoint",
        "NotFoundError: Key lstm_cell/kernel not found in checkpoint",
        "The checkpoint has no value for a variable of this graph.",
        "Compare `tf.train.list_variables(path)` with the graph's variable names; restore only what is there "
        "(`tf.train.Saver(var_list)`) or map the names (`tf.train.Saver({'name in checkpoint': variable})`).",
    ),
    row(
        "input-used-up",
        "OutOfRangeError",
        r"End of sequence|is closed and has insufficient elements",
        "OutOfRangeError: End of sequence",
        "The input is used up.",
        "Loop until tf.errors.OutOfRangeError, repeat() the dataset, or raise num_epochs of the input queue. If it is "
        "the first batch, look at the errors above: the reader stopped early, often on a missing file.",
    ),
    row(
        "no-such-tensor",
        "KeyError ValueError TypeError",
        r"refers to a Tensor which does not exist|refers to an Operation not in the graph|"
        r"looks like an \(invalid\) Operation name",
        "KeyError: \"The name 'x:0' refers to a Tensor which does not exist.\"",
        "The graph has no tensor or operation of that name.",
        "Names carry their scopes, and a tensor's ends in its output's number: 'scope/name:0'. "
        "`[op.name for op in tf.get_default_graph().get_operations()]` lists what there is; after "
        "tf.import_graph_def names begin with 'import/' unless name='' is given.",
    ),
    row(
        "fetch-type",
        "TypeError",
        r"[Ff]etch.* has invalid type",
        "TypeError: Fetch argument 0.5 has invalid type <class 'float'>, must be a string or Tensor.",
        "What session.run was asked for is neither a tensor nor an operation nor a name.",
        "Often the name of a tensor was bound to its value, as in `loss = sess.run(loss)`: use two names. None stands "
        "for a step that was never made, such as tf.summary.merge_all() without a summary.",
    ),
    row(
        "feed-shape",
        "ValueError",
        r"Cannot feed value of shape",
        "ValueError: Cannot feed value of shape (784,) for Tensor x:0, which has shape (None, 784)",
        "The array that is fed does not have the placeholder's shape.",
        "Compare numpy.shape(value) with placeholder.shape; reshape the value, often to add the batch dimension "
        "(`value[None]`), or leave that dimension open: tf.placeholder(tf.float32, [None, 784]).",
    ),
    row(
        "feed-tensor",
        "TypeError",
        r"value of a feed cannot be a tf\.Tensor",
        "TypeError: The value of a feed cannot be a tf.Tensor object.",
        "A tensor stands in feed_dict where an array belongs.",
        "Feed the value: `sess.run(tensor)` first, or build the graph on the tensor instead of a placeholder.",
    ),
    row(
        "variable-missing",
        "ValueError",
        r"Variable .* does not exist, or was not created with tf\.get_variable",
        "ValueError: Variable w does not exist, or was not created with tf.get_variable().",
        "A scope that reuses variables was asked for one that was never made under that name.",
        "Build it once without reuse, or let the scope decide: reuse=tf.AUTO_REUSE. An optimizer created inside a "
        "scope with reuse=True fails like this too: create it outside.",
    ),
    row(
        "checkpoint-shape",
        "InvalidArgumentError",
        r"mismatch between the current graph and the graph from the checkpoint",
        "InvalidArgumentError: Restoring from checkpoint failed. This is most likely due to a mismatch between "
        "the current graph and the graph from the checkpoint.",
        "A variable has another shape here than in the checkpoint.",
        "Compare `tf.train.list_variables(path)` with the graph's shapes: number of classes, sizes of layers, "
        "vocabulary. Leave what differs out of the Saver: tf.train.Saver(var_list).",
    ),
    row(
        "no-checkpoint",
        "ValueError OSError",
        r"not a valid checkpoint|File does not exist\. Received: .*\.meta",
        "ValueError: The passed save_path is not a valid checkpoint: model.ckpt",
        "There is no checkpoint under that path.",
        "A checkpoint's path is its prefix, 'folder/model.ckpt-100' without .index or .data…; "
        "`tf.train.latest_checkpoint(folder)` answers it, and None for a folder without one.",
    ),
    row(
        "no-variables",
        "ValueError",
        r"No variables to (save|optimize)",
        "ValueError: No variables to save",
        "The default graph has no variables at this point.",
        "Create the Saver or call minimize() after the variables and in their graph: not above them, not after "
        "tf.reset_default_graph(), not in another `with tf.Graph().as_default():`.",
    ),
    row(
        "no-gradients",
        "ValueError",
        r"No gradients provided for any variable",
        "ValueError: No gradients provided for any variable, check your graph for ops that do not support gradients",
        "The loss does not depend on any trainable variable by a path that has gradients.",
        "Look for tf.argmax, tf.round, a cast to integers, tf.py_func or a NumPy value between the variables and "
        "the loss, and for a var_list that names other variables.",
    ),
    row(
        "graph-finalized",
        "RuntimeError",
        r"Graph is finalized",
        "RuntimeError: Graph is finalized and cannot be modified.",
        "An operation is added to a graph that was closed to changes, by MonitoredSession, Supervisor or finalize().",
        "Build everything, tf.train.Saver, tf.summary.merge_all() and initializers included, before the session; a "
        "call like tf.assign or `tensor + 1` inside the training loop builds too.",
    ),
    row(
        "tensor-as-bool",
        "OperatorNotAllowedInGraphError",
        r"[Uu]sing a (symbolic )?`tf.Tensor` as a Python `bool`",
        "OperatorNotAllowedInGraphError: Using a symbolic `tf.Tensor` as a Python `bool` is not allowed.",
        "`if`, `while`, `and` or `not` was applied to a tensor, which has no value while the graph is built.",
        "Use tf.cond, tf.while_loop, tf.logical_and or tf.where, or decide on the value that sess.run returns.",
    ),
    row(
        "tensor-iterated",
        "OperatorNotAllowedInGraphError",
        r"[Ii]terating over (a symbolic )?`tf.Tensor`",
        "OperatorNotAllowedInGraphError: Iterating over a symbolic `tf.Tensor` is not allowed.",
        "A loop or an unpacking runs over a tensor, which has no values while the graph is built.",
        "Use tf.unstack(tensor) where the length is known, else tf.map_fn or tf.while_loop.",
    ),
    row(
        "ref-variable",
        "AttributeError",
        r"'(Ref|Resource)Variable' object has no attribute '(numpy|_id|ref|experimental_ref)'",
        "AttributeError: 'RefVariable' object has no attribute 'numpy'",
        "In a graph a variable has no value of its own; disable_v2_behavior() makes reference variables besides.",
        "Read it in a session: sess.run(variable). Code that needs eager variables goes into "
        "`with tfcompat.tf2() as tf:`.",
        "What you get",
    ),
    row(
        "legacy-optimizer",
        "",
        r"convert_to_legacy_optimizer|keras\.optimizers\.legacy",
        "training_v1.py: in convert_to_legacy_optimizer",
        "A Keras model of a graph was given an optimizer of the newer kind, which works eagerly only.",
        "Give it a tf.train optimizer, or one of tf.keras.optimizers by its name ('adam'), under `tfcompat run`.",
        "What you get",
    ),
    row(
        "symbolic-numpy",
        "AttributeError NotImplementedError",
        r"(Symbolic)?Tensor' object has no attribute 'numpy'|Cannot convert a symbolic",
        "AttributeError: 'SymbolicTensor' object has no attribute 'numpy'",
        "NumPy was given a tensor of the graph, which has no value until it is run.",
        "Take the value first: `sess.run(tensor)` or `tensor.eval()`; inside the graph use the function of tf, or "
        "tf.py_func for a Python one.",
    ),
    row(
        "eager-too-late",
        "ValueError",
        r"must be called at program startup",
        "ValueError: tf.enable_eager_execution must be called at program startup.",
        "Eager execution was asked for after a graph was begun.",
        "Put tf.enable_eager_execution() right after `import tensorflow as tf`; in a notebook restart the kernel.",
    ),
    row(
        "dtype-mismatch",
        "TypeError",
        r"has type \w+ that does not match type \w+ of argument",
        "TypeError: Input 'y' of 'Mul' Op has type int32 that does not match type float32 of argument 'x'.",
        "Two tensors of different types meet; TensorFlow converts Python numbers, but never tensors.",
        "Convert one: tf.cast(tensor, tf.float32).",
    ),
)
