"""`tf.image` where its argument forms of 0.x can still be told apart, or the order of arguments changed."""

from tfcompat.tf1.image.resize_images import resize_images
from tfcompat.tf1.top.argument_order import as_in_1_15

adjust_jpeg_quality = as_in_1_15("image.adjust_jpeg_quality")

__all__ = ["adjust_jpeg_quality", "resize_images"]
