"""Attention to look at, drawn at random: every row sums to one, all sizes different."""

import numpy as np


def drawn(layers=2, heads=3, queries=5, keys=None, seed=0):
    """[L,N,Tq,Tk], float32."""
    scores = np.random.default_rng(seed).normal(0, 2, (layers, heads, queries, keys or queries))
    shares = np.exp(scores)
    return (shares / shares.sum(-1, keepdims=True)).astype("float32")


TOKENS = ["[CLS]", "the", "bam", "##boo", "[SEP]"]
HOSTILE = [
    "<script>document.title = 'taken'</script>", "</script><img src=x onerror=\"document.title='taken'\">",
    "\"quotes\" 'and' &amp; <!-- --> ]]>", "\x00\x01\x1b[31m\x7f", "\u2028\u2029\u202eright to left", "👩‍👩‍👧‍👦 🏳️‍🌈",
    "x" * 10_000, "竹子", "بامبو", "\ud800",
]  # fmt: skip
