"""`tf.contrib.checkpoint` of 1.15: object-based checkpoints."""

from tfcompat.tf1 import lazy

HOMES = {
    "tensorflow.python.checkpoint.checkpoint_management": "CheckpointManager",
    "tensorflow.python.trackable.data_structures": "List Mapping NoDependency",
    "tensorflow.python.checkpoint.checkpoint": "capture_dependencies list_objects object_metadata",
    "tensorflow.python.trackable.autotrackable": "Checkpointable=AutoTrackable",
    "tensorflow.python.trackable.base": "CheckpointableBase=Trackable",
    "tensorflow.core.protobuf.trackable_object_graph_pb2": "CheckpointableObjectGraph=TrackableObjectGraph",
    ".python_state": "NumpyState PythonStateWrapper",
    ".unique_name_tracker": "UniqueNameTracker",
}
__all__ = lazy.names(HOMES)
__getattr__ = lazy.getter(__name__, HOMES)
