"""The words of a text that answer a question."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np
import tensorflow as tf

from bert_tf import spans
from bert_tf.tasks import needs


class Answer(NamedTuple):
    """`passage[start:end]` is the answer; `score`: its two logits' sum, less what the model gives to "no answer"."""

    text: str
    start: int
    end: int
    passage: str
    place: int
    score: float
    probability: float

    @property
    def marked(self) -> str:
        """The passage with the answer between **stars**."""
        return f"{self.passage[: self.start]}**{self.text}**{self.passage[self.end :]}"


def answer(
    model: Any, tokenizer: Any, question: str, passages: Sequence[str], top: int = 1, stride: int = 64
) -> tuple[Answer, ...]:
    """The best spans, one of each passage at most; a passage longer than the model takes is read in windows.

    Args:
      model: a `BertForQuestionAnswering`.
      tokenizer: its tokenizer.
      question, passages: what is asked, and where the answer may stand.
      top: how many passages' answers.
      stride: tokens that one window shares with the one before.

    Returns:
      The best first; none where the model finds that no passage answers: a negative score.

    Raises:
      ValueError: the question is empty or leaves no room for a passage, or every passage is empty.
      Untrained: the model's head was never trained.
    """
    needs.check(model, "answer")
    most = model.config.max_position_embeddings
    asked = len(tokenizer(question)["input_ids"]) - 2
    if not question.strip():
        raise ValueError("the question is empty.")
    if asked + 3 >= most:
        raise ValueError(f"the question has {asked} tokens, which leaves no room in a window of {most}; shorten it.")
    full = [place for place, passage in enumerate(passages) if passage.strip()]
    if not full:
        raise ValueError("there is no passage with text in it.")
    windows = tokenizer(
        [question] * len(full),
        [passages[place] for place in full],
        truncation="only_second",
        max_length=most,
        stride=min(stride, (most - asked - 3) // 2),
        padding=True,
        return_tensors="np",
        return_overflowing_tokens=True,
        return_offsets_mapping=True,
    )
    best: dict[int, Answer] = {}
    for number, found in enumerate(_spans(model, windows)):
        place = full[int(windows["overflow_to_sample_mapping"][number])]
        if found is not None and (place not in best or found[0] > best[place].score):
            score, probability, start, end = found
            text = passages[place][start:end]
            best[place] = Answer(text, start, end, passages[place], place, score, probability)
    return tuple(sorted((each for each in best.values() if each.score > 0), key=lambda each: -each.score)[:top])


def _spans(model: Any, windows: Any, batch_size: int = 16) -> Iterable[tuple[float, float, int, int] | None]:
    """Score, probability, start and end of the best span of each window, in characters of its passage."""
    names = ("input_ids", "attention_mask", "token_type_ids")
    for first in range(0, len(windows["input_ids"]), batch_size):
        rows = range(first, min(first + batch_size, len(windows["input_ids"])))
        outputs = model({name: windows[name][first : first + batch_size] for name in names})
        of_passage = np.array([[each == 1 for each in windows.encodings[row].sequence_ids] for row in rows])
        starts, ends, scores = map(np.asarray, spans.best(outputs.start_logits, outputs.end_logits, of_passage))
        probs = [tf.nn.softmax(tf.cast(each, tf.float32)).numpy() for each in outputs]
        for number, row in enumerate(rows):
            if not of_passage[number].any():
                yield None
                continue
            start, end = starts[number], ends[number]
            offsets = windows["offset_mapping"][row]
            probability = float(probs[0][number, start] * probs[1][number, end])
            yield float(scores[number]), probability, int(offsets[start][0]), int(offsets[end][1])
