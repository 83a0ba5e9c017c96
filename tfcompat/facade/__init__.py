"""The modules that TensorFlow 1 code sees in TensorFlow's place."""

from tfcompat.facade.module import TF1Module as TF1Module
from tfcompat.facade.module import import_name as import_name
from tfcompat.facade.module import tensorflow as tensorflow
