"""`import tfcompat.same_seeds`, above TensorFlow: the same random numbers from the same seeds as TensorFlow 1.15.

For code on `tensorflow.compat.v1`: the user's imports of that module get the functions that build graphs op by op as
1.15 built them, on which the seeds of its random ops depend, and NumPy shows numbers as it did then. What
`import tensorflow` means does not change, and libraries keep TensorFlow 2.
"""

from __future__ import annotations

from tfcompat.facade import tensorflow as _tensorflow
from tfcompat.hook import imports as _imports

__all__: list[str] = []

_imports.install(tensorflow=False, compat_v1=True)
_tensorflow()
