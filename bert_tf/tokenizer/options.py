"""How texts are to be encoded: what `BertTokenizer.__call__` was asked for, checked once."""

from __future__ import annotations

from dataclasses import dataclass

STRATEGIES = ("longest_first", "only_first", "only_second", "do_not_truncate")
PADDINGS = ("longest", "max_length", "do_not_pad")
NO_LIMIT = int(1e30)  # Hugging Face's `model_max_length` of a tokenizer that knows none
_NO_LIMIT = 10**20
_TRUNCATIONS: dict[object, str] = {True: "longest_first", False: "do_not_truncate", None: "do_not_truncate"}
_FILLS: dict[object, str] = {True: "longest", False: "do_not_pad"}


@dataclass(frozen=True)
class Options:
    """`truncation` is one of `STRATEGIES`, `padding` one of `PADDINGS`."""

    add_special_tokens: bool = True
    truncation: str = "do_not_truncate"
    padding: str = "do_not_pad"
    max_length: int | None = None
    stride: int = 0
    pad_to_multiple_of: int | None = None
    truncate_left: bool = False
    pad_left: bool = False

    def __post_init__(self) -> None:
        room = None if self.max_length is None else self.max_length - (2 if self.add_special_tokens else 0)
        if self.truncates and room is not None and room < self.stride:
            raise ValueError(
                f"stride is {self.stride}, but max_length {self.max_length} leaves room for {max(room, 0)} tokens of a "
                "text: it must not be larger."
            )

    @property
    def truncates(self) -> bool:
        """Whether long texts are cut."""
        return self.truncation != "do_not_truncate" and self.max_length is not None

    def padded_length(self, longest: int) -> int:
        """The length that a batch whose longest encoding has `longest` tokens is padded to."""
        length = self.max_length if self.padding == "max_length" and self.max_length is not None else longest
        step = self.pad_to_multiple_of
        return length if not step else -(-length // step) * step


def strategy(
    truncation: bool | str | None, padding: bool | str, max_length: int | None, model_max_length: int
) -> tuple[str, str, int | None]:
    """Truncation, padding and length in Hugging Face's reading of `True`, `False` and names.

    Raises:
      ValueError: an unknown name.
    """
    cut = _TRUNCATIONS.get(truncation, str(truncation))
    fill = _FILLS.get(padding, str(padding))
    for given, known, name in ((cut, STRATEGIES, "truncation"), (fill, PADDINGS, "padding")):
        if given not in known:
            raise ValueError(f"{name} is True, False or one of {', '.join(known)}; got {given!r}.")
    if max_length is None and (cut != "do_not_truncate" or fill == "max_length"):
        if model_max_length < _NO_LIMIT:
            max_length = model_max_length
        else:
            cut, fill = "do_not_truncate", "do_not_pad" if fill == "max_length" else fill
    return cut, fill, max_length
