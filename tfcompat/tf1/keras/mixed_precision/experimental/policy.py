"""`Policy`, `global_policy` and `set_policy` of 1.15's `tf.keras.mixed_precision.experimental`."""

from __future__ import annotations

from typing import Any

from tfcompat.backend import keras_precision
from tfcompat.backend.v1api import v1

_SUFFIX = "_with_float32_vars"
_DEFAULT: Any = "USE_DEFAULT"

_Policy: Any = keras_precision.module().Policy


class Policy(_Policy):
    """Types of a layer's computation and variables, by 1.15's names: a type, `mixed_float16`, `infer`, ….

    `<type>_with_float32_vars` keeps the variables in float32.
    """

    def __init__(self, name: str, loss_scale: Any = _DEFAULT) -> None:
        super().__init__({"infer_float32_vars": f"infer{_SUFFIX}", f"float32{_SUFFIX}": "float32"}.get(name, name))
        if loss_scale == _DEFAULT:
            loss_scale = "dynamic" if name == "mixed_float16" else None
        if loss_scale == "dynamic":
            loss_scale = v1.train.experimental.DynamicLossScale()
        elif isinstance(loss_scale, (int, float)):
            loss_scale = v1.train.experimental.FixedLossScale(loss_scale)
        self._loss_scale = loss_scale

    def _parse_name(self, name: str) -> tuple[str | None, str | None]:
        """Keras' hook: the types of computation and variables; None is that of the layer's first input."""
        base = name.removesuffix(_SUFFIX)
        compute, variables = super()._parse_name("_infer" if base == "infer" else base)
        return (compute, "float32") if base != name else (compute, variables)

    @property
    def should_cast_variables(self) -> bool:
        return self.variable_dtype != self.compute_dtype

    @property
    def loss_scale(self) -> Any:
        return self._loss_scale

    def __repr__(self) -> str:
        return f'<Policy "{self.name}", loss_scale={self.loss_scale}>'


def global_policy() -> Any:
    """The policy of layers that were given none."""
    current = keras_precision.module().global_policy()
    return Policy("infer") if current.name == "_infer" else current


def set_policy(policy: Any) -> None:
    """Sets the policy of layers that are given none; in TensorFlow 1's mode only `infer` is allowed, as in 1.15."""
    if policy is not None and not isinstance(policy, keras_precision.module().Policy):
        policy = Policy(policy)
    if keras_precision.v2_dtypes_enabled():
        keras_precision.module().set_global_policy(policy)
    elif policy and policy.compute_dtype:
        raise ValueError("The global policy can only be set to a non-infer policy in TensorFlow 2")
    else:
        keras_precision.set_to_infer()
