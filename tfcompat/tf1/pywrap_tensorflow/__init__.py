"""`tf.pywrap_tensorflow`: of TensorFlow's private bindings, those that scripts use."""

from tfcompat.tf1.pywrap_tensorflow.checkpoint_reader import CheckpointReader, NewCheckpointReader
from tfcompat.tf1.pywrap_tensorflow.device_support import IsGoogleCudaEnabled

__all__ = ["CheckpointReader", "IsGoogleCudaEnabled", "NewCheckpointReader"]
