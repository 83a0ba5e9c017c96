"""`visualize_embeddings`: writes the file that TensorBoard's projector reads."""

from __future__ import annotations

import os
from typing import Any

from google.protobuf import text_format

from tfcompat.backend.v1api import v1

_FILE = "projector_config.pbtxt"


def visualize_embeddings(summary_writer: Any, config: Any) -> None:
    """Writes `config`, a `ProjectorConfig`, into the folder of a summary writer, or into a folder given by name.

    Raises:
      ValueError: the summary writer has no folder.
    """
    is_path = isinstance(summary_writer, (str, os.PathLike))
    logdir = os.fspath(summary_writer) if is_path else summary_writer.get_logdir()
    if logdir is None:
        raise ValueError("Summary writer must have a logdir")
    if isinstance(logdir, bytes):
        logdir = logdir.decode()
    with v1.gfile.GFile(os.path.join(logdir, _FILE), "w") as file:
        file.write(text_format.MessageToString(config))
