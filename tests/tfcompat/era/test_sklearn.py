"""scikit-learn's old splitters, and MNIST by the name that it had at mldata.org."""

import importlib

import numpy as np
import pytest

from tests.golden.dataset_cases import write_mnist
from tfcompat.era import sklearn_cross_validation as old
from tfcompat.era.sklearn_datasets import fetch_mldata

LABELS = [0, 0, 0, 1, 1, 1]


def test_k_fold_as_scikit_learn_0_19_gave_it():
    folds = old.KFold(5, n_folds=2)
    assert [(train.tolist(), test.tolist()) for train, test in folds] == [([3, 4], [0, 1, 2]), ([0, 1, 2], [3, 4])]
    assert len(folds) == 2 and list(map(len, folds)) == [2, 2]


@pytest.mark.parametrize(
    ("splits", "count", "tested"),
    [
        (old.StratifiedKFold(LABELS, 3), 3, 2),
        (old.ShuffleSplit(10, n_iter=4, test_size=0.3, random_state=0), 4, 3),
        (old.StratifiedShuffleSplit(LABELS, 5, test_size=2, random_state=0), 5, 2),
        (old.LeaveOneOut(7), 7, 1),
        (old.LeavePOut(4, 2), 6, 2),
    ],
)
def test_splitters(splits, count, tested):
    first, again = ([test.tolist() for _, test in splits] for _ in range(2))
    assert first == again and len(splits) == count == len(first)
    assert {len(test) for test in first} == {tested}


def test_mnist_original(tmp_path):
    folder = tmp_path / "mldata"
    folder.mkdir()
    write_mnist(folder)
    found = fetch_mldata("MNIST original", data_home=str(tmp_path))
    assert (found.data.shape, found.data.dtype, found.target.dtype) == ((32, 30), np.uint8, np.float64)
    assert found.target[:23].tolist() == sorted(7 * n % 10 for n in range(23))
    assert (found.target[23:] == np.sort(7 * np.arange(9) % 10)).all()
    assert found.data[0].tolist() == [n * 37 % 256 for n in range(30)]  # the first image has the label 0


def test_a_file_of_that_time(tmp_path):
    from scipy.io import savemat

    (tmp_path / "mldata").mkdir()
    savemat(tmp_path / "mldata" / "iris.mat", {"data": np.arange(6).reshape(2, 3), "label": [[4, 5, 6]]})
    found = fetch_mldata("Iris", data_home=str(tmp_path))
    assert found.data.tolist() == [[0, 3], [1, 4], [2, 5]] and found.target.tolist() == [4, 5, 6]
    with pytest.raises(OSError, match="mldata.org, where 'leukemia' was, is no more; take it by"):
        fetch_mldata("leukemia", data_home=str(tmp_path))


def test_arguments_by_their_old_names():
    """What they refuse today is taken, and says the same; the estimator's parameters stay today's."""
    from sklearn.base import clone
    from sklearn.manifold import TSNE

    from tfcompat.era import names

    names.take_back()
    original = TSNE.__init__
    for module in ("sklearn.linear_model", "sklearn.manifold", "sklearn.preprocessing"):
        names.give(module)
    try:
        estimator = TSNE(3, perplexity=5, n_iter=270)
        assert clone(estimator).get_params()["max_iter"] == 270 and estimator.n_components == 3
        from sklearn.preprocessing import OneHotEncoder

        assert OneHotEncoder(sparse=False).fit_transform([[3], [5]]).tolist() == [[1.0, 0.0], [0.0, 1.0]]
        from sklearn.linear_model import Perceptron

        rows, classes = [[0.0, 1.0], [1.0, 0.0], [2.0, 1.0], [0.5, 3.0]], [0, 1, 1, 0]
        assert Perceptron(n_iter=12, tol=-np.inf, random_state=5).fit(rows, classes).n_iter_ == 12
        with pytest.raises(TypeError, match="n_iterations"):
            TSNE(n_iterations=270)
    finally:
        names.take_back()
    assert TSNE.__init__ is original


def test_scores_by_the_name_of_the_loss():
    """`scoring="log_loss"` meant its negative, so that more is better."""
    from sklearn import model_selection
    from sklearn.dummy import DummyClassifier

    from tfcompat.era import modules, names

    names.take_back()
    original = model_selection.cross_val_score
    modules.install()
    try:
        search = importlib.import_module("sklearn.grid_search")
        names.give("sklearn.grid_search")
        grid = search.GridSearchCV(DummyClassifier(), {"strategy": ["prior", "uniform"]}, scoring="log_loss", cv=2)
        rows, classes = [[0.0], [1.0], [2.0], [3.0]], [0, 1, 0, 1]
        assert grid.fit(rows, classes).best_score_ == pytest.approx(-np.log(2)) and grid.scoring == "neg_log_loss"
        assert model_selection.cross_val_score(
            DummyClassifier(), rows, classes, scoring="mean_squared_error", cv=2
        ).tolist() == [-0.5, -0.5]
        assert model_selection.cross_val_score(DummyClassifier(), rows, classes, cv=2).tolist() == [0.5, 0.5]
    finally:
        names.take_back()
        modules.uninstall()
    assert model_selection.cross_val_score is original
