"""Every stage is within 2e-6, relative to its largest value, of the same mathematics in float64."""

import numpy as np
import pytest

import bert_tf
from bert_tf.checkpoints.of_model import of_model
from tests.support import numpy_bert, tiny_bert


@pytest.mark.parametrize("number", range(0, 36, 3))
@pytest.mark.parametrize("padded", [True, False])
def test_every_stage(number, padded):
    sizes, pooler = tiny_bert.varied(number)
    model = tiny_bert.model(number, add_pooling_layer=pooler, **sizes)
    given = tiny_bert.inputs(number, padded=padded, of=sizes)
    expected = numpy_bert.run(model.config, of_model(model, "").tensors, **given)
    found = bert_tf.trace(model, given, list(expected))
    assert list(found) == [name for name in found if name in expected] and len(found) == len(expected)
    for name, exact in expected.items():
        assert np.abs(found[name] - exact).max() <= 2e-6 * max(1, np.abs(exact).max()), name
