"""The model card that is written beside a trained model, with what the model hub reads on top."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from bert_tf.train.fit import Trained
from bert_tf.train.recipe import Recipe
from bert_tf.train.tasks import Task

_SAYS = {
    "epochs": "epochs",
    "batch_size": "batch size",
    "accumulate": "batches for each update",
    "learning_rate": "highest learning rate",
    "warmup": "share of the updates in which it goes up",
    "weight_decay": "weight decay (not of biases and norms)",
    "layer_decay": "rate of each layer, times that above it",
    "clip_norm": "gradients clipped to",
    "seed": "seed",
    "patience": "epochs without a better validation loss before it stops",
    "lora_rank": "rank of the adapters, merged (0: every weight was trained)",
}


def card(
    name: str, base: str, task: Task, recipe: Recipe, trained: Trained, data: Mapping[str, str], labels: Any = None
) -> str:
    """The text of a `README.md`.

    Args:
      name, base: of the model, and of what it was made from.
      task, recipe, trained: what was learned, how, and what came of it.
      data: what each set was called, such as `{"training": "train.csv, 90 examples"}`.
      labels: number -> label, if there are any.
    """
    heading = {"library_name": "transformers", "pipeline_tag": task.pipeline, "base_model": base, "tags": ["bert"]}
    used = [(text, getattr(recipe, field)) for field, text in _SAYS.items()]
    metrics = sorted({metric for epoch in trained.history for metric in epoch})
    rows = [[number, *(epoch.get(each, "") for each in metrics)] for number, epoch in enumerate(trained.history, 1)]
    parts = [
        "---\n" + "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in heading.items()),
        "---\n",
        f"# {name}\n",
        f"A `{task.head}`, fine-tuned from {base}. It holds the weights of epoch {trained.best_epoch} of "
        f"{len(trained.history)}, after at most {trained.updates} updates.\n",
        "## Data\n",
        "".join(f"- {kind}: {text}\n" for kind, text in data.items()),
    ]
    if labels:
        parts += ["## Labels\n", _table(("number", "label"), sorted(labels.items()))]
    parts += ["## How\n", _table(("what", "value"), [row for row in used if row[1] is not None])]
    parts += ["## Results\n", _table(("epoch", *metrics), rows)]
    parts += ["## Use\n", _USE.format(head=task.head)]
    return "\n".join(parts)


_USE = """```python
import bert_tf

model = bert_tf.{head}.from_pretrained(".")
tokenizer = bert_tf.BertTokenizer.from_pretrained(".")
```

Hugging Face's `transformers` loads the same folder.
"""


def _table(heading: tuple[str, ...], rows: Any) -> str:
    lines = [heading, ["---"] * len(heading), *rows]
    return "".join(f"| {' | '.join(_cell(each) for each in line)} |\n" for line in lines)


def _cell(value: Any) -> str:
    return f"{value:.4g}" if isinstance(value, float) else str(value).replace("|", "\\|")
