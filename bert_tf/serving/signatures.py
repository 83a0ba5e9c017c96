"""What an exported model can be asked: for each kind of model, functions of strings.

Shapes in letters: B texts, T tokens, M masks of the text with most of them, C choices, K labels, E a vector's width.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import tensorflow as tf

from bert_tf import spans
from bert_tf.tokenizer.in_graph import BertTokenizerLayer

TOP = 5
IDS = ("input_ids", "attention_mask", "token_type_ids")


class Signature(NamedTuple):
    """A function of tensors to a mapping of tensors, and what goes in."""

    function: Callable[..., dict[str, Any]]
    inputs: list[tf.TensorSpec]


class Served(NamedTuple):
    """A model with its tokenizer in the graph."""

    model: Any
    encode: BertTokenizerLayer

    def token(self, ids: Any) -> Any:
        """The tokens of ids, as strings of the same shape."""
        vocabulary = self.encode.tokenizer.vocabulary.tokens
        return tf.gather(tf.constant([vocabulary.get(each, "") for each in range(max(vocabulary) + 1)]), ids)

    def label(self, numbers: Any) -> Any:
        """The labels' names, by the configuration's `id2label` or as Hugging Face calls them without one."""
        config = self.model.config
        names = config.id2label or {each: f"LABEL_{each}" for each in range(config.num_labels)}
        return tf.gather(tf.constant([names[each] for each in range(len(names))]), numbers)


def signatures(model: Any, tokenizer: Any, max_length: int) -> dict[str, Signature]:
    """The signatures of a model by name, the most usual one first; the last, `ids`, takes what the tokenizer gives."""
    served = Served(model, BertTokenizerLayer(tokenizer, max_length=max_length))
    kind = next((each.__name__ for each in type(model).__mro__ if each.__name__ in BY_MODEL), None)
    if kind is None:
        raise TypeError(f"a model of bert_tf is exported; received a {type(model).__name__}.")
    return {**BY_MODEL[kind](served), "ids": of_ids(model)}


def of_ids(model: Any, batch: int | None = None, length: int | None = None) -> Signature:
    """Ids, mask and token types [B,T], int32 ([B,C,T] for choices), to what the model returns."""
    shape = [batch, *([None] * (len(model.ids_shape) - 2)), length]

    def function(input_ids: Any, attention_mask: Any, token_type_ids: Any) -> dict[str, Any]:
        found = model(dict(zip(IDS, (input_ids, attention_mask, token_type_ids), strict=True)), training=False)
        return dict(found._asdict()) if hasattr(found, "_asdict") else {"vectors": found}

    return Signature(function, [tf.TensorSpec(shape, tf.int32, name) for name in IDS])


def _strings(*names: str) -> list[tf.TensorSpec]:
    return [tf.TensorSpec([None], tf.string, name) for name in names]


def _encoder(served: Served) -> dict[str, Signature]:
    """`encode`: text -> hidden states [B,T,H], the pooled vector [B,H], mask and tokens [B,T]; `encode_pairs`."""

    def encode(text: Any, text_pair: Any = None) -> dict[str, Any]:
        given = served.encode(text, text_pair)
        found = served.model(given, training=False)._asdict()
        return {**found, "attention_mask": given["attention_mask"], "tokens": served.token(given["input_ids"])}

    return {
        "encode": Signature(lambda text: encode(text), _strings("text")),
        "encode_pairs": Signature(encode, _strings("text", "text_pair")),
    }


def _embedder(served: Served) -> dict[str, Signature]:
    """`embed`: text -> vectors [B,E]."""

    def embed(text: Any) -> dict[str, Any]:
        text = tf.strings.lower(text, "utf-8") if served.model.lower else text
        return {"vectors": served.model(served.encode(text), training=False)}

    return {"embed": Signature(embed, _strings("text"))}


def _classifier(served: Served) -> dict[str, Signature]:
    """`classify`: text -> the likeliest label [B], scores and logits [B,K]; `classify_pairs`.

    The scores are probabilities, of each label by itself for several labels; for a regression they are the logits.
    """
    problem = served.model.problem_type(tf.int32)
    score = {"regression": tf.identity, "multi_label_classification": tf.sigmoid}.get(problem, tf.nn.softmax)

    def classify(text: Any, text_pair: Any = None) -> dict[str, Any]:
        logits = tf.cast(served.model(served.encode(text, text_pair), training=False).logits, tf.float32)
        best = tf.argmax(logits, axis=-1, output_type=tf.int32)
        return {"labels": served.label(best), "scores": score(logits), "logits": logits}

    return {
        "classify": Signature(lambda text: classify(text), _strings("text")),
        "classify_pairs": Signature(classify, _strings("text", "text_pair")),
    }


def _tagger(served: Served) -> dict[str, Signature]:
    """`tag`: text -> tokens, labels and the labels' probabilities [B,T]; padding has empty strings and 0."""

    def tag(text: Any) -> dict[str, Any]:
        given = served.encode(text)
        probs = tf.nn.softmax(tf.cast(served.model(given, training=False).logits, tf.float32))  # [B,T,K]
        there = tf.cast(given["attention_mask"], tf.bool)
        labels = served.label(tf.argmax(probs, axis=-1, output_type=tf.int32))
        return {
            "tokens": tf.where(there, served.token(given["input_ids"]), ""),
            "labels": tf.where(there, labels, ""),
            "scores": tf.where(there, tf.reduce_max(probs, axis=-1), 0),
        }

    return {"tag": Signature(tag, _strings("text"))}


