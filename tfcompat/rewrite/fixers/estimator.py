"""`tf.estimator`, which TensorFlow removed in 2.16."""

from __future__ import annotations

from tfcompat.rewrite import naming, uses
from tfcompat.rewrite.finding import Rule

RULE = Rule(
    naming.ESTIMATOR,
    "tf.estimator",
    "TensorFlow removed tf.estimator in 2.16. tfcompat goes on with the package tensorflow-estimator 2.15.",
    "import tensorflow as tf\nrun = tf.estimator.RunConfig()\n",
    "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()\nfrom tfcompat.tf1 import estimator\n"
    "run = estimator.RunConfig()\n",
)
find = uses.finder(RULE)
