"""Names of the devices that TensorFlow sees."""

from __future__ import annotations


def device_names() -> list[str]:
    """Full names, job and task included; the public list_logical_devices leaves those out in a single process."""
    from tensorflow.python.eager import context

    context.ensure_initialized()
    return context.context().devices()
