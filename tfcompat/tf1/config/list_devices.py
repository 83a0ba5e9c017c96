"""`tf.config.experimental_list_devices`, which TensorFlow 2 removed."""

from __future__ import annotations

from tfcompat.backend.devices import device_names


def experimental_list_devices() -> list[str]:
    """The full names of the devices of this process, such as `/job:localhost/replica:0/task:0/device:CPU:0`."""
    return device_names()
