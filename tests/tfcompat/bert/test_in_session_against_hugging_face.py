"""Every stage in a TensorFlow 1 session equals the PyTorch model's."""

import numpy as np
import pytest
import tensorflow as tf

import bert_tf
import tfcompat
from bert_tf.tracing.reference import trace_reference
from tests.support import tiny_bert


@pytest.mark.parametrize("number", range(1, 36, 5))
@pytest.mark.parametrize("padded", [True, False])
def test_every_stage(number, padded):
    sizes, pooler = tiny_bert.varied(number)
    model = tiny_bert.model(number, add_pooling_layer=pooler, **sizes)
    given = tiny_bert.inputs(number, padded=padded, of=sizes)
    with tfcompat.tf2():
        expected = trace_reference(tiny_bert.hugging_face(model), given)
    places = {name: tf.placeholder(tf.int32, [None, None], name) for name in given}
    stages = bert_tf.trace(model, places)
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        found = session.run(stages, {places[name]: given[name] for name in given})
    assert set(found) == set(expected)
    for name, theirs in expected.items():
        ours, theirs = np.broadcast_arrays(found[name], theirs)
        seen = (ours > -1000) | (theirs > -1000)  # a masked score is called otherwise, and does not matter
        assert np.abs(ours - theirs)[seen].max() <= 1e-5 * max(1, np.abs(theirs[seen]).max()), name
