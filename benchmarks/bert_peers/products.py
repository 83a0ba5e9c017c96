"""The matrix products of an encoder and nothing else: what no implementation in float32 can beat."""

import json
from pathlib import Path

import numpy as np


def _shapes(folder, batch, tokens):
    """Of one layer: (times, left, right), left and right as shapes; the right one of a weight is of rank 2."""
    config = json.loads(Path(folder, "config.json").read_text(encoding="utf-8"))
    hidden, wide, heads = config["hidden_size"], config["intermediate_size"], config["num_attention_heads"]
    rows, size = batch * tokens, hidden // heads
    return config["num_hidden_layers"], [
        ((rows, hidden), (hidden, 3 * hidden)),
        ((batch * heads, tokens, size), (batch * heads, size, tokens)),
        ((batch * heads, tokens, tokens), (batch * heads, tokens, size)),
        ((rows, hidden), (hidden, hidden)),
        ((rows, hidden), (hidden, wide)),
        ((rows, wide), (wide, hidden)),
    ]


class InTensorFlow:
    def __init__(self, folder):
        import tensorflow as tf

        self.tf, self.folder, self.made = tf, folder, {}

    def forward(self, ids):
        if ids.shape not in self.made:
            self.made[ids.shape] = self._make(*ids.shape)
        self.made[ids.shape]()

    def _make(self, batch, tokens):
        layers, shapes = _shapes(self.folder, batch, tokens)
        pairs = [[self.tf.random.normal(each) for each in pair] for _ in range(layers) for pair in shapes]

        @self.tf.function
        def run():
            for left, right in pairs:
                # What is added up is a corner, so that no product is optimized away.
                found.append(self.tf.matmul(left, right)[:1])
            return [self.tf.reduce_sum(each) for each in found]

        found = []
        return run


class InTorch:
    def __init__(self, folder):
        import torch

        self.torch, self.folder, self.made = torch, folder, {}

    def forward(self, ids):
        if ids.shape not in self.made:
            layers, shapes = _shapes(self.folder, *ids.shape)
            self.made[ids.shape] = [[self.torch.randn(each) for each in pair] for _ in range(layers) for pair in shapes]
        with self.torch.inference_mode():
            for left, right in self.made[ids.shape]:
                self.torch.matmul(left, right)


def flops(folder, batch, tokens):
    """Of the products of the whole encoder, a multiplication and an addition each counted."""
    layers, shapes = _shapes(folder, batch, tokens)
    return layers * sum(2 * int(np.prod(left)) * right[-1] for left, right in shapes)
