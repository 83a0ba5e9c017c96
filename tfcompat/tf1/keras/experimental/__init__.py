"""`tf.keras.experimental` where Keras dropped names of 1.15 or changed a default."""

from tfcompat.tf1.keras.experimental.linear_cosine_decay import LinearCosineDecay, NoisyLinearCosineDecay
from tfcompat.tf1.keras.experimental.linear_model import LinearModel
from tfcompat.tf1.keras.experimental.peephole_lstm_cell import PeepholeLSTMCell
from tfcompat.tf1.keras.experimental.saved_model_v1 import export_saved_model, load_from_saved_model
from tfcompat.tf1.keras.experimental.terminate_pools import terminate_keras_multiprocessing_pools

__all__ = [
    "LinearCosineDecay",
    "LinearModel",
    "NoisyLinearCosineDecay",
    "PeepholeLSTMCell",
    "export_saved_model",
    "load_from_saved_model",
    "terminate_keras_multiprocessing_pools",
]
