"""`import tfcompat.v1 as tf`: the TensorFlow 1.15 API as a module.

`tf.Session`, `tf.placeholder`, `tf.layers`, … as 1.15 had them. The process is put in graph mode; what
`import tensorflow` means elsewhere does not change.
"""

from __future__ import annotations

import sys

from tfcompat.facade import TF1Module, tensorflow
from tfcompat.hook import imports

imports.install(tensorflow=False)  # so that libraries keep TensorFlow 2 here too
sys.modules[__name__] = tensorflow()
sys.modules["tfcompat"].v1 = sys.modules[__name__]  # type: ignore[attr-defined]
__all__ = ["TF1Module"]
