"""Questions, passages, and where in them the answers stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bert_tf.train.data.example import INPUTS, Examples
from bert_tf.train.data.rows import Row


def spans(
    rows: Sequence[Row],
    tokenizer: Any,
    max_length: int,
    text: str = "question",
    text_b: str = "context",
    label: str = "answer",
    start: str = "answer_start",
    stride: int = 128,
    known: Mapping[int, str] | None = None,
) -> Examples:
    """For `BertForQuestionAnswering`: the words of `text_b` that answer `text`, and the character where they start.

    `label` is a text, an empty one where there is no answer, or SQuAD's `answers`: lists of `text` and `answer_start`,
    of which the first counts. Without `start` it is where the answer first stands. A passage longer than `max_length`
    gives several examples, `stride` tokens in common; in one without the answer, both ends are `[CLS]`.

    Raises:
      BadRow: an empty question or passage, a question that leaves no room, an answer that does not stand there.
    """
    inputs, targets = [], []
    for row in rows:
        question, passage = row.text(text), row.text(text_b)
        asked = len(tokenizer(question)["input_ids"]) - 2
        room = max_length - asked - 3
        if room < 1:
            raise row.bad(f"the question has {asked} tokens, which leaves no room in a window of {max_length}.")
        first, last = _answer(row, passage, label, start)
        found = tokenizer(
            [question], [passage], truncation="only_second", max_length=max_length, stride=min(stride, room // 2),
            return_overflowing_tokens=True,
        )  # fmt: skip
        for place, encoding in enumerate(found.encodings):
            inputs.append({name: found[name][place] for name in INPUTS})
            begin, end = _within(encoding, first, last)
            targets.append({"start_positions": begin, "end_positions": end})
    return Examples(inputs, targets, tokenizer.pad_token_id)


def _answer(row: Row, passage: str, label: str, start: str) -> tuple[int, int]:
    """[first, last) of the answer's characters; nothing for none."""
    given, first = row.values.get(label), row.values.get(start)
    if given is None and isinstance(row.values.get("answers"), Mapping):
        answers = row.values["answers"]
        given = (answers.get("text") or [""])[0]
        first = (answers.get("answer_start") or [None])[0]
    if given is None:
        raise row.bad(f"a column {label!r} was expected, or 'answers'; it has {', '.join(row.values)}.")
    if not str(given).strip():
        return 0, 0
    try:
        place = passage.find(given) if first in (None, "") else int(first)
    except ValueError:
        raise row.bad(f"{start} is a whole number; received {first!r:.60}.") from None
    if place < 0 or passage[place : place + len(given)] != given:
        raise row.bad(f"the answer {given!r:.60} does not stand in the passage at {place}.")
    return place, place + len(given)


def _within(encoding: Any, first: int, last: int) -> tuple[int, int]:
    """The first and the last token of [first, last) of the passage; twice 0 unless all of it is there."""
    inside = [
        place
        for place, (sequence, (begin, end)) in enumerate(zip(encoding.sequence_ids, encoding.offsets, strict=True))
        if sequence == 1 and begin < last and end > first
    ]
    if not inside or encoding.offsets[inside[0]][0] > first or encoding.offsets[inside[-1]][1] < last:
        return 0, 0
    return inside[0], inside[-1]
