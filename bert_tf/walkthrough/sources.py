"""What is walked through: a checkpoint with its tokenizer, the MiniLM of an installed package, or drawn weights."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from bert_tf import torch_door
from bert_tf.checkpoints import formats
from bert_tf.checkpoints.load import build
from bert_tf.checkpoints.mini_lm import folder
from bert_tf.checkpoints.of_model import of_model
from bert_tf.checkpoints.tokenizer_of import tokenizer_of
from bert_tf.config import BertConfig
from bert_tf.tokenizer import BertTokenizer
from bert_tf.walkthrough.texts import LONGEST
from bert_tf.weights import named_weights

SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")


class Source(NamedTuple):
    """`folder`: where Hugging Face's own reader finds the same weights; `classifier`: [K,H] and [K]; or None."""

    title: str
    model: Any
    tokenizer: BertTokenizer
    folder: Path | None
    classifier: tuple[np.ndarray, np.ndarray] | None

    def reference(self) -> Any:
        """Hugging Face's PyTorch model: read by its own reader from the same folder, else given our weights."""
        pooler = self.model.pooler is not None
        if self.folder is not None:
            return torch_door.load_reference(str(self.folder), pooler)
        tensors = of_model(self.model, Path()).tensors
        return torch_door.make_reference(self.model.config.to_dict(), tensors, pooler)


def of_path(path: str | Path, gelu: str | None = None) -> Source:
    """A checkpoint of any format, with the vocabulary that lies with it.

    Raises:
      FileNotFoundError, BadCheckpoint: there is no checkpoint or no vocabulary, or it cannot be read.
    """
    from bert_tf.model import BertModel

    checkpoint = formats.read(path, gelu)
    model = build(BertModel, checkpoint).model
    head = checkpoint.tensors.get("classifier.weight"), checkpoint.tensors.get("classifier.bias")
    place = Path(path) if formats.format_of(path) == "hf" and not model.config.pruned_heads else None
    classifier = None if head[0] is None or head[1] is None else (np.asarray(head[0]), np.asarray(head[1]))
    return Source(str(path), model, tokenizer_of(checkpoint), place, classifier)


def mini_lm() -> Source | None:
    """all-MiniLM-L6-v2 out of the package that holds it, where that is installed."""
    found = folder()
    return of_path(found)._replace(title="all-MiniLM-L6-v2") if found else None


def drawn(texts: Iterable[str], config: BertConfig | None = None, seed: int = 0) -> Source:
    """bert-base, cased, with 256 positions and weights drawn at random; its vocabulary is the words of the texts.

    Biases and norms are drawn too, so that a wrong one would be seen.
    """
    from bert_tf.model import BertModel

    config = config or BertConfig(max_position_embeddings=LONGEST)
    model = BertModel(config)
    draw = np.random.default_rng(seed)
    for name, weight in named_weights(model).items():
        values = draw.standard_normal(weight.variable.shape, "float32") * np.float32(config.initializer_range)
        weight.variable.assign(values + 1 if name.endswith("LayerNorm.weight") else values)
    vocabulary = {token: number for number, token in enumerate(_words(texts))}
    title = f"a random BERT of {config.num_hidden_layers} layers, cased, {config.max_position_embeddings} positions"
    return Source(title, model, BertTokenizer(vocabulary, do_lower_case=False), None, None)


def _words(texts: Iterable[str]) -> list[str]:
    """The special tokens, the characters of the texts, alone and as the rest of a word, and the words."""
    from bert_tf.tokenizer.normalizer import Normalizer

    found = dict.fromkeys(SPECIAL)
    words = ["".join(each.char for each in word) for text in texts for word in Normalizer(False).words(text)]
    letters = sorted({letter for word in words for letter in word})
    return list({**found, **dict.fromkeys([*letters, *(f"##{letter}" for letter in letters), *words])})
