"""A model drawn as a graph of its layers, as in `tf.keras`; Keras 1 called it `plot`."""

from tfcompat.tf1.keras.utils.plot_model import model_to_dot, plot_model

plot = plot_model
__all__ = ["model_to_dot", "plot", "plot_model"]
