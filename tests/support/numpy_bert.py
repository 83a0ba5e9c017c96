"""BERT's mathematics once more, in float64 and NumPy alone: what settles a dispute in the last digits."""

import math

import numpy as np

_ERF = np.vectorize(math.erf)
ACTIVATIONS = {
    "gelu": lambda x: 0.5 * x * (1 + _ERF(x / math.sqrt(2))),
    "gelu_new": lambda x: 0.5 * x * (1 + np.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x**3))),
    "relu": lambda x: np.maximum(x, 0),
    "silu": lambda x: x / (1 + np.exp(-x)),
}


def run(config, tensors, input_ids, attention_mask=None, token_type_ids=None):
    """Stage -> float64 array, by the names of `bert_tf.trace`; `tensors` by Hugging Face's names and layout."""
    w = {name: array.astype("float64") for name, array in tensors.items()}
    found = {}

    def dense(name, x):
        return x @ w[f"{name}.weight"].T + w[f"{name}.bias"]

    def norm(name, x):
        centred = x - x.mean(-1, keepdims=True)
        scaled = centred / np.sqrt((centred**2).mean(-1, keepdims=True) + config.layer_norm_eps)
        return scaled * w[f"{name}.weight"] + w[f"{name}.bias"]

    types = np.zeros_like(input_ids) if token_type_ids is None else token_type_ids
    tables = {name: w[f"embeddings.{name}_embeddings.weight"] for name in ("word", "position", "token_type")}
    x = tables["word"][input_ids] + tables["token_type"][types] + tables["position"][: input_ids.shape[1]]
    found["embeddings.sum"] = x
    x = found["embeddings.output"] = norm("embeddings.LayerNorm", x)
    heads = config.num_attention_heads
    for number in range(config.num_hidden_layers):
        place, stage = f"encoder.layer.{number}", f"layer.{number}"
        batch, tokens, width = x.shape
        query, key, value = (
            dense(f"{place}.attention.self.{part}", x).reshape(batch, tokens, heads, -1).transpose(0, 2, 1, 3)
            for part in ("query", "key", "value")
        )
        scores = query @ key.transpose(0, 1, 3, 2) / math.sqrt(width // heads)
        if attention_mask is not None:
            scores = np.where(attention_mask[:, None, None, :] != 0, scores, -1e300)
        powers = np.exp(scores - scores.max(-1, keepdims=True))
        probs = found[f"{stage}.attention.probs"] = powers / powers.sum(-1, keepdims=True)
        context = found[f"{stage}.attention.context"] = probs @ value
        joined = context.transpose(0, 2, 1, 3).reshape(batch, tokens, width)
        x = norm(f"{place}.attention.output.LayerNorm", dense(f"{place}.attention.output.dense", joined) + x)
        found[f"{stage}.attention.output"] = x
        wide = ACTIVATIONS[config.hidden_act](dense(f"{place}.intermediate.dense", x))
        found[f"{stage}.intermediate.activation"] = wide
        x = found[f"{stage}.output"] = norm(f"{place}.output.LayerNorm", dense(f"{place}.output.dense", wide) + x)
    if "pooler.dense.weight" in w:
        found["pooler.output"] = np.tanh(dense("pooler.dense", x[:, 0]))
    return found
