"""Imports from inside tf.contrib, by the paths of 1.15's own files: their private and unlisted names."""

import pytest

import tfcompat.v1 as tf
from tfcompat.facade import import_name
from tfcompat.symbols import contrib_modules

PATHS = {
    "tensorflow.contrib.framework.python.ops.arg_scope": "arg_scope_func_key",
    "tensorflow.contrib.layers.python.layers.layers": "DATA_FORMAT_NHWC",
    "tensorflow.contrib.layers.python.layers.utils": "NamedOutputs",
    "tensorflow.contrib.learn.python.learn.monitored_session": "MonitoredSession Scaffold",
    "tensorflow.contrib.losses.python.metric_learning.metric_loss_ops": "pairwise_distance npairs_loss",
    "tensorflow.contrib.opt.python.training.agn_optimizer": "GLOBAL_VARIABLE_NAME GRAD_VARIABLE_NAME",
    "tensorflow.contrib.opt.python.training.elastic_average_optimizer": "GLOBAL_VARIABLE_NAME GLOBAL_STEP",
    "tensorflow.contrib.slim.python.slim.data.tfexample_decoder": "Image TFExampleDecoder",
    "tensorflow.contrib.slim.python.slim.evaluation": "evaluate_once",
    "tensorflow.contrib.slim.python.slim.learning": "train train_step",
    "tensorflow.contrib.slim.python.slim.nets.resnet_v1": "bottleneck resnet_v1_50",
    "tensorflow.contrib.slim.python.slim.nets.vgg": "vgg_16",
    "tensorflow.python.ops.rnn_cell_impl": "ASSERT_LIKE_RNNCELL_ERROR_REGEXP",
}


@pytest.mark.parametrize("path", PATHS)
def test_a_path_serves_what_its_file_had(path):
    module = import_name(path)
    assert [name for name in PATHS[path].split() if not hasattr(module, name)] == []


def test_both_paths_lead_to_the_same_network():
    assert import_name("tensorflow.contrib.slim.python.slim.nets.vgg").vgg_16 is tf.contrib.slim.nets.vgg.vgg_16


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("contrib.slim.python.slim.learning", "learning"),
        ("contrib.slim.python.slim", ""),
        ("contrib.losses.python.metric_learning.metric_loss_ops", "losses.metric_learning"),
        ("contrib.rnn.python.ops.rnn_cell", None),
    ],
)
def test_places_in_tf_slim(path, place):
    assert contrib_modules.in_tf_slim(path) == place


def test_a_name_that_no_file_had():
    with pytest.raises(AttributeError, match=r"no nothing at tensorflow\.contrib\.slim\.python\.slim\.learning"):
        import_name("tensorflow.contrib.slim.python.slim.learning").nothing  # noqa: B018
