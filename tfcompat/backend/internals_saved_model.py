"""What TensorFlow writes SavedModels with, below its public builders. Import this only once TensorFlow is loaded."""

from __future__ import annotations

from typing import Any

from tensorflow.python.checkpoint import graph_view, save_util_v1
from tensorflow.python.saved_model import model_utils as model_utils
from tensorflow.python.saved_model.builder_impl import _SavedModelBuilder as Builder  # noqa: F401  (the one of estimators)


def saveables(root: Any) -> Any:
    """What a `tf.train.Saver` saves of an object's variables, under the names of object-based checkpoints."""
    return save_util_v1.serialize_gathered_objects(graph_view.ObjectGraphView(root))[0]
