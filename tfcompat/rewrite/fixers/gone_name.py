"""Names that nothing stands for."""

from __future__ import annotations

from tfcompat.rewrite import naming, uses
from tfcompat.rewrite.finding import Rule

RULE = Rule(
    naming.GONE_NAME,
    "a name that is gone",
    "Neither TensorFlow 2 nor tfcompat has it; the finding says what to use instead.",
    "import tensorflow as tf\nm = tf.contrib.timeseries.ARModel(3, 2)\n",
    None,
)
find = uses.finder(RULE)
