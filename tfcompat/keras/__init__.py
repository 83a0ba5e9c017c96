"""What `import keras` means to code of TensorFlow 1's time: Keras 2.3.1, and Keras 1 as that version accepted it.

The layers, models and functions are those of tf_keras, in the same graph and session as TensorFlow 1's `tf.keras`.
This package holds what Keras 2.3.1 did otherwise than `tf.keras` of 1.15: names, seeds drawn from NumPy, optimizers,
training loops, and what is printed. A module's path below this folder is its path below `keras`.
"""

from tfcompat.tf1 import lazy

HOMES = {
    "tfcompat.keras.layers": "Input",
    "tfcompat.keras.models": "Model Sequential",
}
__version__ = "2.3.1"
__all__ = [*lazy.names(HOMES), "__version__"]
__getattr__ = lazy.getter(__name__, HOMES)
