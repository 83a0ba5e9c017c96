"""Pairs of passages: the second follows the first, or comes from somewhere else."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from bert_tf.train.pretraining.documents import Document, Sentence
from bert_tf.train.pretraining.masking import Hidden, hide


@dataclass(frozen=True)
class Settings:
    """The flags of google-research/bert's `create_pretraining_data.py`, by their names and defaults.

    Raises:
      ValueError: a row would have no room for two tokens beside the special ones.
    """

    max_seq_length: int = 128
    max_predictions_per_seq: int = 20
    masked_lm_prob: float = 0.15
    short_seq_prob: float = 0.1
    dupe_factor: int = 10
    random_seed: int = 12345
    do_whole_word_mask: bool = False

    def __post_init__(self) -> None:
        if self.max_seq_length < 5:
            raise ValueError(f"max_seq_length is at least 5; got {self.max_seq_length}.")

    @property
    def room(self) -> int:
        """Tokens of a pair, without the special ones."""
        return self.max_seq_length - 3


class Instance(NamedTuple):
    """`random_next`: the second passage does not follow the first."""

    hidden: Hidden
    segment_ids: list[int]
    random_next: bool


def instances(documents: Sequence[Document], tokenizer: Any, settings: Settings) -> list[Instance]:
    """What the documents give, shuffled; the seed decides it all. Source: `create_training_instances`.

    Every draw is one that google's program makes, in its order, so that the same seed gives the same instances.
    """
    draw = random.Random(settings.random_seed)
    documents = list(documents)
    draw.shuffle(documents)
    vocabulary = sorted(tokenizer.get_vocab(), key=tokenizer.get_vocab().__getitem__)
    found = []
    for _, number in itertools.product(range(settings.dupe_factor), range(len(documents))):
        for first, second, random_next in _pairs(documents, number, settings, draw):
            tokens = ["[CLS]", *first, "[SEP]", *second, "[SEP]"]
            hidden = hide(
                tokens, settings.masked_lm_prob, settings.max_predictions_per_seq, vocabulary, draw,
                settings.do_whole_word_mask,
            )  # fmt: skip
            segments = [0] * (len(first) + 2) + [1] * (len(second) + 1)
            found.append(Instance(hidden, segments, random_next))
    draw.shuffle(found)
    return found


def _pairs(
    documents: Sequence[Document], number: int, settings: Settings, draw: random.Random
) -> Iterator[tuple[Sentence, Sentence, bool]]:
    """The pairs of one document, each with room for the special tokens. Source: `create_instances_from_document`."""
    document, target = documents[number], settings.room
    if draw.random() < settings.short_seq_prob:
        target = draw.randint(2, settings.room)
    place = 0
    while place < len(document):
        chunk = _enough(document[place:], target)
        place += len(chunk)
        cut = draw.randint(1, len(chunk) - 1) if len(chunk) > 1 else 1
        first = _joined(chunk[:cut])
        random_next = len(chunk) == 1 or draw.random() < 0.5
        if random_next:
            second = _joined(_enough(_elsewhere(documents, number, draw), target - len(first)))
            place -= len(chunk) - cut  # the rest of the chunk begins the next one
        else:
            second = _joined(chunk[cut:])
        _shorten(first, second, settings.room, draw)
        yield first, second, random_next


def _enough(sentences: Sequence[Sentence], tokens: int) -> list[Sentence]:
    """The first sentences that have so many tokens together, one at least; all, if they have fewer."""
    lengths = itertools.accumulate(map(len, sentences))
    count = next((number for number, length in enumerate(lengths, 1) if length >= tokens), len(sentences))
    return list(sentences[:count])


def _joined(sentences: Sequence[Sentence]) -> Sentence:
    return list(itertools.chain.from_iterable(sentences))


def _elsewhere(documents: Sequence[Document], number: int, draw: random.Random) -> list[Sentence]:
    """What follows any sentence of another document; of the same one if ten draws find no other."""
    for _ in range(10):
        other = draw.randint(0, len(documents) - 1)
        if other != number:
            break
    return documents[other][draw.randint(0, len(documents[other]) - 1) :]


def _shorten(first: Sentence, second: Sentence, room: int, draw: random.Random) -> None:
    """Takes tokens off the longer one, at either end, until both fit."""
    while len(first) + len(second) > room:
        longer = first if len(first) > len(second) else second
        longer.pop(0 if draw.random() < 0.5 else -1)