def _filler(served: Served) -> dict[str, Signature]:
    """`fill_mask`: text -> tokens and probabilities [B,M,5], the likeliest first; texts with fewer masks have ""."""
    mask, top = served.encode.tokenizer.mask_token_id, min(TOP, served.model.config.vocab_size)

    def fill_mask(text: Any) -> dict[str, Any]:
        given = served.encode(text)
        outputs = served.model(given, training=False)
        logits = outputs.logits if hasattr(outputs, "logits") else outputs.prediction_logits  # [B,T,V]
        masked = tf.equal(given["input_ids"], mask)  # [B,T]
        best = tf.math.top_k(tf.nn.softmax(tf.cast(tf.boolean_mask(logits, masked), tf.float32)), top)  # [masks,5]
        counts = tf.reduce_sum(tf.cast(masked, tf.int32), axis=1)  # [B]
        tokens, probs = (
            tf.RaggedTensor.from_row_lengths(each, counts).to_tensor(shape=[None, None, top])
            for each in (served.token(best.indices), best.values)
        )
        return {"tokens": tokens, "probabilities": probs}

    return {"fill_mask": Signature(fill_mask, _strings("text"))}


def _follower(served: Served) -> dict[str, Signature]:
    """`next_sentence`: text, text_pair -> the probability [B] that the second follows."""

    def next_sentence(text: Any, text_pair: Any) -> dict[str, Any]:
        outputs = served.model(served.encode(text, text_pair), training=False)
        logits = outputs.logits if hasattr(outputs, "logits") else outputs.seq_relationship_logits  # [B,2]
        return {"probabilities": tf.nn.softmax(tf.cast(logits, tf.float32))[:, 0]}

    return {"next_sentence": Signature(next_sentence, _strings("text", "text_pair"))}


def _answerer(served: Served) -> dict[str, Signature]:
    """`answer`: question, context -> answers, scores, and the first and last token of each [B], with the tokens [B,T].

    An answer is put together of the context's tokens, so it is as the tokenizer normalizes it.
    """

    def answer(question: Any, context: Any) -> dict[str, Any]:
        given = served.encode(question, context)
        outputs = served.model(given, training=False)
        sep = served.encode.tokenizer.sep_token_id
        allowed = tf.equal(given["token_type_ids"], 1) & tf.not_equal(given["input_ids"], sep)
        start, end, scores = spans.best(outputs.start_logits, outputs.end_logits, allowed)
        tokens = served.token(given["input_ids"])
        return {
            "answers": spans.joined(tokens, start, end), "scores": scores, "starts": start, "ends": end,
            "tokens": tokens,
        }  # fmt: skip

    return {"answer": Signature(answer, _strings("question", "context"))}


def _chooser(served: Served) -> dict[str, Signature]:
    """`choose`: text [B], choices [B,C] -> the best choice's number [B], and every choice's probability [B,C]."""

    def choose(text: Any, choices: Any) -> dict[str, Any]:
        count = tf.shape(choices)[1]
        given = served.encode(tf.repeat(text, count), tf.reshape(choices, [-1]))
        given = {name: tf.reshape(each, [-1, count, tf.shape(each)[1]]) for name, each in given.items()}
        scores = tf.nn.softmax(tf.cast(served.model(given, training=False).logits, tf.float32))
        return {"choices": tf.argmax(scores, axis=-1, output_type=tf.int32), "scores": scores}

    return {"choose": Signature(choose, [*_strings("text"), tf.TensorSpec([None, None], tf.string, "choices")])}


BY_MODEL: dict[str, Callable[[Served], dict[str, Signature]]] = {
    "BertModel": _encoder,
    "SentenceEmbedder": _embedder,
    "BertForSequenceClassification": _classifier,
    "BertForTokenClassification": _tagger,
    "BertForMaskedLM": _filler,
    "BertForNextSentencePrediction": _follower,
    "BertForPreTraining": lambda served: {**_filler(served), **_follower(served)},
    "BertForQuestionAnswering": _answerer,
    "BertForMultipleChoice": _chooser,
}
