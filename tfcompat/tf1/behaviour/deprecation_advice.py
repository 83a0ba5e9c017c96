"""Advice of Keras 2 to leave what TensorFlow 1 code uses: no news there, and 1.15 did not give it."""

from __future__ import annotations

import warnings

_ADVICE = (
    r"`(tf|layer|[Mm]odel)\.\S+` (is deprecated and )?will be removed in a future version",
    r"The `lr` argument is deprecated",
    r"You are saving your model as an HDF5 file",
)

for _text in _ADVICE:
    warnings.filterwarnings("ignore", message=_text)
