"""The optimizer: Adam with decoupled weight decay, as PyTorch computes it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import keras
import tensorflow as tf

from bert_tf import replicas
from bert_tf.layers.embeddings import BertEmbeddings
from bert_tf.layers.layer import BertLayer

_SPARED = frozenset({"bias", "gamma", "beta"})


@keras.saving.register_keras_serializable(package="bert_tf")
class AdamW(keras.optimizers.Optimizer):
    """AdamW over the weights of a BERT, alone or in a larger model. Source: `torch.optim.AdamW`.

    Keras' own `AdamW` adds epsilon before the second moment is corrected, which changes the first steps of small
    gradients. Gradients are clipped together, once the replicas' are summed and the accumulated ones averaged, as by
    `torch.nn.utils.clip_grad_norm_`. Biases and norms do not decay, as with Hugging Face's `Trainer`.

    Args:
      learning_rate: a number or a schedule; its step counts updates, not batches.
      weight_decay: how much of a weight goes at each update, times the rate.
      beta_1, beta_2, epsilon: as PyTorch's `betas` and `eps`.
      clip_norm: the most that all gradients together may measure; None for no limit.
      layer_decay: what a rate is times for each layer that a weight lies deeper; see `depths`.
      depths: how deep each variable lies, in the order in which the optimizer is given them; None for 0.
      accumulate: how many batches make one update.

    Raises:
      ValueError: at the first update, if there is not one depth for each variable.
    """

    def __init__(
        self,
        learning_rate: Any = 5e-5,
        weight_decay: float = 0.01,
        beta_1: float = 0.9,
        beta_2: float = 0.999,
        epsilon: float = 1e-8,
        clip_norm: float | None = 1.0,
        layer_decay: float = 1.0,
        depths: Sequence[int] | None = None,
        accumulate: int = 1,
        name: str = "adamw",
    ) -> None:
        super().__init__(learning_rate, gradient_accumulation_steps=accumulate if accumulate > 1 else None, name=name)
        self.decay, self.beta_1, self.beta_2, self.epsilon = weight_decay, beta_1, beta_2, epsilon
        self.clip_norm, self.accumulate = clip_norm, accumulate
        self.layer_decay, self.depths = layer_decay, None if depths is None else list(depths)
        replicas.whole(self)

    def build(self, variables: Any) -> None:
        """Keras' `Optimizer.build`: two moments for each variable, and its share of the rate and of the decay."""
        if self.built:
            return
        super().build(variables)
        self._means = self.add_optimizer_variables(variables, "mean")
        self._squares = self.add_optimizer_variables(variables, "square")
        found = self.depths or [0] * len(variables)
        if len(found) != len(variables):
            raise ValueError(f"expected the depths of {len(variables)} variables; got {len(found)}.")
        self._decays = [self.decay if decays(each.path) else 0.0 for each in variables]
        self._shares = [self.layer_decay**depth for depth in found]

    def update_step(self, gradient: Any, variable: Any, learning_rate: Any) -> None:
        """One variable's update."""
        place = self._get_variable_index(variable)
        mean, square = self._means[place], self._squares[place]
        kind = variable.dtype
        gradient = tf.cast(gradient, kind)
        rate = tf.cast(learning_rate, kind) * self._shares[place]
        step = tf.cast(self.iterations + 1, kind)
        # 1 - beta**step, whose difference would lose half its digits in float32.
        left_1, left_2 = (-tf.math.expm1(step * math.log(beta)) for beta in (self.beta_1, self.beta_2))
        if self._decays[place]:
            self.assign_sub(variable, variable * (rate * self._decays[place]))
        self.assign_add(mean, (gradient - mean) * (1 - self.beta_1))
        self.assign_add(square, (tf.square(gradient) - square) * (1 - self.beta_2))
        spread = tf.sqrt(tf.convert_to_tensor(square)) / tf.sqrt(left_2) + self.epsilon
        self.assign_sub(variable, rate / left_1 * tf.convert_to_tensor(mean) / spread)

    def _clip_gradients(self, grads: Any) -> list[Any]:
        # A table's gradient may be a few of its rows, some of them twice, whose norm is not that of their sum.
        grads = [None if each is None else tf.convert_to_tensor(each) for each in grads]
        if self.clip_norm is None:
            return grads
        norm = tf.linalg.global_norm(grads)
        share = tf.minimum(tf.ones_like(norm), self.clip_norm / (norm + 1e-6))
        return [None if each is None else each * share for each in grads]

    def _get_current_learning_rate(self) -> Any:
        schedule = self._learning_rate
        if isinstance(schedule, keras.optimizers.schedules.LearningRateSchedule):
            return schedule(self.iterations)  # of updates; Keras counts batches
        return super()._get_current_learning_rate()

    def get_config(self) -> dict[str, Any]:
        rate = self._learning_rate
        schedule = isinstance(rate, keras.optimizers.schedules.LearningRateSchedule)
        return {
            "learning_rate": keras.saving.serialize_keras_object(rate) if schedule else float(rate),
            "weight_decay": self.decay,
            "beta_1": self.beta_1,
            "beta_2": self.beta_2,
            "epsilon": self.epsilon,
            "clip_norm": self.clip_norm,
            "layer_decay": self.layer_decay,
            "depths": self.depths,
            "accumulate": self.accumulate,
            "name": self.name,
        }


def decays(path: str) -> bool:
    """Whether a weight at this path of Keras' decays: no bias does, and nothing of a normalization."""
    *layers, name = path.split("/")
    return name not in _SPARED and "LayerNorm" not in layers


def depths(model: Any) -> list[int]:
    """How deep below the head each trainable variable of a model lies: 0 for the head, most for the embeddings.

    The model is any of Keras' with our layers in it.
    """
    layers = [each for each in model._flatten_layers() if isinstance(each, BertLayer)]
    count = max((each.layer + 1 for each in layers), default=0)
    known = {id(variable): count - each.layer for each in layers for variable in each.variables}
    for each in model._flatten_layers():
        if isinstance(each, BertEmbeddings):
            known.update({id(variable): count + 1 for variable in each.variables})
    return [known.get(id(variable), 0) for variable in model.trainable_variables]
