"""What each task needs of a checkpoint, and the refusal of one that has not got it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from bert_tf.checkpoints import formats
from bert_tf.checkpoints.checkpoint import Checkpoint
from bert_tf.checkpoints.load import build
from bert_tf.checkpoints.names import rows
from bert_tf.checkpoints.tokenizer_of import tokenizer_of

MODULES = "modules.json"  # of sentence-transformers


class Need(NamedTuple):
    """`head`: the class of ours; `give`: which checkpoints have it."""

    head: str
    give: str


NEEDS = {
    "fill-mask": Need("BertForMaskedLM", "one with its masked-language head, such as google-bert/bert-base-uncased"),
    "next-sentence": Need(
        "BertForNextSentencePrediction", "one with its next-sentence head, such as google-bert/bert-base-uncased"
    ),
    "answer": Need(
        "BertForQuestionAnswering",
        "one fine-tuned on questions, such as google-bert/bert-large-uncased-whole-word-masking-finetuned-squad",
    ),
    "classify": Need("BertForSequenceClassification", "one fine-tuned for classification"),
    "rank": Need("SentenceEmbedder", "one of sentence-transformers, such as sentence-transformers/all-MiniLM-L6-v2"),
    "encode": Need("SentenceEmbedder", "one of sentence-transformers, such as sentence-transformers/all-MiniLM-L6-v2"),
}


class Untrained(ValueError):
    """The weights that a task needs were never trained: whatever came out would be no answer."""


def check(model: Any, task: str, source: Any = "the model") -> None:
    """Raises Untrained if a weight that the task needs was drawn, not read and not trained since."""
    if model.untrained:
        raise Untrained(
            f"{source} cannot do {task}: it has no weights for {', '.join(model.untrained)}, and what drawn ones say "
            f"is no answer. Give {NEEDS[task].give}."
        )


def load(task: str, path: str | Path, gelu: str | None = None) -> tuple[Any, Any]:
    """The model and the tokenizer of a checkpoint, for a task.

    For "rank" a cross-encoder is a `BertForSequenceClassification` of one label; anything else is a `SentenceEmbedder`.

    Raises:
      FileNotFoundError, BadCheckpoint: there is none, or it has no vocabulary, or it cannot be read.
      Untrained: it has not got the task's head.
    """
    import bert_tf

    path = Path(path)
    if NEEDS[task].head == "SentenceEmbedder" and (path / MODULES).is_file():
        return bert_tf.SentenceEmbedder.from_pretrained(path), bert_tf.BertTokenizer.from_pretrained(path)
    checkpoint = formats.read(path, gelu)
    name = NEEDS["classify"].head if task == "rank" and _is_cross_encoder(checkpoint) else NEEDS[task].head
    known = {row.hugging_face for row in rows(checkpoint.config.num_hidden_layers)}
    others = [each for each in checkpoint.tensors if each not in known]  # of heads that are not BERT's own
    if name == "SentenceEmbedder":
        return bert_tf.SentenceEmbedder.from_pretrained(path, gelu, others), tokenizer_of(checkpoint)
    model = build(getattr(bert_tf, name), checkpoint, left_over=others).model
    check(model, task, path)
    return model, tokenizer_of(checkpoint)


def _is_cross_encoder(checkpoint: Checkpoint) -> bool:
    classifier = checkpoint.tensors.get("classifier.weight")
    return classifier is not None and len(classifier) == 1
