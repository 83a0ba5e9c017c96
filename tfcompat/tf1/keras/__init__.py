"""`tf.keras` where Keras 2 of today lacks what 1.15's had.

When it is first touched, methods that went are put back, and functions inside Keras that give other numbers than in
1.15 are replaced for TensorFlow 1 code.
"""

from tfcompat.backend import replace
from tfcompat.tf1.keras import data_files, layer_apply, model_files, model_save, sequential_methods, version  # noqa: F401
from tfcompat.tf1.keras.preprocessing import image as _image  # noqa: F401 (declares its replacements)

for _each in (layer_apply, sequential_methods, version):
    _each.install()
replace.apply()

__all__: list[str] = []
