"""Small random BERTs with heads, inputs and labels for each, and the same weights in Hugging Face's models."""

import numpy as np

from tests.support import tiny_bert

LABELS = 5
HEADS = (
    "BertForPreTraining", "BertForMaskedLM", "BertForNextSentencePrediction", "BertForSequenceClassification",
    "BertForTokenClassification", "BertForQuestionAnswering", "BertForMultipleChoice",
)  # fmt: skip


def model(name, seed=0, **changes):
    """A model whose weights are all drawn."""
    import bert_tf
    from bert_tf.weights import named_weights

    made = getattr(bert_tf, name)(tiny_bert.config(**{"num_labels": LABELS, **changes}))
    draw = np.random.default_rng(seed)
    for path, weight in named_weights(made).items():
        values = draw.normal(0, 0.3, weight.variable.shape)
        weight.variable.assign(values + 1 if path.endswith("LayerNorm.weight") else values)
    return made


def inputs(name, seed=0, choices=4, **sizes):
    """Ids, mask and token types; for multiple choice [B,C,T]."""
    if name != "BertForMultipleChoice":
        return tiny_bert.inputs(seed, **sizes)
    each = [tiny_bert.inputs(seed + number, padded=number == 1, **sizes) for number in range(choices)]
    return {key: np.stack([one[key] for one in each], axis=1) for key in each[0]}


def labels(name, given, seed=0):
    """Labels of every kind, some of them ignored, by Hugging Face's names."""
    draw = np.random.default_rng(100 + seed)
    batch, *_, tokens = given["input_ids"].shape
    count = {"BertForTokenClassification": LABELS, "BertForMultipleChoice": given["input_ids"].shape[1]}
    each = draw.integers(0, count.get(name, tiny_bert.SIZES["vocab_size"]), (batch, tokens))
    each[0, 1] = each[-1, -1] = -100
    one = draw.integers(0, 2, batch)
    return {
        "BertForPreTraining": {"labels": each, "next_sentence_label": one},
        "BertForMaskedLM": {"labels": each},
        "BertForNextSentencePrediction": {"labels": one},
        "BertForSequenceClassification": {"labels": draw.integers(0, LABELS, batch)},
        "BertForTokenClassification": {"labels": each},
        "BertForQuestionAnswering": {
            "start_positions": np.array([1, 0, tokens + 3])[:batch], "end_positions": np.array([4, 2, 5])[:batch]
        },
        "BertForMultipleChoice": {"labels": draw.integers(0, count.get(name, 1), batch)},
    }[name]  # fmt: skip


def hugging_face(ours):
    """Hugging Face's PyTorch model of the same name with the weights of one of ours."""
    import torch
    import transformers

    from bert_tf.checkpoints.of_model import of_model

    name = type(ours).__name__
    fields = {key: value for key, value in ours.config.to_dict().items() if key not in ("extra", "pruned_heads")}
    if name == "BertForQuestionAnswering":
        fields["num_labels"] = 2
    made = getattr(transformers, name)(transformers.BertConfig(**fields, attn_implementation="eager"))
    tensors = {_prefixed(key): torch.tensor(array) for key, array in of_model(ours, None).tensors.items()}
    missing, unexpected = made.load_state_dict(tensors, strict=False)
    tied = {"cls.predictions.decoder.weight", "cls.predictions.decoder.bias"} if ours.config.tie_word_embeddings else ()
    assert set(missing) <= set(tied) and not unexpected, (missing, unexpected)
    made.tie_weights()
    return made.eval()


def _prefixed(name):
    return f"bert.{name}" if name.startswith(("embeddings.", "encoder.", "pooler.")) else name
