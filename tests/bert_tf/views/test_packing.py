"""Arrays as JSON: small, and as near as was promised."""

import json

import numpy as np
import pytest

from bert_tf.views.packing import Packed, pack, unpack
from tests.support.attention import drawn


@pytest.mark.parametrize("bits, most", [(16, 2e-5), (8, 4e-3)])
def test_shares(bits, most):
    array = drawn(2, 3, 11)
    np.testing.assert_allclose(unpack(pack(Packed(array, shares=True), bits)), array, atol=most)


def test_small_shares_stay_apart():
    array = np.array([[1e-4, 4e-4, 0, 1]])
    found = unpack(pack(Packed(array, shares=True), 8))
    assert found[0, 2] == 0 < found[0, 0] < found[0, 1] < 1e-3 and found[0, 3] == 1


@pytest.mark.parametrize("bits, share", [(16, 1e-5), (8, 2.1e-3)])
def test_each_block_has_its_own_range(bits, share):
    array = np.random.default_rng(1).normal(0, 1, (3, 5, 7)) * [[[1e-3]], [[1]], [[1e4]]]
    found = unpack(pack(Packed(array), bits))
    for one, other in zip(found, array, strict=True):
        np.testing.assert_allclose(one, other, atol=share * np.ptp(other))


def test_what_is_no_number_and_what_never_changes():
    array = np.array([[1.0, np.nan, 3.0, -np.inf], [2.5] * 4, [np.nan] * 4])
    found = unpack(json.loads(json.dumps(pack(Packed(array)), allow_nan=False)))
    np.testing.assert_array_equal(found, [[1, np.nan, 3, np.nan], [2.5] * 4, [np.nan] * 4])


def test_large_arrays_are_coarse():
    assert pack(Packed(np.zeros((1, 250_000))))["bits"] == 16
    assert pack(Packed(np.zeros((1, 250_001))))["bits"] == 8
