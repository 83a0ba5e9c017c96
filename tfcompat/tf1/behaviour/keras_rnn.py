"""`tf.keras.layers.LSTM` and its kin without `return_sequences`, in a graph with TensorFlow 1's control flow.

To save memory tf_keras writes every step to index 0 of one `TensorArray`; TensorFlow 1 takes one write per index.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tfcompat.backend.replace import replaces


@replaces("tf_keras.src.backend.rnn")
def rnn(original: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """Keeps the output of every step, as `tf.keras.backend.rnn` of 1.15."""
    return original(*args, **{**kwargs, "return_all_outputs": True})
