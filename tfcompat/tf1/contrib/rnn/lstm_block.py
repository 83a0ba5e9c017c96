"""`LSTMBlockCell`: an LSTM step in one op, and the gradient of that op."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1
from tfcompat.tf1.cells.base import InputSpec, LayerCell, LSTMStateTuple


class LSTMBlockCell(LayerCell):
    """Variables `kernel`, `bias`, and `w_i_diag`, `w_f_diag`, `w_o_diag` for peepholes, in `lstm_cell`."""

    def __init__(
        self,
        num_units: int,
        forget_bias: float = 1.0,
        cell_clip: float | None = None,
        use_peephole: bool = False,
        dtype: Any = None,
        reuse: bool | None = None,
        name: str = "lstm_cell",
    ) -> None:
        super().__init__(_reuse=reuse, dtype=dtype, name=name)
        self._num_units = num_units
        self._forget_bias = forget_bias
        self._use_peephole = use_peephole
        self._cell_clip = -1 if cell_clip is None else cell_clip
        self._set_sizes(num_units)
        self.input_spec = InputSpec(ndim=2)

    def build(self, inputs_shape: Any) -> None:
        depth = v1.dimension_value(inputs_shape[1])
        if not depth:
            raise ValueError(f"Expecting inputs_shape[1] to be set: {inputs_shape}")
        add_block_weights(self, depth, self._num_units, self._use_peephole)
        self.built = True

    def call(self, inputs: Any, state: Any) -> Any:
        if len(state) != 2:
            raise ValueError("Expecting state to be a tuple with length 2.")
        i, f, o = peepholes(self, self.dtype)
        cs, h = state
        outputs = v1.raw_ops.LSTMBlockCell(
            x=inputs,
            cs_prev=cs,
            h_prev=h,
            w=self._kernel,
            wci=i,
            wcf=f,
            wco=o,
            b=self._bias,
            forget_bias=self._forget_bias,
            cell_clip=self._cell_clip,
            use_peephole=self._use_peephole,
        )
        return outputs.h, LSTMStateTuple(outputs.cs, outputs.h)


def add_block_weights(layer: Any, depth: int, units: int, use_peephole: bool) -> None:
    """The variables of an LSTM that is one op."""
    layer._kernel = layer.add_weight("kernel", [depth + units, 4 * units])
    layer._bias = layer.add_weight("bias", [4 * units], initializer=v1.constant_initializer(0.0))
    if use_peephole:
        for gate in "ifo":
            name = f"w_{gate}_diag"
            setattr(layer, f"_{name}", layer.add_weight(name, [units]))


def peepholes(layer: Any, dtype: Any) -> tuple[Any, Any, Any]:
    """The weights of the input, forget and output gates' peepholes; zeros if there are none."""
    if layer._use_peephole:
        return layer._w_i_diag, layer._w_f_diag, layer._w_o_diag
    zeros = v1.zeros([layer._num_units], dtype=dtype)
    return zeros, zeros, zeros


@v1.RegisterGradient("LSTMBlockCell")
def _gradient(op: Any, *grads: Any) -> tuple[Any, ...]:
    x, cs_prev, h_prev, w, wci, wcf, wco, b = op.inputs
    i, cs, f, o, ci, co, _ = op.outputs
    batch, size = (each.value for each in x.get_shape().with_rank(2).dims)
    units = cs_prev.get_shape().with_rank(2).dims[1].value
    for what, known in (("input_size from `x`", size), ("cell_size from `cs_prev`", units)):
        if known is None:
            raise ValueError(f"{what} should not be None.")
    batch = -1 if batch is None else batch
    cs_prev_grad, gates, *diagonals = v1.raw_ops.LSTMBlockCellGrad(
        x=x,
        cs_prev=cs_prev,
        h_prev=h_prev,
        w=w,
        wci=wci,
        wcf=wcf,
        wco=wco,
        b=b,
        i=i,
        cs=cs,
        f=f,
        o=o,
        ci=ci,
        co=co,
        cs_grad=grads[1],
        h_grad=grads[6],
        use_peephole=op.get_attr("use_peephole"),
    )
    seen_grad = v1.matmul(gates, w, transpose_b=True)
    x_grad = v1.slice(seen_grad, (0, 0), (batch, size))
    h_grad = v1.slice(seen_grad, (0, size), (batch, units))
    w_grad = v1.matmul(v1.concat([x, h_prev], 1), gates, transpose_a=True)
    return x_grad, cs_prev_grad, h_grad, w_grad, *diagonals, v1.raw_ops.BiasAddGrad(out_backprop=gates)
