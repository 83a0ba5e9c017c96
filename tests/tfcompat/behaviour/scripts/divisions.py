"""Quotients to the last bit: what the optimizer makes of divisions must round as it did."""

import numpy as np
import tensorflow as tf

values = np.linspace(0.05, 41.0, 37).astype(np.float32)
fed = tf.placeholder(tf.float32, [None], name="fed")
x = tf.reshape(fed, [-1, 37])  # the optimizer believes no feed's shape, and divides only where it knows one
# The exponential itself is left out: its last bit is the kernel's.
e = tf.reshape(tf.placeholder(tf.float32, [None], name="e"), [-1, 37])
sigmoid = 1.0 / (1.0 + e)
quotients = {
    "one over": 1.0 / x,
    "three over": 3.0 / x,
    "over three": x / 3.0,
    "sigmoid": sigmoid,
    "one less sigmoid": 1.0 - sigmoid,
    "ones over": tf.ones([1, 37]) / x,
    "ones like over": tf.ones_like(x) / x,
    "divide": tf.divide(1.0, x),
    "div": tf.div(1.0, x),
    "realdiv": tf.realdiv(tf.constant(1.0), x),
    "twice": 1.0 / (1.0 / x),
    "gradient": tf.gradients(1.0 / x, x)[0],
    "in a loop": tf.while_loop(lambda i, _: i < 2, lambda i, _: (i + 1, 1.0 / x), (0, x))[1],
}
exponentials = np.exp(-values.astype(np.float64)).astype(np.float32)
with tf.Session() as session:
    for name in sorted(quotients):
        found = session.run(quotients[name], {fed: values, "e:0": exponentials})
        print(name, found.view(np.int32).tolist())
nodes = tf.get_default_graph().as_graph_def().node
print([sorted(node.attr) for node in nodes if node.op == "RealDiv"])
print([node.op for node in nodes[:12]])
