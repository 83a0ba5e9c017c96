"""What TensorFlow 2 refuses because it runs eagerly, or answers with None."""

from tests.tfcompat.reported.row import Row

V1 = "import tensorflow.compat.v1 as tf\n"
TF = "import tensorflow as tf\n"
RUN = "with tf.Session() as s:\n    s.run(tf.global_variables_initializer())\n    print('is', s.run({}))"

ROWS = {
    "3 placeholder": Row(
        V1 + "x = tf.placeholder(tf.float32)\nprint('is', tf.Session().run(x + 1, {x: 2}))",
        r"tf.placeholder\(\) is not compatible with eager execution",
        "placeholder-eager",
        "^is 3.0$",
    ),
    "4 empty graph": Row(
        V1 + "a = tf.constant(3)\nprint('is', tf.Session().run(a))",
        "The Session graph is empty",
        "empty-graph",
        "^is 3$",
    ),
    "16 initializer": Row(
        V1 + "s = tf.InteractiveSession()\nv = tf.Variable(3)\nv.initializer.run()\nprint('is', v.eval())",
        "'NoneType' object has no attribute 'run'",
        "none-has-no-run",
        "^is 3$",
    ),
    "17 meta graph": Row(
        V1 + "tf.train.export_meta_graph('g.meta')\ntf.train.import_meta_graph('g.meta')\nprint('is read')",
        "Exporting/importing meta graphs is not supported when eager execution is enabled",
        "eager-only",
        "^is read$",
    ),
    "22 queues": Row(
        V1 + "q = tf.train.string_input_producer(['a'])\nprint('is', q.queue_ref.op.type)",
        "Input pipelines based on Queues are not supported when eager execution is enabled",
        "eager-only",
        "^is FIFOQueueV2$",
    ),
    "22 readers": Row(
        V1 + "r = tf.TextLineReader()\nprint('is', r.reader_ref.op.type)",
        "Readers are not supported when eager execution is enabled",
        "eager-only",
        "^is TextLineReaderV2$",
    ),
    "23 loss": Row(
        V1
        + "v = tf.Variable(3.0)\nstep = tf.train.GradientDescentOptimizer(0.5).minimize(v * v)\n"
        + RUN.format("[step, v]"),
        "`loss` passed to Optimizer.compute_gradients should be a function when eager execution is enabled",
        "eager-only",
        r"^is \[None, 3.0\]$|^is \[None, 0.0\]$",
    ),
    "23 gradients": Row(
        V1 + "x = tf.constant(3.0)\nprint('is', tf.Session().run(tf.gradients(x * x, x)))",
        "tf.gradients is not supported when eager execution is enabled",
        "eager-only",
        r"^is \[6.0\]$",
    ),
    "21 value": Row(
        TF + "x = tf.zeros([2, 3])\nprint('is', x.shape[1].value)",
        "'int' object has no attribute 'value'",
        "dimension-value",
        "^is 3$",
    ),
    "32 RefVariable": Row(
        V1 + "tf.disable_v2_behavior()\nv = tf.Variable(3)\nprint(v.numpy())",
        "'RefVariable' object has no attribute 'numpy'",
        "ref-variable",
        r"(?s)'RefVariable' object has no attribute 'numpy'.*What to do: .*sess\.run\(variable\).*tfcompat\.tf2\(\)",
    ),
    "32 _id": Row(
        V1 + "tf.disable_v2_behavior()\nv = tf.Variable(3)\nprint(v._id)",
        "'RefVariable' object has no attribute '_id'",
        "ref-variable",
        r"(?s)'RefVariable' object has no attribute '_id'.*What to do: .*sess\.run\(variable\)",
    ),
    "34 another graph": Row(
        V1 + "tf.disable_v2_behavior()\ny = tf.constant(2.0)\n"
        "with tf.Graph().as_default():\n    x = tf.constant(1.0)\nprint(tf.Session().run(x))",
        "is not an element of this graph",
        "another-graph",
        r"(?s)is not an element of this graph.*What to do: Build it and use it inside the same",
    ),
    "30 key": Row(
        V1 + "tf.disable_v2_behavior()\n"
        "with tf.Session() as s:\n"
        "    v = tf.get_variable('old/weights', [2], initializer=tf.zeros_initializer())\n"
        "    s.run(v.initializer)\n"
        "    path = tf.train.Saver().save(s, './model')\n"
        "tf.reset_default_graph()\n"
        "tf.get_variable('old/kernel', [2])\n"
        "tf.train.Saver().restore(tf.Session(), path)",
        "Key old/kernel not found in checkpoint",
        "key-not-in-checkpoint",
        r"(?s)Key old/kernel not found in checkpoint.*What to do: Compare `tf.train.list_variables",
    ),
}
