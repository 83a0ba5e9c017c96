"""A TensorFlow 1 graph out of a file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

SUFFIXES = (".pb", ".pbtxt", ".meta")


def read(path: str | Path) -> Any:
    """The `GraphDef` of a frozen graph (.pb), of a text (.pbtxt), of a checkpoint (.meta), or of a SavedModel's .pb.

    Raises:
      FileNotFoundError, ValueError: there is no such file, or it holds no graph.
    """
    path = Path(path)
    if path.suffix not in SUFFIXES:
        raise ValueError(f"a graph's file ends in {', '.join(SUFFIXES)}; received {path.name!r}.")
    content = path.read_bytes()
    from google.protobuf import message, text_format
    from tensorflow.core.framework.graph_pb2 import GraphDef
    from tensorflow.core.protobuf.meta_graph_pb2 import MetaGraphDef
    from tensorflow.core.protobuf.saved_model_pb2 import SavedModel

    try:
        if path.suffix == ".pbtxt":
            return text_format.Parse(content.decode("utf-8"), GraphDef())
        if path.suffix == ".meta":
            return MetaGraphDef.FromString(content).graph_def
        if path.name == "saved_model.pb":
            return SavedModel.FromString(content).meta_graphs[0].graph_def
        return GraphDef.FromString(content)
    except (message.DecodeError, text_format.ParseError, UnicodeDecodeError, IndexError) as error:
        raise ValueError(f"{path} holds no graph: {error}") from None
