"""A question in one language finds the text that answers it in another: by the cosine of their vectors.

    python examples/bert_tf/search/languages.py --model PATH [--query TEXT] [--json]

PATH: a checkpoint that learned several languages together, such as sentence-transformers/LaBSE, with its vocabulary.
One of a single language is refused, since it has no words for the others.
"""

from __future__ import annotations

import argparse
import json
import os
import sys

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

from bert_tf.tasks import needs
from bert_tf.tasks.rank import rank

TEXTS = {
    "German": "Pandas fressen fast nur Bambus.",
    "French": "Le train pour Lyon part à huit heures du matin.",
    "Spanish": "Si tienes fiebre, bebe mucha agua y descansa.",
    "Chinese": "明天下午会下大雨。",
    "Russian": "Кошка спит на диване в гостиной.",
    "Portuguese": "A biblioteca fecha aos domingos.",
}
ASKED = {
    "What do pandas eat?": "German",
    "When does the train leave?": "French",
    "我发烧了,应该怎么办?": "Spanish",
    "Wie wird das Wetter morgen?": "Chinese",
    "Où dort le chat ?": "Russian",
    "¿Qué día está cerrada la biblioteca?": "Portuguese",
}
GIVE = "give --model PATH: one that learned several languages together, such as sentence-transformers/LaBSE"
MOST = 0.6  # tokens for each letter: beyond, words are spelt rather than known


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", metavar="PATH")
    parser.add_argument("--query", metavar="TEXT", help="instead of the six questions")
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    if chosen.model is None:
        parser.error(f"{GIVE}.")
    try:
        model, tokenizer = needs.load("rank", chosen.model)
    except (OSError, ValueError) as error:
        parser.error(str(error))
    spelt = unknown(tokenizer)
    if spelt:
        parser.error(f"{chosen.model} does not know {', '.join(spelt)}; {GIVE}.")
    languages, texts = list(TEXTS), list(TEXTS.values())
    found = []
    for query in [chosen.query] if chosen.query else ASKED:
        ranked = rank(model, tokenizer, query, texts)
        rows = [{"language": languages[each.place], "text": each.text, "score": each.score} for each in ranked]
        found.append({"query": query, "expected": ASKED.get(query), "texts": rows})
    if chosen.json:
        print(json.dumps(found, ensure_ascii=False, indent=1))
        return
    for each in found:
        print(each["query"])
        for row in each["texts"][:2]:
            print(f"  {row['score']:6.3f}  {row['text']}  ({row['language']})")


def unknown(tokenizer) -> list[str]:
    """The languages whose words the vocabulary has not got, or has only letter by letter."""
    found = []
    for language, text in TEXTS.items():
        tokens = tokenizer.tokenize(text)
        letters = sum(each.isalpha() for each in text)
        spelt = language != "Chinese" and len(tokens) > MOST * letters  # each character is a token there
        if tokenizer.unk_token in tokens or spelt:
            found.append(language)
    return found


if __name__ == "__main__":
    sys.exit(main())
