"""Where a head of a neural Turing machine looks in the memory."""

from __future__ import annotations

from typing import Any, NamedTuple

from tfcompat.backend.v1api import v1


class Head(NamedTuple):
    """What the controller says for one head."""

    key: Any  # [batch, width]
    strength: Any  # [batch]
    gate: Any  # [batch]
    shift: Any  # [batch, 2 * range + 1]
    sharpness: Any  # [batch]

    @classmethod
    def of(cls, parameters: Any, width: int, shift_range: int) -> Head:
        """The parts of `[batch, width + 2 * shift_range + 4]` numbers."""
        key = v1.tanh(parameters[:, 0:width])
        strength = v1.nn.softplus(parameters[:, width])
        gate = v1.sigmoid(parameters[:, width + 1])
        shift = v1.nn.softmax(parameters[:, width + 2 : width + 2 + (2 * shift_range + 1)])
        return cls(key, strength, gate, shift, v1.nn.softplus(parameters[:, -1]) + 1)


def address(head: Head, memory: Any, before: Any) -> Any:
    """Weights over the memory's places, `[batch, size]`: by content, gated, shifted and sharpened."""
    key = v1.expand_dims(head.key, axis=2)
    product = v1.matmul(memory, key)
    key_norm = v1.sqrt(v1.reduce_sum(v1.square(key), axis=1, keepdims=True))
    memory_norm = v1.sqrt(v1.reduce_sum(v1.square(memory), axis=2, keepdims=True))
    alike = v1.squeeze(product / (memory_norm * key_norm + 1e-8))
    amplified = v1.exp(v1.expand_dims(head.strength, axis=1) * alike)
    content = amplified / v1.reduce_sum(amplified, axis=1, keepdims=True)
    gate = v1.expand_dims(head.gate, axis=1)
    gated = gate * content + (1 - gate) * before
    shifted = v1.reduce_sum(v1.expand_dims(gated, axis=1) * _shifts(head.shift, memory.shape[1].value), axis=2)
    sharp = v1.pow(shifted, v1.expand_dims(head.sharpness, axis=1))
    return sharp / v1.reduce_sum(sharp, axis=1, keepdims=True)


def _shifts(shift: Any, size: int) -> Any:
    """The shift's weights as a circulant matrix for each of the batch, `[batch, size, size]`."""
    reach = shift.shape[1].value // 2
    batch = shift.shape[0].value or v1.shape(shift)[0]
    zeros = v1.zeros([batch, size - (2 * reach + 1)])
    row = v1.concat([shift[:, : reach + 1], zeros, shift[:, -reach:]], axis=1)
    twice = v1.concat([v1.reverse(row, axis=[1]), v1.reverse(row, axis=[1])], axis=1)
    return v1.stack([twice[:, size - place - 1 : 2 * size - place - 1] for place in range(size)], axis=1)
