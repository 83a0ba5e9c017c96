"""Modules of TensorFlow 1 that live on in a package of their own: path -> the name to install it by.

A row stands for everything below its path. What `tfcompat.tf1` serves itself comes before these.
"""

PACKAGES: dict[str, str] = {
    "contrib.bayesflow": "tensorflow-probability",
    "contrib.distributions": "tensorflow-probability",
    "contrib.gan": "tensorflow-gan",
    "contrib.model_pruning": "tensorflow-model-optimization",
    "contrib.quantize": "tensorflow-model-optimization",
    "contrib.slim": "tf-slim",
    "contrib.tensor_forest": "tensorflow-decision-forests",
    "contrib.tensorboard.plugins.projector": "tensorboard",
}
