"""Names and modules that packages have dropped are there for old code, and gone again without the view."""

import collections
import importlib
import inspect
import io
import sys
import time
import types

import numpy as np
import pytest

from tfcompat.era import modules, names, python2_exceptions, python2_sets


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


def test_configparser_and_csv():
    import configparser
    import csv

    names.take_back()
    before = csv.reader
    for module in ("configparser", "csv"):
        names.give(module)
    try:
        parser = configparser.SafeConfigParser()
        parser.readfp(io.StringIO("[train]\nlr = 0.1\n"))
        assert parser.getfloat("train", "lr") == 0.1
        lines = [b"a,b\n", "\u00e9,3\n".encode()]
        assert list(csv.reader(lines)) == [["a", "b"], ["\u00e9", "3"]] == list(csv.reader(["a,b", "\u00e9,3"]))
        assert list(csv.DictReader(lines, restval=0)) == [{"a": "\u00e9", "b": "3"}]
    finally:
        names.take_back()
    assert csv.reader is before


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
        counted = pandas.value_counts([3, 5, 5, 8, 5, 3], True, normalize=True)
        assert counted.index.tolist() == [5, 3, 8] and counted.tolist() == [1 / 2, 1 / 3, 1 / 6]
        assert pandas.value_counts(frame.b).tolist() == [1, 1] and pandas.np.pi > 3
    finally:
        names.take_back()
    assert not hasattr(pandas.DataFrame, "as_matrix") and not hasattr(pandas, "np")


def test_pandas_dummies(monkeypatch):
    import pandas

    names.take_back()
    before, frame = pandas.get_dummies, pandas.DataFrame({"r": [1, 2, 1], "v": [0.5, 0.25, 1.0]})
    names.give("pandas")
    try:
        today = str(before(frame.r).dtypes.iloc[0])
        monkeypatch.setattr("tfcompat.backend.callers.sees_tf1", lambda namespace, frame: False)
        assert str(pandas.get_dummies(frame.r).dtypes.iloc[0]) == today  # a library that does not ask
        monkeypatch.setattr("tfcompat.backend.callers.sees_tf1", lambda namespace, frame: True)
        made = pandas.get_dummies(frame.r, prefix="r")
        assert set(made.dtypes) == {np.dtype("uint8")} and made.values.tolist() == [[1, 0], [0, 1], [1, 0]]
        assert pandas.concat([frame, made], axis=1).values.dtype == float
        assert set(pandas.get_dummies(frame.r, dtype=float).dtypes) == {np.dtype(float)}
    finally:
        names.take_back()
    assert pandas.get_dummies is before


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
        plt.rcParams.update({"text.latex.preamble": ["a", "b"], "text.latex.unicode": True, "font.size": 8})
        assert matplotlib.rcParams["text.latex.preamble"] == "a\nb"
    finally:
        names.take_back()
        plt.close("all")
        plt.rcdefaults()
    with pytest.raises(ValueError, match="preamble"):
        plt.rcParams["pgf.preamble"] = ["a"]


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
    assert np.linspace(0, 2, num=9 / 2).tolist() == [0, 2 / 3, 4 / 3, 2] and np.logspace(0, 1, 3.0).size == 3
    assert np.array((3, 4), dtype="float32", copy=False).tolist() == [3.0, 4.0]
    with pytest.raises(ValueError, match="inhomogeneous"):
        np.array([[1, 2], [3]], "float32")
    library = {"np": np, "__name__": "some_library", "__file__": np.__file__}
    exec(compile("def f(): return np.array([[1, 2], [3]])", np.__file__, "exec"), library)
    with pytest.raises(ValueError, match="inhomogeneous"):
        library["f"]()
    exec(compile("def g(): return np.linspace(0, 1, 3.0)", np.__file__, "exec"), library)
    with pytest.raises(TypeError, match="float"):
        library["g"]()


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


def test_exceptions_and_sets_of_python_2():
    assert python2_exceptions.StandardError is Exception and python2_exceptions.KeyError is KeyError
    with pytest.raises(AttributeError, match="no builtin exception len"):
        python2_exceptions.len  # noqa: B018
    some, more = python2_sets.Set([2, 1, 1]), python2_sets.ImmutableSet([2, 3])
    found = [some, some | more, more | some, some - more, some ^ more, some.intersection([2]), some.copy()]
    assert list(map(repr, found)) == ["Set([1, 2])", "Set([1, 2, 3])", "ImmutableSet([1, 2, 3])", "Set([1])",
                                      "Set([1, 3])", "Set([2])", "Set([1, 2])"]  # fmt: skip
    assert {more: 7}[python2_sets.ImmutableSet([3, 2])] == 7 and isinstance(some, python2_sets.BaseSet)
    some.add(python2_sets.Set([9]))
    some.union_update([4])
    assert python2_sets.Set([9]) in some and len(some) == 4
    with pytest.raises(TypeError, match="unsupported operand"):
        some | [3]
    with pytest.raises(TypeError, match="unhashable"):
        hash(some)
