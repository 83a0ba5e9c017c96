"""What the real TensorFlow 1.15 wrote is read here: same variables, same outputs, same training from there on."""

from pathlib import Path

import pytest

FOLDER = str(Path(__file__).parents[2] / "golden" / "checkpoints")
NAMES = ("slots", "convnet", "recurrent", "partitioned", "keras_layers")


@pytest.fixture(scope="module")
def checkpoints():
    from tests.support import checkpoints

    return checkpoints


def _agree(checkpoints, name, found):
    expected = checkpoints.recorded(FOLDER)[name]
    variables, losses, output = found
    assert variables == expected["variables"]
    assert checkpoints.near(output, expected["output"])
    assert checkpoints.near(losses, expected["losses"])


@pytest.mark.parametrize("name", NAMES)
def test_a_model_built_here_goes_on_from_the_checkpoint(checkpoints, name):
    _agree(checkpoints, name, checkpoints.restored(FOLDER, name))


def test_a_meta_graph_goes_on_from_the_checkpoint(checkpoints):
    _agree(checkpoints, "convnet", checkpoints.imported(FOLDER, "convnet"))


def test_a_frozen_graph_gives_the_same_output(checkpoints):
    assert checkpoints.near(checkpoints.frozen_output(FOLDER), checkpoints.recorded(FOLDER)["convnet"]["output"])


def test_a_saved_model_gives_the_same_output(checkpoints):
    assert checkpoints.near(
        checkpoints.saved_model_output(FOLDER), checkpoints.recorded(FOLDER)["saved_model"]["output"]
    )


@pytest.fixture(scope="module")
def written(checkpoints, tmp_path_factory):
    folder = str(tmp_path_factory.mktemp("written"))
    checkpoints.write(folder)
    return folder


@pytest.mark.parametrize("name", NAMES)
def test_a_checkpoint_written_here_has_the_same_names_and_shapes(checkpoints, written, name):
    assert checkpoints.stored(written, name) == checkpoints.stored(FOLDER, name)
