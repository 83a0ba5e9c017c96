"""`tf.contrib`, which TensorFlow 2.0 removed."""

from __future__ import annotations

from tfcompat.rewrite import naming, uses
from tfcompat.rewrite.finding import Rule

RULE = Rule(
    naming.CONTRIB,
    "tf.contrib",
    "TensorFlow 2.0 removed tf.contrib. What TensorFlow kept under another name is used from there, the rest comes "
    "from tfcompat.",
    "import tensorflow as tf\ny = tf.contrib.layers.flatten(x)\n",
    "import os\n"
    'os.environ.setdefault("TF_USE_LEGACY_KERAS", "1")  # tf.layers, tf.nn.rnn_cell and tf.keras are Keras 2\n'
    "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()\nfrom tfcompat.tf1 import contrib\n"
    "y = contrib.layers.flatten(x)\n",
)
find = uses.finder(RULE)
