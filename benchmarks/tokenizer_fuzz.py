"""The tokenizer's three implementations against Hugging Face's on random Unicode: how many texts are not the same.

    python benchmarks/tokenizer_fuzz.py [--texts 200000] [--seed 0]

A quarter of the texts for each set of switches (lowercase, accents, Chinese characters). The two that run outside of a
graph are compared in everything a call returns (ids, types, masks, offsets, words, overflow), pairs and random options
among them; the layer in ids, types and mask, cut to 17 tokens. Exits with 1 if anything differs.
"""

import argparse
import contextlib
import os
import random
import sys
import time
from pathlib import Path

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import tensorflow as tf  # noqa: E402
import transformers  # noqa: E402

from bert_tf.tokenizer import BertTokenizer  # noqa: E402
from bert_tf.tokenizer.in_graph import BertTokenizerLayer  # noqa: E402
from tests.support.bert_texts import SWITCHES, VOCAB, WORDS, any_options, everything, text  # noqa: E402

BLOCK = 1000
GRAPH = {"truncation": True, "max_length": 17, "padding": True}


@contextlib.contextmanager
def quiet():
    """Without what the library prints, past Python, when it refuses a stride."""
    kept = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


def block_of(rng, size):
    """Texts, each with a second one in three of ten, and the options of its call."""
    for _ in range(size):
        other = text(rng, WORDS) if rng.random() < 0.3 else None
        yield text(rng, WORDS), other, any_options(rng, other)


def differing(switches, count, rng):
    """How many of `count` texts each implementation gives another result for, and an example of each."""
    theirs = transformers.BertTokenizer(vocab=VOCAB, **switches)
    ours = {name: BertTokenizer(VOCAB, backend=name, **switches) for name in ("tokenizers", "python")}
    layer = BertTokenizerLayer(ours["tokenizers"], max_length=GRAPH["max_length"])
    in_graph = tf.function(lambda texts: layer(texts), input_signature=[tf.TensorSpec([None], tf.string)])
    found = {name: [] for name in (*ours, "in graph")}
    for start in range(0, count, BLOCK):
        block = list(block_of(rng, min(BLOCK, count - start)))
        for one, other, options in block:
            with quiet():
                expected = everything(theirs, one, other, **options)
                for name, each in ours.items():
                    if everything(each, one, other, **options) != expected:
                        found[name].append((one, other, options))
        texts = [one for one, _, _ in block]
        expected = theirs(texts, **GRAPH)
        got = {name: value.numpy().tolist() for name, value in in_graph(tf.constant(texts)).items()}
        for row, one in enumerate(texts):
            if any(got[name][row] != expected[name][row] for name in got):
                found["in graph"].append(one)
        print(f"\r  {start + len(block):,} of {count:,}", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--texts", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=0)
    chosen = parser.parse_args()
    rng, start, total = random.Random(chosen.seed), time.perf_counter(), {}
    for switches in SWITCHES:
        count = chosen.texts // len(SWITCHES)
        for name, cases in differing(switches, count, rng).items():
            total.setdefault(name, []).extend(cases)
            example = f"; such as {cases[0]!r}" if cases else ""
            print(f"{name:10} {len(cases)} of {count:,} texts differ under {switches}{example}", flush=True)
    for name, cases in total.items():
        print(f"{name:10} {len(cases)} of {chosen.texts:,} texts differ from transformers {transformers.__version__}")
    print(f"{time.perf_counter() - start:.0f} s")
    sys.exit(1 if any(total.values()) else 0)


if __name__ == "__main__":
    main()
