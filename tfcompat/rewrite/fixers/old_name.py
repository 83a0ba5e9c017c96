"""Spellings of 0.x and early 1.x."""

from __future__ import annotations

from tfcompat.rewrite import naming, uses
from tfcompat.rewrite.finding import Rule

RULE = Rule(
    naming.OLD_NAME,
    "a name from before 1.0",
    "TensorFlow 1.0 renamed it; TensorFlow 2 has only the new name.",
    "import tensorflow as tf\ny = tf.mul(a, b)\n",
    "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()\ny = tf.multiply(a, b)\n",
)
find = uses.finder(RULE)
