"""scikit-learn's old splitters, and MNIST by the name that it had at mldata.org."""

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
