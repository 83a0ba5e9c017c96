"""Names that TensorFlow 2 keeps under `tf.compat.v1` alone."""

from __future__ import annotations

from tfcompat.rewrite import naming, uses
from tfcompat.rewrite.finding import Rule

RULE = Rule(
    naming.V1_NAME,
    "a name of TensorFlow 1",
    "TensorFlow 2 has the name under tf.compat.v1 alone; plain tf raises AttributeError.",
    "import tensorflow as tf\nx = tf.placeholder(tf.float32)\n",
    "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()\nx = tf.placeholder(tf.float32)\n",
)
find = uses.finder(RULE)
