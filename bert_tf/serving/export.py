"""`bert_tf.export`."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from bert_tf.pretrained import Pretrained
from bert_tf.serving import int8, litert, onnx, saved_model

FORMATS = {
    "saved_model": saved_model.write,
    "onnx": onnx.write,
    "onnx_int8": int8.write_onnx,
    "litert": litert.write,
    "litert_int8": int8.write_litert,
}


def export(
    model: Any,
    tokenizer: Any,
    path: str | Path,
    format: str = "saved_model",
    max_length: int | None = None,
    overwrite: bool = False,
) -> Path:
    """Writes a model for programs without Keras, `tokenizers` and this package.

    A SavedModel has the tokenizer inside: strings [B] go in, and labels, spans, tokens or vectors come out, by the
    signatures that `serving.signatures` lists; TensorFlow and TensorFlow Serving load it, and B is left to them. ONNX
    and LiteRT have no operations for text: ids [B,T] go in, and the tokenizer's files are written beside. Their int8
    forms quantize matrices, and products as they run; `int8.json` beside says how fast and how near float32 they are.

    Args:
      model: any model of this package.
      tokenizer: its `BertTokenizer`, without `never_split`.
      path: a folder that does not exist.
      format: one of `FORMATS`.
      max_length: the tokens that texts are cut to; None for the most that the model and the tokenizer take.
      overwrite: whether what is at `path` goes.

    Raises:
      FileExistsError: something is there.
      TypeError: it is no model of this package.
      ValueError: there is no such format, a weight was never trained, or the length does not fit.
      RuntimeError: int8 is slower than float32 on this processor.
      ModuleNotFoundError: the format's package is not installed; with the command that installs it.
    """
    path = Path(path)
    if not isinstance(model, Pretrained):
        raise TypeError(f"a model of bert_tf is exported; received a {type(model).__name__}.")
    if format not in FORMATS:
        raise ValueError(f"format is one of {', '.join(FORMATS)}; got {format!r}.")
    if path.exists() and not overwrite:
        raise FileExistsError(f"{path} exists; give another path, or overwrite=True.")
    if getattr(model, "untrained", None):
        names = ", ".join(model.untrained)
        raise ValueError(f"the model has weights that were never trained: {names}; train it before it is served.")
    most = min(model.config.max_position_embeddings, tokenizer.model_max_length, getattr(model, "max_length", 10**9))
    if max_length is not None and not 3 <= max_length <= most:
        raise ValueError(f"max_length is from 3 to {most}, which the model and the tokenizer take; got {max_length}.")
    temporary = path.with_name(f".{path.name}.part")
    shutil.rmtree(temporary, ignore_errors=True)
    temporary.parent.mkdir(parents=True, exist_ok=True)
    try:
        FORMATS[format](model, tokenizer, temporary, max_length or most)
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
        temporary.rename(path)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
    return path
