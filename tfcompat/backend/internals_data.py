"""tf.data underneath its public classes. Import this only once TensorFlow is loaded."""

from __future__ import annotations

from tensorflow.python.data.ops import dataset_ops as dataset_ops
from tensorflow.python.data.ops.iterator_ops import OwnedIterator as OwnedIterator
from tensorflow.python.data.util import nest as nest
from tensorflow.python.data.util import structure as structure
from tensorflow.python.ops import gen_experimental_dataset_ops as gen_experimental_dataset_ops
