"""What `BertModel` and the models with heads have in common: checkpoints in and out, and Keras' own savers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import keras
import numpy as np
import tensorflow as tf

from bert_tf.config import BertConfig
from bert_tf.inputs import INPUTS
from bert_tf.layers.base import AnyGraph, as_config
from bert_tf.weights import named_weights

Made = TypeVar("Made", bound="Pretrained")


class Pretrained(AnyGraph, keras.Model):
    """A Keras model made of a `BertConfig`, or of the mapping that its `to_dict` gives."""

    fresh: tuple[str, ...] = ()  # patterns of weights that a checkpoint may lack, since fine-tuning makes them
    ids_shape: tuple[int | None, ...] = (None, None)  # [B,T]

    def __init__(self, config: BertConfig | Mapping[str, Any], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.config = as_config(config)  # type: ignore[arg-type]
        self.tokenizer_files: dict[str, Path] = {}
        self._drawn: dict[str, np.ndarray] = {}

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """The model's outputs; what a tokenizer returns, with its lists, is taken as it is."""
        if args and isinstance(args[0], Mapping):
            args = ({name: _array(value) for name, value in args[0].items()}, *args[1:])
        return super().__call__(*args, **kwargs)

    def make_train_function(self, force: bool = False) -> Any:
        """Keras' `make_train_function`. The optimizer's variables are made first.

        Made in the step, they would have TensorFlow trace it a second time, and keep both graphs.
        """
        if self.trainable_variables and not self.optimizer.built:
            with self.distribute_strategy.scope():
                self.optimizer.build(self.trainable_variables)
        return super().make_train_function(force)

    @classmethod
    def from_pretrained(
        cls: type[Made],
        path: str | Path,
        gelu: str | None = None,
        missing: Iterable[str] = (),
        left_over: Iterable[str] = (),
        **kwargs: Any,
    ) -> Made:
        """A model with the weights of a checkpoint of any format that `checkpoints.formats` reads.

        A head that the checkpoint lacks is drawn, to be trained; a warning says so, and `untrained` lists it.

        Args:
          path: a folder of Hugging Face's, a TensorFlow 1 checkpoint, a keras_hub preset, `tf_model.h5`, or `.keras`.
          gelu: for TensorFlow 1 checkpoints, "erf" (the default) or "tanh".
          missing: patterns of weights that the file need not have.
          left_over: patterns of tensors that the model need not take; a head's that are named so are not taken.
          kwargs: for the model, such as `dtype`, and fields of the configuration, such as `num_labels`. A `BertModel`
            without `add_pooling_layer` has a pooler if the file has one; a warning says if not.

        Raises:
          FileNotFoundError, BadCheckpoint: nothing is there, it cannot be read, or it does not fit; with the list.
        """
        from bert_tf.checkpoints.load import load

        model: Made = load(cls, path, gelu, missing, left_over, kwargs)
        return model

    def save_pretrained(self, path: str | Path, format: str = "hf") -> None:
        """Writes the model in one of the formats `hf`, `tf1`, `keras_hub` and `keras`; whole or not at all."""
        from bert_tf.checkpoints import formats
        from bert_tf.checkpoints.of_model import of_model

        ours = next(each.__name__ for each in type(self).__mro__ if each.__module__.startswith("bert_tf."))
        found = of_model(self, Path(path))
        formats.write(replace(found, config=found.config.changed(architectures=[ours])), path, format)

    @property
    def untrained(self) -> list[str]:
        """The weights that no checkpoint gave and no training has changed: what depends on them is no answer."""
        now = named_weights(self) if self._drawn else {}
        return [name for name, drawn in self._drawn.items() if np.array_equal(drawn, np.asarray(now[name].variable))]

    def prune_heads(self, heads: Mapping[int, Iterable[int]]) -> None:
        """Takes attention heads out for good: their weights go, and the configuration remembers it.

        Args:
          heads: layer -> heads, numbered as before any pruning; those that are gone already may be named again.
        """
        from bert_tf.pruning import prune

        prune(self, heads)

    def export(
        self,
        filepath: Any,
        format: str = "tf_saved_model",
        verbose: bool | None = None,
        input_signature: Any = None,
        **kwargs: Any,
    ) -> None:
        """As Keras' `Model.export`; without a signature one mapping of ids, mask and token types, int32 [B,T] each."""
        if input_signature is None:
            input_signature = [{name: tf.TensorSpec(self.ids_shape, tf.int32, name) for name in INPUTS[:3]}]
        super().export(filepath, format, verbose, input_signature, **kwargs)

    def get_config(self) -> dict[str, Any]:
        policy = keras.saving.serialize_keras_object(self.dtype_policy)
        return {"name": self.name, "dtype": policy, "config": self.config.to_dict()}

    @classmethod
    def from_config(cls: type[Made], config: dict[str, Any], custom_objects: Any = None) -> Made:
        config = dict(config)
        if isinstance(config.get("dtype"), dict):
            config["dtype"] = keras.saving.deserialize_keras_object(config["dtype"])
        return cls(**config)


def _array(value: Any) -> Any:
    return np.asarray(value) if isinstance(value, (list, tuple)) else value
