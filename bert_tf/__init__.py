"""BERT for Keras: exact to the Hugging Face PyTorch model at every stage, open at every stage.

Names are loaded when they are first used; `import bert_tf` imports no TensorFlow, but asks for what suits it best.
"""

from __future__ import annotations

import importlib
from typing import Any

from bert_tf.fast import onednn

_HOMES = {
    "BertConfig": "bert_tf.config",
    "BertEncoder": "bert_tf.layers.encoder",
    "BertForMaskedLM": "bert_tf.heads.masked_lm",
    "BertForMultipleChoice": "bert_tf.heads.multiple_choice",
    "BertForNextSentencePrediction": "bert_tf.heads.next_sentence",
    "BertForPreTraining": "bert_tf.heads.pretraining",
    "BertForQuestionAnswering": "bert_tf.heads.question_answering",
    "BertForSequenceClassification": "bert_tf.heads.sequence_classification",
    "BertForTokenClassification": "bert_tf.heads.token_classification",
    "BertModel": "bert_tf.model",
    "BertTokenizer": "bert_tf.tokenizer",
    "SentenceEmbedder": "bert_tf.heads.sentence_embedder",
    "FastModel": "bert_tf.fast.frozen",
    "compare": "bert_tf.tracing.comparison",
    "encode": "bert_tf.fast.encode",
    "export": "bert_tf.serving.export",
    "trace": "bert_tf.tracing.record",
}
__all__ = sorted(_HOMES)

onednn.ask()


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'bert_tf' has no attribute {name!r}")
    value = getattr(importlib.import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
