"""`tf.config` where today's compat.v1 lacks a name of 1.15."""

from tfcompat.tf1.config.list_devices import experimental_list_devices

__all__ = ["experimental_list_devices"]
