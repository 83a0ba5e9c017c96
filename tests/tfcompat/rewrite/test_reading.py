"""Texts are read once where a project holds them several times."""

import pytest

from tfcompat.rewrite.reading import Reader, Unreadable

TEXT = "x = 1\n"


def test_a_text_that_was_read_lately_is_not_read_again() -> None:
    reader = Reader()
    assert reader(TEXT, "a.py") is reader(TEXT, "b.py")
    assert reader(TEXT, "a.py", True) is not reader(TEXT, "a.py")  # of a package, where imports mean something else


def test_what_was_not_used_for_long_is_forgotten() -> None:
    reader = Reader(2 * len(TEXT))
    first, second = reader(TEXT, "a.py"), reader("y = 1\n", "b.py")
    assert reader(TEXT, "a.py") is first
    reader("z = 1\n", "c.py")
    assert reader(TEXT, "a.py") is first
    assert reader("y = 1\n", "b.py") is not second


def test_a_text_longer_than_what_is_kept_is_read() -> None:
    reader = Reader(3)
    assert reader(TEXT, "a.py").text == TEXT
    assert not reader._kept


def test_what_cannot_be_read_is_said_each_time() -> None:
    reader = Reader()
    for _ in range(2):
        with pytest.raises(Unreadable):
            reader("x = (", "a.py")
