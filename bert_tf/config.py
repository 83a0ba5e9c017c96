"""What a BERT is made of: Hugging Face's `config.json`, field by field."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

ACTIVATIONS = frozenset({
    "gelu", "gelu_10", "gelu_accurate", "gelu_fast", "gelu_new", "gelu_python", "gelu_python_tanh", "gelu_pytorch_tanh",
    "hardswish", "laplace", "leaky_relu", "linear", "mish", "quick_gelu", "relu", "relu2", "relu6", "sigmoid", "silu",
    "sqrtsoftplus", "swish", "tanh",
})  # fmt: skip
_POSITIVE = (
    "vocab_size", "hidden_size", "num_hidden_layers", "num_attention_heads", "intermediate_size",
    "max_position_embeddings", "type_vocab_size", "num_labels",
)  # fmt: skip
_RATES = ("hidden_dropout_prob", "attention_probs_dropout_prob", "classifier_dropout")
_NOTHING: Mapping[Any, Any] = MappingProxyType({})


@dataclass(frozen=True)
class BertConfig:
    """The sizes and switches of a BERT. Source: Hugging Face's `BertConfig`, by its names and defaults.

    Two things are ours. `attention_mask_value` is what a masked score becomes: None for the smallest number of the
    dtype, as in today's Hugging Face, or a number such as -10000.0, as in the original; the results are the same.
    `extra` holds the fields of a file that say nothing about the model, so that they are written back.

    Raises:
      ValueError: a field has a value that no BERT can have, or one that this BERT does not do.
    """

    vocab_size: int = 30522
    hidden_size: int = 768
    num_hidden_layers: int = 12
    num_attention_heads: int = 12
    intermediate_size: int = 3072
    hidden_act: str = "gelu"
    hidden_dropout_prob: float = 0.1
    attention_probs_dropout_prob: float = 0.1
    max_position_embeddings: int = 512
    type_vocab_size: int = 2
    initializer_range: float = 0.02
    layer_norm_eps: float = 1e-12
    pad_token_id: int | None = 0
    position_embedding_type: str = "absolute"
    use_cache: bool = True
    classifier_dropout: float | None = None
    is_decoder: bool = False
    add_cross_attention: bool = False
    bos_token_id: int | None = None
    eos_token_id: int | list[int] | None = None
    tie_word_embeddings: bool = True
    num_labels: int = 2
    id2label: Mapping[int, str] | None = None
    label2id: Mapping[str, int] | None = None
    problem_type: str | None = None
    architectures: list[str] | None = None
    pruned_heads: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    attention_mask_value: float | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in _POSITIVE:
            value = getattr(self, name)
            least = 0 if name in ("num_hidden_layers", "num_labels") else 1
            if not isinstance(value, int) or isinstance(value, bool) or value < least:
                raise ValueError(f"{name} is a whole number of at least {least}; got {value!r}.")
        for name in _RATES:
            value = getattr(self, name)
            if value is None and name == "classifier_dropout":
                continue
            if not _is_number(value) or not 0 <= value < 1:
                raise ValueError(f"{name} is a number from 0 to below 1; got {value!r}.")
        for name in ("layer_norm_eps", "initializer_range"):
            value = getattr(self, name)
            if not _is_number(value) or value < 0:
                raise ValueError(f"{name} is a number of at least 0; got {value!r}.")
        if self.hidden_size % self.num_attention_heads:
            raise ValueError(
                f"hidden_size ({self.hidden_size}) must be a multiple of num_attention_heads "
                f"({self.num_attention_heads})."
            )
        if self.hidden_act not in ACTIVATIONS:
            raise ValueError(f"hidden_act is one of {', '.join(sorted(ACTIVATIONS))}; got {self.hidden_act!r}.")
        if self.position_embedding_type != "absolute":
            raise ValueError(f"position_embedding_type is 'absolute'; got {self.position_embedding_type!r}.")
        if self.is_decoder or self.add_cross_attention:
            raise ValueError("is_decoder and add_cross_attention are for decoders; this BERT is an encoder.")
        if self.pad_token_id is not None and not 0 <= self.pad_token_id < self.vocab_size:
            raise ValueError(
                f"pad_token_id is from 0 to vocab_size - 1 ({self.vocab_size - 1}); got {self.pad_token_id}."
            )
        if self.attention_mask_value is not None and (
            not _is_number(self.attention_mask_value) or self.attention_mask_value > -1000
        ):
            raise ValueError(f"attention_mask_value is None or at most -1000; got {self.attention_mask_value!r}.")
        self._settle("id2label", {int(k): str(v) for k, v in (self.id2label or _NOTHING).items()} or None)
        if self.id2label is not None:
            self._settle("num_labels", len(self.id2label))
            self._settle("label2id", {label: number for number, label in self.id2label.items()})
        self._settle("pruned_heads", self._checked_heads())

    def _settle(self, name: str, value: Any) -> None:
        object.__setattr__(self, name, value)

    def _checked_heads(self) -> dict[int, tuple[int, ...]]:
        kept = {int(layer): tuple(sorted({int(h) for h in heads})) for layer, heads in self.pruned_heads.items()}
        for layer, heads in kept.items():
            if not 0 <= layer < self.num_hidden_layers:
                raise ValueError(f"pruned_heads names layer {layer}; the layers are 0 to {self.num_hidden_layers - 1}.")
            if heads and not 0 <= heads[0] <= heads[-1] < self.num_attention_heads:
                raise ValueError(
                    f"pruned_heads names heads {heads} of layer {layer}; "
                    f"the heads are 0 to {self.num_attention_heads - 1}."
                )
            if len(heads) == self.num_attention_heads:
                raise ValueError(f"pruned_heads leaves no head in layer {layer}; at least one must stay.")
        return {layer: heads for layer, heads in sorted(kept.items()) if heads}

    @property
    def head_size(self) -> int:
        """The width of one attention head."""
        return self.hidden_size // self.num_attention_heads

    def heads_kept(self, layer: int) -> int:
        """How many heads a layer has left."""
        return self.num_attention_heads - len(self.pruned_heads.get(layer, ()))

    def with_pruned(self, heads: Mapping[int, Iterable[int]]) -> BertConfig:
        """This configuration with more heads pruned; heads are numbered as before any pruning."""
        joined = {layer: {*self.pruned_heads.get(layer, ()), *map(int, more)} for layer, more in heads.items()}
        return replace(self, pruned_heads={**self.pruned_heads, **{k: tuple(v) for k, v in joined.items()}})

    def changed(self, **changes: Any) -> BertConfig:
        """A copy with other values in some fields."""
        unknown = sorted(set(changes) - {each.name for each in fields(self)})
        if unknown:
            raise ValueError(f"BertConfig has no field {', '.join(unknown)}.")
        return replace(self, **changes)

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> BertConfig:
        """From the fields of a `config.json`; fields that BERT does not have are kept in `extra`.

        Raises:
          ValueError: the fields are another model's, or do not fit together.
        """
        kind = values.get("model_type", "bert")
        if kind != "bert":
            raise ValueError(f"expected a configuration with model_type 'bert'; got {kind!r}.")
        names = {each.name for each in fields(cls)} - {"extra"}
        known = {name: value for name, value in values.items() if name in names}
        if known.get("pruned_heads") is None:
            known.pop("pruned_heads", None)
        rest = {name: value for name, value in values.items() if name not in names and name != "model_type"}
        rest.update(rest.pop("extra", None) or {})
        return cls(**known, extra=rest)

    def to_dict(self) -> dict[str, Any]:
        """Every field, with names and values that JSON holds and Hugging Face reads."""
        found = {each.name: getattr(self, each.name) for each in fields(self) if each.name != "extra"}
        found["pruned_heads"] = {str(layer): list(heads) for layer, heads in self.pruned_heads.items()}
        if self.id2label is None:
            del found["id2label"], found["label2id"]
        else:
            del found["num_labels"]
            found["id2label"] = {str(k): v for k, v in self.id2label.items()}
        if self.attention_mask_value is None:
            del found["attention_mask_value"]
        return {**self.extra, "model_type": "bert", **found}

    @classmethod
    def from_json(cls, path: str | Path) -> BertConfig:
        """From a `config.json`, or from a folder with one.

        Raises:
          FileNotFoundError: there is none.
          ValueError: it is not a JSON object of a BERT.
        """
        path = Path(path)
        path = path / "config.json" if path.is_dir() else path
        if not path.is_file():
            raise FileNotFoundError(f"no configuration at {path}.")
        try:
            values = json.loads(path.read_text(encoding="utf-8"))
        except ValueError as error:
            raise ValueError(f"{path} is not JSON: {error}.") from None
        if not isinstance(values, dict):
            raise ValueError(f"{path} holds a {type(values).__name__}; a JSON object was expected.")
        return cls.from_dict(values)

    def to_json(self, path: str | Path) -> Path:
        """Writes the file, or `config.json` in a folder; returns its path."""
        path = Path(path)
        path = path / "config.json" if path.is_dir() else path
        path.write_text(json.dumps(self.to_dict(), indent=2, sort_keys=True) + "\n", encoding="utf-8")
        return path


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)
