"""Search queries and what they are after, made here: data small enough to fine-tune on in a minute.

    python examples/bert_tf/fine_tune_queries.py FOLDER

writes `train.csv` and `test.csv` with the columns `text` and `label`, and a tiny BERT with drawn weights, and says how
to fine-tune it. A query has often a second wish in it that is not meant, so that words alone do not tell.
"""

import csv
import random
import sys
from pathlib import Path

ANIMALS = "pandas koalas bears monkeys birds wolves foxes ants horses sheep".split()
WISHES = {
    "food": ("what do {} eat", "what {} like to eat", "the food of {}", "what is fed to {}"),
    "place": ("where do {} live", "in which forest {} live", "the home of {}", "where to find {}"),
    "sleep": ("when do {} sleep", "how long {} sleep", "the sleep of {}", "do {} sleep at night"),
    "price": ("what do {} cost", "where to buy {}", "the price of {}", "how much is paid for {}"),
}
ALONE = ("{}", "{} ?", "please , {}", "tell me {}", "{} other than in a zoo")
BOTH = (
    "i know {other} but {meant} ?",
    "{meant} , not {other}",
    "not {other} , {meant}",
    "{meant} and never mind {other}",
)


def rows(count: int, seed: int) -> list[dict[str, str]]:
    """So many queries, each with its label."""
    draw = random.Random(seed)
    return [_row(draw) for _ in range(count)]


def _row(draw: random.Random) -> dict[str, str]:
    meant, other = draw.sample(sorted(WISHES), 2)
    texts = {
        name: draw.choice(WISHES[label]).format(draw.choice(ANIMALS))
        for name, label in (("meant", meant), ("other", other))
    }
    both = draw.random() < 0.6
    text = draw.choice(BOTH).format(**texts) if both else draw.choice(ALONE).format(texts["meant"])
    return {"text": text, "label": meant}


def vocabulary() -> list[str]:
    """Every word that a query can have, after BERT's special tokens."""
    texts = [each.format("") for wish in WISHES.values() for each in wish]
    texts += [each.format("") for each in ALONE] + [each.format(meant="", other="") for each in BOTH]
    words = sorted({word for text in texts for word in text.split()} | set(ANIMALS))
    return ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *words]


def write_model(folder: Path) -> None:
    """A tiny BERT for these words, its weights drawn, as Hugging Face keeps one."""
    import bert_tf

    words = {word: number for number, word in enumerate(vocabulary())}
    config = bert_tf.BertConfig(
        vocab_size=len(words), hidden_size=48, num_hidden_layers=2, num_attention_heads=4, intermediate_size=96,
        max_position_embeddings=40,
    )  # fmt: skip
    bert_tf.BertModel(config).save_pretrained(folder)
    bert_tf.BertTokenizer(words).save_pretrained(folder)


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, count, seed in (("train", 1000, 1), ("test", 300, 2)):
        with open(folder / f"{name}.csv", "w", encoding="utf-8", newline="") as file:
            table = csv.DictWriter(file, ("text", "label"))
            table.writeheader()
            table.writerows(rows(count, seed))
    write_model(folder / "tiny")
    print(
        f"bert-tf fine-tune classification {folder}/train.csv --validation {folder}/test.csv --model {folder}/tiny "
        f"--out {folder}/tuned --epochs 8 --batch-size 16 --learning-rate 0.002"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
