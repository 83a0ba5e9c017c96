"""Metrics, batch by batch, are scikit-learn's and SciPy's of everything at once."""

import numpy as np
import pytest
import scipy.stats
import sklearn.metrics
import tensorflow as tf

from bert_tf.train.metrics import MicroF1, Pearson, Spearman


@pytest.mark.parametrize(("kind", "source"), [(Pearson, scipy.stats.pearsonr), (Spearman, scipy.stats.spearmanr)])
@pytest.mark.parametrize("compiled", [False, True])
def test_correlations(kind, source, compiled):
    draw = np.random.default_rng(0)
    true = draw.integers(0, 6, 53).astype("float32") * 0.8  # with equal ones, as STS-B's
    said = (true + draw.normal(0, 2, 53)).round(1).astype("float32") + 100
    metric = kind(60)
    update = tf.function(metric.update_state, jit_compile=True) if compiled else metric.update_state
    for _ in range(2):  # again after it was reset
        for first in (0, 20, 40):
            update(true[first : first + 20], said[first : first + 20, np.newaxis])
        assert float(metric.result()) == pytest.approx(source(true, said).statistic, abs=1e-5)
        metric.reset_state()
    assert float(metric.result()) == 0
    update(true[:3], np.ones([3, 1], np.float32))
    assert float(metric.result()) == 0


def test_micro_f1():
    draw = np.random.default_rng(0)
    true, said = draw.integers(0, 2, (31, 4)).astype("float32"), draw.normal(0, 1, (31, 4)).astype("float32")
    metric = MicroF1()
    assert float(metric.result()) == 0
    for first in (0, 20):
        metric.update_state(true[first : first + 20], said[first : first + 20])
    assert float(metric.result()) == pytest.approx(sklearn.metrics.f1_score(true, said > 0, average="micro"), abs=1e-6)
