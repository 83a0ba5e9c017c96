"""`tf.keras.experimental.PeepholeLSTMCell`: an LSTM cell whose gates also see the carried state."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import keras

_LSTMCell: Any = keras().layers.LSTMCell


class PeepholeLSTMCell(_LSTMCell):
    """As in 1.15; the peepholes are one weight per unit for each of the input, forget and output gates."""

    def build(self, input_shape: Any) -> None:
        super().build(input_shape)
        for gate in ("input", "forget", "output"):
            name = f"{gate}_gate_peephole_weights"
            weights = self.add_weight(shape=(self.units,), name=name, initializer=self.kernel_initializer)
            setattr(self, name, weights)

    def _compute_carry_and_output(self, x: Any, h_tm1: Any, c_tm1: Any) -> tuple[Any, Any]:
        """Keras' hook for separate kernels: new carried state and output gate."""
        dot, units = keras().backend.dot, self.units
        own = [self.recurrent_kernel[:, units * at : units * (at + 1)] for at in range(4)]
        into_i, into_f, into_c, into_o = (given + dot(h, w) for given, h, w in zip(x, h_tm1, own, strict=True))
        return self._compute_carry_and_output_fused((into_i, into_f, into_c, into_o), c_tm1)

    def _compute_carry_and_output_fused(self, z: Any, c_tm1: Any) -> tuple[Any, Any]:
        """Keras' hook for one joint kernel."""
        into_i, into_f, into_c, into_o = z
        i = self.recurrent_activation(into_i + self.input_gate_peephole_weights * c_tm1)
        f = self.recurrent_activation(into_f + self.forget_gate_peephole_weights * c_tm1)
        c = f * c_tm1 + i * self.activation(into_c)
        o = self.recurrent_activation(into_o + self.output_gate_peephole_weights * c)
        return c, o
