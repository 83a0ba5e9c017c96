"""Which of our classes a checkpoint is of."""

from __future__ import annotations

from typing import Any

from bert_tf.checkpoints.checkpoint import Checkpoint

# The tensors that only this head has; a classifier's name does not tell whose it is.
HEADS = {
    "BertForPreTraining": ("cls.predictions.bias", "cls.seq_relationship.weight"),
    "BertForMaskedLM": ("cls.predictions.bias",),
    "BertForNextSentencePrediction": ("cls.seq_relationship.weight",),
    "BertForQuestionAnswering": ("qa_outputs.weight",),
    "BertForSequenceClassification": ("classifier.weight",),
    "BertForTokenClassification": ("classifier.weight",),
    "BertForMultipleChoice": ("classifier.weight",),
}


def class_of(checkpoint: Checkpoint) -> Any:
    """The class that the configuration names if its head is there, or a `BertModel`."""
    import bert_tf

    for name in checkpoint.config.architectures or ():
        if name in HEADS and all(each in checkpoint.tensors for each in HEADS[name]):
            return getattr(bert_tf, name)
    return bert_tf.BertModel


def all_classes() -> list[Any]:
    """Every class, loaded."""
    import bert_tf

    return [getattr(bert_tf, name) for name in ("BertModel", *HEADS)]
