"""`tf.contrib.slim.summaries` of 1.15."""

from tfcompat.tf1 import lazy

HOMES = {
    "tf_slim.summaries": (
        "add_histogram_summaries add_histogram_summary add_image_summaries add_image_summary add_scalar_summaries "
        "add_scalar_summary add_zero_fraction_summaries add_zero_fraction_summary"
    )
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
