"""tf.contrib.tensorboard.plugins.projector: the file that TensorBoard reads."""

import pathlib

import pytest
from tensorflow.contrib.tensorboard.plugins import projector

import tfcompat.v1 as tf


@pytest.mark.parametrize("as_writer", [True, False])
def test_config_is_written_to_the_log_folder(tmp_path, as_writer):
    config = projector.ProjectorConfig()
    embedding = config.embeddings.add()
    embedding.tensor_name = "words"
    embedding.metadata_path = "words.tsv"
    embedding.sprite.single_image_dim.extend([28, 28])
    writer = tf.summary.FileWriter(str(tmp_path)) if as_writer else str(tmp_path)
    projector.visualize_embeddings(writer, config)
    text = pathlib.Path(tmp_path, "projector_config.pbtxt").read_text()
    assert text == (
        'embeddings {\n  tensor_name: "words"\n  metadata_path: "words.tsv"\n  sprite {\n'
        "    single_image_dim: 28\n    single_image_dim: 28\n  }\n}\n"
    )
