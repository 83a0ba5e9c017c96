"""Names and modules that packages have dropped are there for old code, and gone again without the view."""

import collections
import importlib
import inspect
import sys
import time
import types

import pytest

from tfcompat.era import modules, names


@pytest.fixture
def finder():
    modules.install()
    yield


def test_names_are_given_and_taken_back():
    names.take_back()
    assert not hasattr(collections, "Mapping")
    for module in ("collections", "inspect", "time"):
        names.give(module)
    assert isinstance({}, collections.Mapping) and time.clock() >= 0
    assert inspect.getargspec(lambda a, b=3, *c, **d: 0) == (["a", "b"], "c", "d", (3,))
    names.take_back()
    assert not hasattr(collections, "Mapping") and not hasattr(time, "clock")


def test_pandas_methods():
    import pandas

    names.give("pandas")
    try:
        frame = pandas.DataFrame({"a": [1, 2], "b": [3.0, 4.0]}, index=["x", "y"])
        assert frame.as_matrix().tolist() == [[1, 3], [2, 4]]
        assert (frame.ix[0, "b"], frame.ix["y", 0], frame.ix["x", "a"]) == (3.0, 2, 1)
        assert frame.ix[0:1].index.tolist() == ["x"] and frame.ix[[1]].index.tolist() == ["y"]
        assert pandas.DataFrame({"a": [5, 6, 7]}).ix[1:2, "a"].tolist() == [6, 7]  # by label, the end included
        assert frame.append(frame).shape == (4, 2)
        assert frame.append({"a": 9}, ignore_index=True)["a"].tolist() == [1, 2, 9]
        assert frame.a.append(frame.a).tolist() == [1, 2, 1, 2]
        assert frame.get_value("x", "a") == 1 and frame.set_value("x", "a", 7).at["x", "a"] == 7
        assert dict(frame.a.iteritems()) == {"x": 7, "y": 2}
    finally:
        names.take_back()
    assert not hasattr(pandas.DataFrame, "as_matrix")


def test_matplotlib():
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt

    names.give("matplotlib.pyplot")
    try:
        heights, _, _ = plt.hist([0, 0, 1, 1], bins=2, normed=True)
        assert heights.tolist() == [1.0, 1.0]
        plt.hold(True)
        plt.style.use("seaborn-white")
    finally:
        names.take_back()
        plt.close("all")


def test_pillow():
    from PIL import Image

    names.give("PIL")
    try:
        assert Image.ANTIALIAS == Image.LANCZOS and Image.new("L", (4, 4)).resize((2, 2), Image.ANTIALIAS).size == (
            2,
            2,
        )
    finally:
        names.take_back()
    assert not hasattr(Image, "ANTIALIAS")


def test_numpy_calls_of_the_users_code():
    import numpy as np

    ragged = np.array([[1, 2], [3]])
    assert ragged.dtype == object and ragged.tolist() == [[1, 2], [3]]
    assert np.asarray([[1], [2, 3]]).shape == (2,) and np.array([[1, 2], [3, 4]]).dtype.kind == "i"
    assert np.reshape(np.arange(6), newshape=(2, 3)).shape == (2, 3)
    with pytest.raises(ValueError, match="inhomogeneous"):
        np.array([[1, 2], [3]], "float32")
    library = {"np": np, "__name__": "some_library", "__file__": np.__file__}
    exec(compile("def f(): return np.array([[1, 2], [3]])", np.__file__, "exec"), library)
    with pytest.raises(ValueError, match="inhomogeneous"):
        library["f"]()


def test_absent_packages_stay_absent(finder, monkeypatch):
    monkeypatch.delitem(sys.modules, "sklearn", raising=False)
    assert modules._finder.find_spec("sklearn.cross_validation") is None
    assert modules._finder.find_spec("sklearn.no_such_module") is None


def test_modules_that_moved(finder, monkeypatch):
    package, home = types.ModuleType("sklearn"), types.ModuleType("sklearn.model_selection")
    package.__path__ = []
    home.train_test_split = lambda *arrays: "split"
    monkeypatch.setitem(sys.modules, "sklearn", package)
    monkeypatch.setitem(sys.modules, "sklearn.model_selection", home)
    monkeypatch.delitem(sys.modules, "sklearn.cross_validation", raising=False)
    old = importlib.import_module("sklearn.cross_validation")
    try:
        assert old.train_test_split() == "split" and "train_test_split" in dir(old)
        with pytest.raises(AttributeError, match=r"is served by .*sklearn\.model_selection, which has no KFoldd"):
            old.KFoldd  # noqa: B018
    finally:
        del sys.modules["sklearn.cross_validation"]


def test_scipy_misc_for_the_users_code(finder):
    from scipy.misc import imresize

    assert imresize.__module__ == "tfcompat.era.scipy_misc"


def test_a_module_below_what_is_no_package_any_more():
    from scipy.sparse.linalg.eigen.arpack import eigsh

    assert eigsh.__module__.startswith("scipy.sparse.linalg")
