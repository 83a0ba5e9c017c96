"""`IsGoogleCudaEnabled`: whether this TensorFlow was built for CUDA."""

from __future__ import annotations

from tfcompat.backend.v1api import v1


def IsGoogleCudaEnabled() -> bool:  # noqa: N802 (the TensorFlow 1 name)
    """As `tf.test.is_built_with_cuda()`."""
    return v1.test.is_built_with_cuda()
