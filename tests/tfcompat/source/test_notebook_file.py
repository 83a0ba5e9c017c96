"""Notebooks whose sources change and whose other bytes do not."""

import json

import pytest

from tfcompat.source.notebook_file import NotANotebook, read

CELLS = [
    {"cell_type": "markdown", "metadata": {}, "source": ["tf.mul"]},
    {
        "cell_type": "code",
        "execution_count": 1,
        "id": "a1",
        "metadata": {"x": "ä"},
        "outputs": [],
        "source": ["a = 1\n", "b"],
    },
    {"cell_type": "code", "metadata": {}, "outputs": [{"text": ["1.50\n"]}], "source": "c = 'ä'\n"},
]


def _notebook(indent, ascii, kernel="python3"):
    document = {
        "cells": CELLS,
        "metadata": {"kernelspec": {"display_name": "P", "name": kernel}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return (json.dumps(document, indent=indent, ensure_ascii=ascii) + "\n").encode()


@pytest.mark.parametrize("indent", [None, 1, 2, 4])
@pytest.mark.parametrize("ascii", [True, False])
def test_only_the_sources_change(indent, ascii):
    data = _notebook(indent, ascii)
    found = read(data)
    assert [(cell.number, cell.source) for cell in found.cells] == [(2, "a = 1\nb"), (3, "c = 'ä'\n")]
    assert found.with_sources({}) == data
    again = found.with_sources({2: "a = 2\nb\nc", 3: "d = 'ö'\n"})
    document = json.loads(data)
    document["cells"][1]["source"] = ["a = 2\n", "b\n", "c"]
    document["cells"][2]["source"] = "d = 'ö'\n"
    assert json.loads(again) == document
    expected = (json.dumps(document, indent=indent, ensure_ascii=ascii) + "\n").encode()
    assert again == expected


def test_a_python_2_kernel_is_mended():
    found = read(_notebook(1, False, "python2"))
    kernel = json.loads(found.with_sources({}))["metadata"]["kernelspec"]
    assert kernel == {"display_name": "Python 3", "language": "python", "name": "python3"}


def test_format_3():
    cell = {"cell_type": "code", "input": ["x = 1"], "language": "python", "outputs": []}
    data = json.dumps({"worksheets": [{"cells": [cell, cell]}], "nbformat": 3}).encode()
    found = read(data)
    assert [each.source for each in found.cells] == ["x = 1", "x = 1"]
    assert json.loads(found.with_sources({2: "y"}))["worksheets"][0]["cells"][1]["input"] == ["y"]


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b"{", b'{"cells": 3}', b'{"cells": [{"source": 1}]}', b"\xff"])
def test_what_is_no_notebook_says_so(data):
    with pytest.raises(NotANotebook, match="not a notebook"):
        read(data)
