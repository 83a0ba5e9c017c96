"""`tf.config.experimental` where an argument was renamed."""

from tfcompat.tf1.top.argument_order import as_in_1_15

set_virtual_device_configuration = as_in_1_15("config.experimental.set_virtual_device_configuration")

__all__ = ["set_virtual_device_configuration"]
