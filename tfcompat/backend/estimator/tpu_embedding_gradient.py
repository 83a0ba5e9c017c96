"""Stands for `tensorflow.python.tpu.tpu_embedding_gradient`: gradients of embedding tables that lie on a TPU."""

from tfcompat.backend.estimator.session_support import __getattr__ as __getattr__
