"""Texts of mixed lengths: log-normal, 40 words at the median."""

import numpy as np

WORDS = (
    "the a of and to in it was street animal because tired wide panda bamboo eats leaves tree trunk elephant car road "
    "nation house water wind under over between morning evening music painter restaurant pasta kitchen learns model "
    "attention layer number table green small very often never question answer paper river mountain history science"
).split()


def mixed(count, seed=0):
    """`count` texts, the same for a seed; of 1 to 400 words."""
    rng = np.random.default_rng(seed)
    lengths = np.clip(np.exp(rng.normal(np.log(40), 0.7, count)), 1, 400).astype(int)
    return [" ".join(rng.choice(WORDS, length)) for length in lengths]
