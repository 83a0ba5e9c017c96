"""A `.keras` file of one of our models, made by `model.save`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bert_tf.checkpoints import architectures, atomic
from bert_tf.checkpoints.checkpoint import BadCheckpoint, Checkpoint
from bert_tf.checkpoints.hugging_face import tokenizer_files
from bert_tf.checkpoints.of_model import of_model


def matches(path: Path) -> bool:
    return path.suffix == ".keras" and path.is_file()


def read(path: Path) -> Checkpoint:
    """The configuration and every weight.

    Raises:
      BadCheckpoint: the file is damaged, or holds a model that is not one of ours.
    """
    import keras

    architectures.all_classes()  # they are registered by being defined
    try:
        model = keras.saving.load_model(path, compile=False)
    except Exception as error:  # Keras' own for each kind of damage
        raise BadCheckpoint(f"{path} cannot be read: {error}") from None
    if not hasattr(model, "config"):
        raise BadCheckpoint(f"{path} holds a {type(model).__name__}; a model of bert_tf was expected.")
    return replace(of_model(model, path), extra_files=tokenizer_files(path.parent))


def write(checkpoint: Checkpoint, path: Path) -> None:
    """Writes the model as Keras saves it: of the class that the configuration names, or a `BertModel`.

    Raises:
      BadCheckpoint: the checkpoint has a head for which that class has no place.
      ValueError: the path does not end in `.keras`.
    """
    from bert_tf.checkpoints.load import build

    if path.suffix != ".keras":
        raise ValueError(f"the name of a .keras file ends in .keras; got {path}.")
    model, heads, _ = build(architectures.class_of(checkpoint), checkpoint)
    if heads:
        raise BadCheckpoint(
            f"a .keras file of a {type(model).__name__} has no place for {', '.join(heads)}; write another format."
        )
    with atomic.file(path) as temporary:
        model.save(temporary)
