"""Recordings compared: alignment, tolerances, what does not repeat, and what cannot be read."""

import numpy as np
import pytest

from tfcompat.verify import recorder
from tfcompat.verify.causes import suspects
from tfcompat.verify.comparison import Tolerance, compare
from tfcompat.verify.page import page
from tfcompat.verify.recording import Line, NotARecording, Operation, Recording, Run, read
from tfcompat.verify.recording import _value as value


def _of(array, name="loss:0"):
    return value({**recorder.encode(np.asarray(array)), "name": name, "op": "Mean"})


def _recording(*values, line=3):
    runs = [Run(number, Line("a.py", line, "run"), (_of(each),), {}) for number, each in enumerate(values)]
    return Recording(runs=runs)


def test_equal():
    found = compare(_recording(1.0, 2.0), _recording(1.0, 2.0), Tolerance())
    assert (found.compared, found.departing, found.first) == (2, (), None)


@pytest.mark.parametrize("new, equal", [(1.00001, True), (1.01, False), (np.nan, False), (np.inf, False)])
def test_tolerance(new, equal):
    assert (compare(_recording(1.0), _recording(new), Tolerance()).first is None) is equal


def test_nan_equals_nan():
    assert compare(_recording([np.nan, 1.0]), _recording([np.nan, 1.0]), Tolerance()).first is None


def test_the_first_departure_says_where_and_how_far():
    first = compare(_recording(1.0, 2.0, 3.0), _recording(1.0, 2.5, 4.0, line=5), Tolerance()).first
    assert (first.run, first.name, first.line.number, first.old_line.number) == (1, "loss:0", 5, 3)
    assert (first.largest, first.relative) == (0.5, 0.25)


def test_a_shape_and_a_type_that_changed():
    assert "shape [2]" in compare(_recording([1.0, 2.0]), _recording([1.0]), Tolerance()).first.what
    assert "became" in compare(_recording(1.0), _recording(1), Tolerance()).first.what


def test_a_run_that_one_side_alone_has():
    found = compare(_recording(1.0, [2.0], 3.0), _recording(1.0, 3.0), Tolerance())
    assert [row.kind for row in found.departing] == ["missing"]
    assert "only the old side" in found.first.what


def test_what_does_not_repeat_is_not_held_against_the_new_side():
    found = compare(_recording(1.0, 2.0), _recording(1.0, 5.0), Tolerance(), again=_recording(1.0, 3.0))
    assert found.departing == ()
    assert sum(not row.repeatable for row in found.rows) == 1


def test_printed_numbers_are_compared_by_line():
    old, new = Recording(prints=[("loss 0.5", None)]), Recording(prints=[("loss 0.7", None)])
    assert compare(old, new, Tolerance()).first.what == "'loss 0.5' became 'loss 0.7'"


def test_large_arrays_are_sampled_and_still_differ():
    old = np.zeros(100_000, "float32")
    new = old.copy()
    new[:] = 1
    found = _of(old)
    assert found.step == 100
    assert found.array.size == 1000
    assert compare(_recording(old), _recording(new), Tolerance()).first is not None


@pytest.mark.parametrize("array", [np.zeros((0, 3)), np.array(True), np.array([1 + 2j]), np.int8([1, -1])])
def test_arrays_come_back(array):
    again = _of(array)
    assert again.shape == array.shape
    assert np.array_equal(again.array.reshape(array.shape), array)


def test_text_comes_back():
    assert _of(np.array([b"a", "b"], object)).texts == ("a", "b")


def _graph(**attributes):
    return Recording(operations={0: [Operation("a/rate", "Const", attributes, Line("a.py", 9, "x"))]})


def test_a_constant_that_changed_is_suspected():
    (cause,) = suspects(_graph(value=0.5), _graph(value=0.6))
    assert (cause.kind, cause.line.number) == ("constant", 9)
    assert cause.what == "value of a/rate (Const) was 0.5 and is 0.6"


def test_an_operation_that_is_gone_is_suspected():
    (cause,) = suspects(_graph(), Recording(operations={0: []}))
    assert (cause.kind, cause.old_line.number) == ("operation", 9)


def test_the_page_loads_nothing_and_escapes():
    old, new = _recording(1.0, 2.0), _recording(1.0, 3.0)
    old.script = "<b>.py"
    text = page(compare(old, new, Tolerance()), ())
    assert "&lt;b&gt;.py" in text
    assert "http" not in text
    assert text.count("<polyline") == 2


@pytest.mark.parametrize("data", [b"", b"text\n", b"{}\n", b"\x1f\x8bnothing"])
def test_what_is_no_recording_says_so(tmp_path, data):
    (tmp_path / "x.json").write_bytes(data)
    with pytest.raises(NotARecording, match="is not a recording"):
        read(tmp_path / "x.json")
