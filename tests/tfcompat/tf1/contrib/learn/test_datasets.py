"""The data sets of `tf.contrib.learn.datasets` are 1.15's, batch by batch."""

import json
import pathlib
import random

import numpy as np
import pytest

import tfcompat.v1 as tf
from tests.golden.dataset_cases import CASES, write_mnist
from tests.golden.record_datasets import summed_up

GOLDEN = json.loads((pathlib.Path(__file__).parents[4] / "golden" / "datasets.json").read_text())
base = tf.contrib.learn.datasets.base


@pytest.mark.parametrize("name", sorted(CASES))
def test_as_recorded(name, tmp_path):
    write_mnist(str(tmp_path))
    results = [summed_up(each) for each in CASES[name](tf, str(tmp_path))]
    assert len(results) == len(GOLDEN[name])
    for (dtype, shape, values), expected in zip(results, GOLDEN[name], strict=True):
        assert [dtype, shape] == expected[:2]
        if dtype.startswith("float") and isinstance(values, list):
            np.testing.assert_allclose(values, expected[2], rtol=2e-6, atol=1e-7)
        else:
            assert values == expected[2]


def test_csv_says_which_row_is_wrong(tmp_path):
    path = tmp_path / "rows.csv"
    for text, complaint in (
        ("a,b\n1,2\n", "header that begins with the numbers"),
        ("2,1,x\n1,2\n3,4,5\n", "row 2: the header announces 2 rows of 1 features"),
        ("3,1,x\n1,2\n", "announces 3 rows, the file holds 1"),
    ):
        path.write_text(text)
        with pytest.raises(ValueError, match=complaint):
            base.load_csv_with_header(str(path), np.int64, np.float32)


def test_csv_without_header_and_shrunk(tmp_path):
    path = tmp_path / "rows.csv"
    path.write_text("\n".join(f"{i},{i + 0.5}" for i in range(7)))
    base.shrink_csv(str(path), 3)
    small = base.load_csv_without_header(str(tmp_path / "rows_small.csv"), np.int32, np.float32, target_column=0)
    assert small.target.tolist() == [0, 3, 6] and small.data.tolist() == [[0.5], [3.5], [6.5]]


def test_retry_calls_again_until_it_works():
    calls = []

    @base.retry(1e-4, 1e-3, is_retriable=lambda error: isinstance(error, OSError))
    def sometimes(result):
        calls.append(result)
        if len(calls) < 3:
            raise OSError("not yet")
        return result

    random.seed(0)
    assert sometimes(5) == 5 and len(calls) == 3
    with pytest.raises(ValueError, match="factor must be >= 1"):
        base.retry(1, 2, factor=0.5)
    with pytest.raises(ValueError, match="jitter must be < 1"):
        base.retry(1, 2, jitter=1.5)


@pytest.mark.parametrize("load", ["load_dataset", "make_dataset"])
def test_unknown_name(load):
    with pytest.raises(ValueError, match="not found: flowers; expected one of"):
        getattr(tf.contrib.learn.datasets, load)("flowers")


def test_unknown_spiral():
    with pytest.raises(ValueError, match="mode square; expected one of archimedes, bernoulli, fermat"):
        tf.contrib.learn.datasets.synthetic.spirals(mode="square")


def test_dbpedia_from_an_input_folder(tmp_path, monkeypatch):
    (tmp_path / "working").mkdir()
    data = tmp_path / "input" / "dbpedia-classes"
    data.mkdir(parents=True)
    for part, rows in (("train", 2001), ("test", 7)):
        data.joinpath(f"{part}.csv").write_text("".join(f'{i % 15},"title {i}","text"\n' for i in range(rows)))
    monkeypatch.chdir(tmp_path / "working")
    small = tf.contrib.learn.datasets.load_dataset("dbpedia")
    assert small.train.data[:, 0].tolist() == ["title 0", "title 1000", "title 2000"]
    assert small.test.target.tolist() == [0] and small.validation is None
    assert len(tf.contrib.learn.datasets.load_dataset("dbpedia", size="large").train.target) == 2001
