"""`_lstm_block_cell` and `_block_lstm` of `tensorflow.contrib.rnn.python.ops.lstm_ops`: the ops with their weights."""

from __future__ import annotations

from typing import Any

from tfcompat.backend.v1api import v1


def lstm_block_cell(
    x: Any,
    cs_prev: Any,
    h_prev: Any,
    w: Any,
    b: Any,
    wci: Any = None,
    wcf: Any = None,
    wco: Any = None,
    forget_bias: float | None = None,
    cell_clip: float | None = None,
    use_peephole: bool | None = None,
    name: str | None = None,
) -> Any:
    """One step: `(i, cs, f, o, ci, co, h)`, each `[batch, units]`; peepholes are zeros by default."""
    if wci is None:
        units = cs_prev.get_shape().with_rank(2).dims[1].value
        if units is None:
            raise ValueError("cell_size from `cs_prev` should not be None.")
        wci = wcf = wco = v1.constant(0, dtype=v1.float32, shape=[units])
    return v1.raw_ops.LSTMBlockCell(
        x=x,
        cs_prev=cs_prev,
        h_prev=h_prev,
        w=w,
        wci=wci,
        wcf=wcf,
        wco=wco,
        b=b,
        **_options(forget_bias, cell_clip, use_peephole, name),
    )


def block_lstm(
    seq_len_max: Any,
    x: list[Any],
    w: Any,
    b: Any,
    cs_prev: Any = None,
    h_prev: Any = None,
    wci: Any = None,
    wcf: Any = None,
    wco: Any = None,
    forget_bias: float | None = None,
    cell_clip: float | None = None,
    use_peephole: bool | None = None,
    name: str | None = None,
) -> tuple[list[Any], ...]:
    """All steps over a list of `[batch, depth]`: the same seven, each a list; states are zeros by default."""
    dtype = x[0].dtype
    batch = x[0].get_shape().with_rank(2).dims[0].value
    gates = b.get_shape().with_rank(1).dims[0].value
    if gates is None:
        raise ValueError("`b` shape must not be None.")
    units = gates // 4
    if cs_prev is None or h_prev is None:
        zeros = v1.constant(0, dtype=dtype, shape=[batch, units])
        cs_prev = zeros if cs_prev is None else cs_prev
        h_prev = zeros if h_prev is None else h_prev
    if wci is None:
        wci = wcf = wco = v1.constant(0, dtype=dtype, shape=[units])
    outputs = v1.raw_ops.BlockLSTM(
        seq_len_max=seq_len_max,
        x=v1.stack(x),
        cs_prev=cs_prev,
        h_prev=h_prev,
        w=w,
        wci=wci,
        wcf=wcf,
        wco=wco,
        b=b,
        **_options(forget_bias, cell_clip, use_peephole, name),
    )
    return tuple(v1.unstack(each) for each in outputs)


def _options(forget_bias: Any, cell_clip: Any, use_peephole: Any, name: str | None) -> dict[str, Any]:
    """The ops' attributes; what is None stays at the op's own value."""
    given = {"forget_bias": forget_bias, "use_peephole": use_peephole, "name": name}
    return {
        "cell_clip": -1 if cell_clip is None else cell_clip,
        **{key: value for key, value in given.items() if value is not None},
    }
