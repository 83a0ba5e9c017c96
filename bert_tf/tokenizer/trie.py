"""The vocabulary as a tree of characters, in arrays: what a TensorFlow graph can walk."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from bert_tf.tokenizer.vocabulary import Vocabulary
from bert_tf.tokenizer.wordpiece import CONTINUES

POINT_BITS = 21  # a Unicode code point, and a few numbers above, fit


@dataclass(frozen=True)
class Trie:
    """E edges and N nodes. A word begins at node 0, the piece that goes on with it at node 1."""

    keys: np.ndarray  # int64 [E], sorted: node << POINT_BITS | code point
    children: np.ndarray  # int32 [E]
    tokens: np.ndarray  # int32 [N]: the id of the token that ends here, or -1


def build(vocabulary: Vocabulary) -> Trie:
    """The tree of all tokens."""
    edges: dict[int, int] = {}
    tokens = [-1, -1]
    for token, index in vocabulary.ids.items():
        # A token such as "##ing" can also be met at the beginning of a word, character by character.
        _insert(edges, tokens, 0, token, index)
        if token.startswith(CONTINUES):
            _insert(edges, tokens, 1, token[len(CONTINUES) :], index)
    keys = np.fromiter(edges.keys(), np.int64, len(edges))
    order = np.argsort(keys)
    children = np.fromiter(edges.values(), np.int32, len(edges))
    return Trie(keys[order], children[order], np.asarray(tokens, np.int32))


def _insert(edges: dict[int, int], tokens: list[int], node: int, text: str, index: int) -> None:
    if not text:
        return
    for char in text:
        key = node << POINT_BITS | ord(char)
        if key not in edges:
            edges[key] = len(tokens)
            tokens.append(-1)
        node = edges[key]
    tokens[node] = index
