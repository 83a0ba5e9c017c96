"""`tensorflow.python.…` as TensorFlow 1 code imports it."""

import pytest

import tfcompat.v1 as tf
from tfcompat.facade import deep as facade
from tfcompat.symbols import deep

REMOVED = ("tf.estimator.BoostedTrees",)
IMPORTS = """
from tensorflow.python.client import device_lib, session, timeline
from tensorflow.python.client.graph_util import convert_variables_to_constants
from tensorflow.python.data.ops import dataset_ops, iterator_ops
from tensorflow.python.debug import LocalCLIDebugWrapperSession
from tensorflow.python.eager import context
from tensorflow.python.framework import constant_op, dtypes, errors, function, graph_util, ops
from tensorflow.python.framework import tensor_shape, tensor_util
from tensorflow.python.framework.ops import IndexedSlices, RegisterGradient, RegisterShape, Tensor, convert_to_tensor
from tensorflow.python.framework.ops import reset_default_graph
from tensorflow.python.framework.tensor_shape import scalar, vector
from tensorflow.python.keras import Sequential, backend, layers, models, optimizers, preprocessing
from tensorflow.python.keras.engine.base_layer import Layer
from tensorflow.python.keras.layers.core import Dense
from tensorflow.python.keras.layers.recurrent import LSTM
from tensorflow.python.keras.models import load_model
from tensorflow.python.keras.preprocessing.image import ImageDataGenerator
from tensorflow.python.keras.utils.np_utils import to_categorical
from tensorflow.python.layers import base, convolutional, core, utils
from tensorflow.python.layers.base import InputSpec, Layer
from tensorflow.python.layers.core import dense
from tensorflow.python.lib.io import file_io, tf_record
from tensorflow.python.ops import array_ops, control_flow_ops, gen_array_ops, init_ops, math_ops, metrics_impl, nn_ops
from tensorflow.python.ops import resource_variable_ops, resources, rnn, rnn_cell, rnn_cell_impl, variable_scope
from tensorflow.python.ops.control_flow_ops import cond, while_loop
from tensorflow.python.ops.nn import bidirectional_dynamic_rnn
from tensorflow.python.ops.rnn_cell_impl import LSTMStateTuple, RNNCell, _linear, _concat
from tensorflow.python.ops.seq2seq import sequence_loss
from tensorflow.python.platform import app, flags, gfile, tf_logging
from tensorflow.python.saved_model import builder, loader, signature_constants, tag_constants
from tensorflow.python.tools import freeze_graph, inspect_checkpoint, optimize_for_inference_lib
from tensorflow.python.tools.inspect_checkpoint import print_tensors_in_checkpoint_file
from tensorflow.python.tpu import async_checkpoint, error_handling, tpu_config, tpu_context, tpu_estimator, util
from tensorflow.python.training import checkpoint_management, moving_averages, optimizer, queue_runner, saver
from tensorflow.python.training import session_run_hook, slot_creator, training_ops, training_util
from tensorflow.python.training.queue_runner_impl import add_queue_runner
from tensorflow.python.training.tracking import base as tracking_base
from tensorflow.python.util import deprecation, nest, tf_inspect
from tensorflow.python import debug, pywrap_tensorflow
from tensorflow.contrib import legacy_seq2seq
from tensorflow.contrib.legacy_seq2seq.python.ops import seq2seq
from tensorflow.contrib.legacy_seq2seq import sequence_loss_by_example
import tensorflow.contrib.legacy_seq2seq as seq2seq
import tensorflow.python.keras as keras
import tensorflow.python.keras.backend as K
import tensorflow.python.platform
from tensorflow.core.example import example_pb2, feature_pb2
from tensorflow.core.framework import graph_pb2, node_def_pb2, summary_pb2
from tensorflow.core.protobuf import config_pb2, saver_pb2
from tensorflow.core.util.event_pb2 import SessionLog
""".strip().splitlines()


@pytest.mark.parametrize("line", IMPORTS)
def test_imports(line):
    exec(line, {"__name__": __name__, "__file__": __file__})


@pytest.mark.parametrize("module", sorted(deep.MOVED))
def test_every_moved_name_is_where_the_table_says(module):
    assert facade.deep_module(module) is not None
    for name, target in deep.MOVED[module].items():
        if not target.startswith(REMOVED):
            assert hasattr(facade.deep_module(module), name), name


@pytest.mark.parametrize("module", sorted(deep.MODULES))
def test_every_moved_module_is_where_the_table_says(module):
    assert facade.deep_module(module) is not None


def test_a_module_is_either_moved_whole_or_by_names():
    assert not set(deep.MODULES) & set(deep.MOVED)


def test_deep_and_public_names_are_the_same_objects():
    from tensorflow.python.framework import ops
    from tensorflow.python.keras.layers import BatchNormalization, Dense
    from tensorflow.python.keras.layers.core import Dense as CoreDense
    from tensorflow.python.layers.core import Dense as GraphDense
    from tensorflow.python.ops.rnn_cell_impl import RNNCell

    assert ops.Tensor is tf.Tensor
    assert Dense is CoreDense is tf.keras.layers.Dense
    assert BatchNormalization is tf.keras.layers.BatchNormalization
    assert GraphDense is tf.layers.Dense
    assert RNNCell is tf.nn.rnn_cell.RNNCell
