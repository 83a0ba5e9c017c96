"""`tensorflow.contrib.rnn.python.tools.checkpoint_convert`: checkpoints of cells from before TensorFlow 1.2."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.contrib.rnn import checkpoint_names

RNN_NAME_REPLACEMENTS = checkpoint_names.RNN_NAME_REPLACEMENTS
_RNN_SHARDED_NAME_REPLACEMENTS = checkpoint_names.RNN_SHARDED_NAME_REPLACEMENTS
__all__ = ["RNN_NAME_REPLACEMENTS", "convert_names"]


def convert_names(
    checkpoint_from_path: str, checkpoint_to_path: str, write_v1_checkpoint: bool = False
) -> tuple[dict[str, Any], dict[str, str]]:
    """Writes a checkpoint with today's names: the variables by new name, and the names that changed."""
    with v1.Graph().as_default():
        v1.logging.info("Reading checkpoint_from_path %s", checkpoint_from_path)
        reader = v1.train.NewCheckpointReader(checkpoint_from_path)
        variables: dict[str, Any] = {}
        changed: dict[str, str] = {}
        for old in reader.get_variable_to_shape_map():
            new = _renamed(old, RNN_NAME_REPLACEMENTS)
            variables[new] = v1.Variable(reader.get_tensor(old), name=old)
            if new != old:
                v1.logging.info("Converted: %s --> %s", old, new)
                changed[old] = new
        version = v1.train.SaverDef.V1 if write_v1_checkpoint else v1.train.SaverDef.V2
        saver = v1.train.Saver(variables, write_version=version)
        with v1.Session() as session:
            session.run(v1.global_variables_initializer())
            v1.logging.info("Writing checkpoint_to_path %s", checkpoint_to_path)
            saver.save(session, checkpoint_to_path)
    v1.logging.info("Summary:")
    v1.logging.info("  Converted %d variable name(s).", len(variables))
    return variables, changed


def _renamed(name: str, table: Mapping[str, str]) -> str:
    """The name with the first entry of the table that it contains replaced."""
    return next((name.replace(old, new) for old, new in table.items() if old in name), name)
