"""What is known of a batch normalization that is to be folded into the layer before it."""

from __future__ import annotations

from typing import Any, NamedTuple


class BatchNormMatch(NamedTuple):
    """The operations and tensors, as far as they are there; `bn_decay_*` is 1 minus the moving averages' decay."""

    layer_op: Any = None
    bn_op: Any = None
    output_tensor: Any = None
    input_tensor: Any = None
    weight_tensor: Any = None
    gamma_tensor: Any = None
    beta_tensor: Any = None
    mean_tensor: Any = None
    variance_tensor: Any = None
    moving_mean_tensor: Any = None
    moving_variance_tensor: Any = None
    bn_decay_mean_tensor: Any = None
    bn_decay_var_tensor: Any = None
    batch_epsilon: Any = None
    batch_to_space_op: Any = None
