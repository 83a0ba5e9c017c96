"""SciPy's old image functions give what SciPy 1.2 recorded."""

import json
import pathlib

import numpy as np
import pytest

from tests.golden.scipy_misc_cases import cases
from tfcompat.era import scipy_misc

RECORDED = json.loads((pathlib.Path(__file__).parents[2] / "golden" / "scipy_misc.json").read_text())
CASES = cases(scipy_misc)


@pytest.mark.parametrize("name", sorted(RECORDED))
def test_recorded(name):
    found, expected = CASES[name](), RECORDED[name]
    values = np.array(expected["values"], expected["dtype"]).reshape(expected["shape"])
    assert found.shape == values.shape
    if values.dtype.kind == "f":
        np.testing.assert_allclose(found, values, rtol=1e-6)
    else:
        np.testing.assert_array_equal(found, values)
        assert found.dtype == values.dtype
