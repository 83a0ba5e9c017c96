"""Linear-chain conditional random fields. Sizes: batch 2, time 4, tags 3."""

from typing import Any

import numpy as np

from tests.support.contrib_builders.registry import builder


def _scores(tf: Any) -> Any:
    return tf.constant(np.sin(np.arange(24, dtype=np.float32)).reshape(2, 4, 3))


@builder
def log_likelihood(tf: Any) -> Any:
    tags = tf.constant([[0, 1, 2, 0], [2, 2, 1, 0]])
    return tf.contrib.crf.crf_log_likelihood(_scores(tf), tags, tf.constant([4, 2]))
