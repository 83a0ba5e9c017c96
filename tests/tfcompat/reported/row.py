"""One error that people report: what provokes it, what plain TensorFlow 2 says, and what happens here."""

from typing import NamedTuple


class Row(NamedTuple):
    """`source`: a script, or a list of cells; `plain`: a pattern of what plain TensorFlow 2 says; `key`: the row of
    `tfcompat explain` that fits it; `here`: a pattern of what the same source prints with tfcompat.
    """

    source: str | list[str]
    plain: str
    key: str
    here: str
