"""What TensorFlow 1 had and TensorFlow 2 lacks, or answers otherwise; a folder's path is the TensorFlow 1 path.

Each folder names what it serves in `__all__`; the facade asks here before TensorFlow's own compat.v1.
"""

from tfcompat.tf1.batch_matmul import batch_matmul
from tfcompat.tf1.concat import concat
from tfcompat.tf1.initializers import ones_initializer, random_uniform_initializer, zeros_initializer
from tfcompat.tf1.old_summaries import (
    audio_summary,
    histogram_summary,
    image_summary,
    merge_all_summaries,
    merge_summary,
    scalar_summary,
)
from tfcompat.tf1.reverse import reverse
from tfcompat.tf1.split import split

__all__ = [
    "audio_summary",
    "batch_matmul",
    "concat",
    "histogram_summary",
    "image_summary",
    "merge_all_summaries",
    "merge_summary",
    "ones_initializer",
    "random_uniform_initializer",
    "reverse",
    "scalar_summary",
    "split",
    "zeros_initializer",
]
