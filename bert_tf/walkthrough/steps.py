"""The steps of BERT as a table: what each is called, its equation, its stage and its shape in letters.

`{i}` is the number of a layer, `{act}` the activation's formula, `{mask}` what a masked score becomes.
"""

from __future__ import annotations

from typing import Any, NamedTuple

EMBEDDINGS, LAYER, POOLER, CLASSIFIER = "embeddings", "layer", "pooler", "classifier"


class Step(NamedTuple):
    part: str
    title: str
    equation: str
    stage: str
    letters: str


STEPS = (
    Step(EMBEDDINGS, "Word embeddings", "W = E_word[ids]", "embeddings.word", "B,T,H"),
    Step(EMBEDDINGS, "Position embeddings", "P = E_position[0 … T-1]", "embeddings.position", "1,T,H"),
    Step(EMBEDDINGS, "Token type embeddings", "S = E_type[token types]", "embeddings.token_type", "B,T,H"),
    Step(EMBEDDINGS, "Their sum", "E = W + S + P", "embeddings.sum", "B,T,H"),
    Step(EMBEDDINGS, "Normalized", "X = (E - mean E) / √(var E + ε) · γ + β", "embeddings.norm", "B,T,H"),
    Step(EMBEDDINGS, "Dropout", "X, since nothing is dropped outside of training", "embeddings.output", "B,T,H"),
    Step(LAYER, "Queries, by head", "Q = X·W_q + b_q", "layer.{i}.attention.query", "B,N,T,D"),
    Step(LAYER, "Keys, by head", "K = X·W_k + b_k", "layer.{i}.attention.key", "B,N,T,D"),
    Step(LAYER, "Values, by head", "V = X·W_v + b_v", "layer.{i}.attention.value", "B,N,T,D"),
    Step(LAYER, "Scores", "M = Q·Kᵀ / √D", "layer.{i}.attention.scores", "B,N,T,T"),
    Step(
        LAYER, "Padding masked", "M' = M, where a key is padding {mask}", "layer.{i}.attention.masked_scores", "B,N,T,T"
    ),
    Step(LAYER, "Attention", "A = softmax(M'), over the keys", "layer.{i}.attention.probs", "B,N,T,T"),
    Step(LAYER, "Context of each head", "C = A·V", "layer.{i}.attention.context", "B,N,T,D"),
    Step(LAYER, "Heads joined", "J = [C_1 … C_N]", "layer.{i}.attention.joined", "B,T,N·D"),
    Step(LAYER, "Dense", "O = J·W_o + b_o", "layer.{i}.attention.dense", "B,T,H"),
    Step(LAYER, "Residual", "O + X", "layer.{i}.attention.residual", "B,T,H"),
    Step(LAYER, "Normalized", "Y = LayerNorm(O + X)", "layer.{i}.attention.output", "B,T,H"),
    Step(LAYER, "Intermediate", "Z = Y·W_i + b_i", "layer.{i}.intermediate.dense", "B,T,I"),
    Step(LAYER, "Activation", "G = {act}", "layer.{i}.intermediate.activation", "B,T,I"),
    Step(LAYER, "Output", "U = G·W_u + b_u", "layer.{i}.output.dense", "B,T,H"),
    Step(LAYER, "Residual", "U + Y", "layer.{i}.output.residual", "B,T,H"),
    Step(LAYER, "Normalized", "X ← LayerNorm(U + Y)", "layer.{i}.output", "B,T,H"),
    Step(POOLER, "The first token", "h = X[:, 0]", "pooler.first_token", "B,H"),
    Step(POOLER, "Pooler", "h·W_p + b_p", "pooler.dense", "B,H"),
    Step(POOLER, "Pooled", "p = tanh(h·W_p + b_p)", "pooler.output", "B,H"),
    Step(CLASSIFIER, "Classifier", "logits = p·W_c + b_c", "classifier", "B,K"),
)
ACTIVATIONS = {
    "gelu": "Z·Φ(Z) = Z·(1 + erf(Z/√2)) / 2",
    "gelu_new": "Z·(1 + tanh(√(2/π)·(Z + 0.044715·Z³))) / 2",
    "relu": "max(Z, 0)",
    "silu": "Z·sigmoid(Z)",
}


def equation(step: Step, config: Any = None) -> str:
    """The step's equation for this configuration, a `BertConfig`, or for any."""
    value = None if config is None else config.attention_mask_value
    mask = "the smallest number of the dtype" if value is None else f"{value:g}"
    act = "activation(Z)" if config is None else ACTIVATIONS.get(config.hidden_act, f"{config.hidden_act}(Z)")
    return step.equation.replace("{mask}", mask).replace("{act}", act)
