"""`tf.config` where today's compat.v1 lacks a name of 1.15; its module `experimental` holds what changed."""

from tfcompat.tf1.config.list_devices import experimental_list_devices

__all__ = ["experimental_list_devices"]
