"""`GRUBlockCell` and `GRUBlockCellV2`: a GRU step in one op, and the gradient of that op."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.cells.base import InputSpec, LayerCell


class GRUBlockCell(LayerCell):
    """Variables `w_ru`, `b_ru`, `w_c`, `b_c`, in `gru_cell`."""

    _names = ("w_ru", "b_ru", "w_c", "b_c")

    def __init__(
        self, num_units: int | None = None, cell_size: int | None = None, reuse: bool | None = None,
        name: str = "gru_cell",
    ) -> None:  # fmt: skip
        super().__init__(_reuse=reuse, name=name)
        if (cell_size is None) == (num_units is None):
            raise ValueError("Exactly one of num_units or cell_size must be provided.")
        units: Any = cell_size if num_units is None else num_units
        self._state_size = self._output_size = self._cell_size = units
        self.input_spec = InputSpec(ndim=2)

    def build(self, input_shape: Any) -> None:
        depth, units = v1.dimension_value(input_shape[1]), self._cell_size
        if depth is None:
            raise ValueError("Expecting input_size to be set.")
        rows = depth + units
        gates, gates_bias, candidate, candidate_bias = self._names
        self._gate_kernel = self.add_weight(gates, [rows, 2 * units])
        self._gate_bias = self.add_weight(gates_bias, [2 * units], initializer=v1.constant_initializer(1.0))
        self._candidate_kernel = self.add_weight(candidate, [rows, units])
        self._candidate_bias = self.add_weight(candidate_bias, [units], initializer=v1.constant_initializer(0.0))
        self.built = True

    def call(self, inputs: Any, h_prev: Any) -> Any:
        units = h_prev.get_shape().with_rank(2).dims[1].value
        if units != self._cell_size:
            raise ValueError(f"Shape of h_prev[1] incorrect: cell_size {self._cell_size} vs {units}")
        h = v1.raw_ops.GRUBlockCell(
            x=inputs,
            h_prev=h_prev,
            w_ru=self._gate_kernel,
            w_c=self._candidate_kernel,
            b_ru=self._gate_bias,
            b_c=self._candidate_bias,
        ).h
        return h, h


class GRUBlockCellV2(GRUBlockCell):
    """With the variables' names of `GRUCell`, and so its checkpoints: `gates/kernel`, `candidate/kernel`, …"""

    _names = ("gates/kernel", "gates/bias", "candidate/kernel", "candidate/bias")


@v1.RegisterGradient("GRUBlockCell")
def _gradient(op: Any, *grads: Any) -> tuple[Any, ...]:
    x, h_prev, w_ru, w_c, b_ru, b_c = op.inputs
    r, u, c, _ = op.outputs
    x_grad, h_grad, c_grad, gates = v1.raw_ops.GRUBlockCellGrad(
        x=x, h_prev=h_prev, w_ru=w_ru, w_c=w_c, b_ru=b_ru, b_c=b_c, r=r, u=u, c=c, d_h=grads[3]
    )
    w_ru_grad = v1.matmul(v1.concat([x, h_prev], 1), gates, transpose_a=True)
    b_ru_grad = v1.raw_ops.BiasAddGrad(out_backprop=gates)
    w_c_grad = v1.matmul(v1.concat([x, h_prev * r], 1), c_grad, transpose_a=True)
    b_c_grad = v1.raw_ops.BiasAddGrad(out_backprop=c_grad)
    return x_grad, h_grad, w_ru_grad, w_c_grad, b_ru_grad, b_c_grad
