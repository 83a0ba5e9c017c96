"""`tf.image` where its argument forms of 0.x can still be told apart."""

from tfcompat.tf1.image.resize_images import resize_images

__all__ = ["resize_images"]
