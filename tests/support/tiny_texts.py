"""A small vocabulary, and any number of texts made of it."""

import numpy as np

WORDS = (
    "[PAD] [UNK] [CLS] [SEP] [MASK] what do pandas koalas eat other than bamboo leaves and fruit ##s ##ing sleep live "
    "in the forest tree . , ? ! they it also not é 中 a b ##c"
).split()
LABELS = {0: "food", 1: "place", 2: "other"}


def tokenizer(**settings):
    from bert_tf import BertTokenizer

    return BertTokenizer({word: number for number, word in enumerate(WORDS)}, **settings)


def model(name, seed=0, **changes):
    """A model with drawn weights, for this vocabulary."""
    from tests.support import heads

    sizes = {"vocab_size": len(WORDS), "num_labels": 3, "type_vocab_size": 2, "max_position_embeddings": 24}
    return heads.model(name, seed, **{**sizes, **changes})


def texts(count, seed=0, longest=30):
    """Texts of known and unknown words, of letters and blanks in odd places; some empty, some too long."""
    draw = np.random.default_rng(seed)
    words = [word.removeprefix("##") for word in WORDS[5:]] + ["PANDAS", "Café", "xyz", "eating", "[MASK]", "\t", " "]
    return [" ".join(draw.choice(words, draw.integers(0, longest))) for _ in range(count)]
