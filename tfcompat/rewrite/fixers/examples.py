"""`tensorflow.examples.tutorials`, which TensorFlow 2 does not ship."""

from __future__ import annotations

from tfcompat.rewrite import naming, uses
from tfcompat.rewrite.finding import Rule

RULE = Rule(
    naming.EXAMPLES,
    "the code of the tutorials",
    "TensorFlow 2 does not ship tensorflow.examples.tutorials; tfcompat has the parts that scripts import.",
    "import tensorflow as tf\nfrom tensorflow.examples.tutorials.mnist import input_data\n",
    "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()\n"
    "from tfcompat.tf1.examples.tutorials.mnist import input_data\n",
)
find = uses.finder(RULE)
