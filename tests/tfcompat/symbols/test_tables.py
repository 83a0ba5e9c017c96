"""The tables agree with each other and with what is served."""

import pytest

import tfcompat.v1 as tf
from tfcompat.symbols import gone, gone_contrib, lookup, ours, renames, vocabulary


def walk(name):
    value = tf
    for part in name.split("."):
        value = getattr(value, part)
    return value


@pytest.mark.parametrize("old", sorted(renames.RENAMED))
def test_a_renamed_name_and_its_target_are_the_same_object(old):
    assert vocabulary.entry(old) is None, "1.15 has this name itself"
    assert walk(old) is walk(renames.RENAMED[old])


@pytest.mark.parametrize("name", sorted({**gone.GONE, **gone_contrib.CONTRIB}))
def test_gone_rows_are_whole(name):
    was, reason, advice = {**gone.GONE, **gone_contrib.CONTRIB}[name]
    for text in (was, reason, advice):
        assert text.strip() == text and text and not text.endswith((".", "!"))


@pytest.mark.parametrize("name", sorted(gone.GONE))
def test_gone_names_are_names_of_tensorflow_1(name):
    older = ("examples", "models")
    assert vocabulary.entry(name) or name.split(".")[0] in older


@pytest.mark.parametrize("name", sorted(gone_contrib.CONTRIB))
def test_contrib_rows_are_names_of_contrib(name):
    after_1_15 = {"gan", "mpi_collectives", "nccl", "session_bundle", "tensorrt", "verbs"}
    assert vocabulary.entry(name) or name.split(".")[1] in after_1_15


@pytest.mark.parametrize("name", ["concat", "nn.ctc_loss", "keras.wrappers.scikit_learn", "contrib.legacy_seq2seq"])
def test_ours_is_read_from_the_folders(name):
    assert ours.serves(name)
    assert lookup(name).served == "ours"


@pytest.mark.parametrize("name", ["top", "cells", "python.framework", "nn.cross_entropy", "top.concat"])
def test_folders_without_a_list_serve_nothing(name):
    assert not ours.serves(name)
