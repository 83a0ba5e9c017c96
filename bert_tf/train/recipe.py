"""How to train: every number in one value."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from bert_tf.train.adamw import AdamW, depths
from bert_tf.train.schedule import LinearSchedule


@dataclass(frozen=True)
class Recipe:
    """The defaults are those that BERT's authors and Hugging Face fine-tune with.

    `warmup`: the share of the updates in which the rate goes up. `accumulate`: batches for each update. `patience`:
    epochs without a better validation loss after which training stops, and the best weights come back; None for never.
    `lora_rank`: 0 trains every weight; above it only adapters of that rank, beside `lora_targets`, and the head.
    `recompute`: layers compute anew for the gradient what they would else keep: less memory, more time.

    Raises:
      ValueError: a number makes no sense.
    """

    epochs: int = 3
    batch_size: int = 32
    learning_rate: float = 5e-5
    warmup: float = 0.1
    weight_decay: float = 0.01
    layer_decay: float = 1.0
    clip_norm: float | None = 1.0
    accumulate: int = 1
    seed: int = 0
    patience: int | None = None
    recompute: bool = False
    lora_rank: int = 0
    lora_alpha: float = 16.0
    lora_targets: tuple[str, ...] = ("query", "value")

    def __post_init__(self) -> None:
        for name in ("epochs", "batch_size", "accumulate"):
            if getattr(self, name) < 1:
                raise ValueError(f"{name} is at least 1; got {getattr(self, name)}.")
        for name, most in (("warmup", 1.0), ("layer_decay", 1.0), ("learning_rate", float("inf"))):
            if not 0 <= getattr(self, name) <= most:
                raise ValueError(f"{name} is from 0 to {most:g}; got {getattr(self, name)}.")

    def optimizer(self, model: Any, updates: int) -> AdamW:
        """The optimizer for so many updates of a model's trainable weights; for `compile`."""
        return AdamW(
            LinearSchedule(self.learning_rate, updates, round(self.warmup * updates)),
            self.weight_decay,
            clip_norm=self.clip_norm,
            layer_decay=self.layer_decay,
            depths=depths(model) if self.layer_decay < 1 else None,
            accumulate=self.accumulate,
        )

    def to_dict(self) -> dict[str, Any]:
        """Every number by its name, as JSON holds it."""
        return {**asdict(self), "lora_targets": list(self.lora_targets)}
