"""Each error that people report about TensorFlow 1 code comes up on plain TensorFlow 2, is explained by its text in
both languages, and is cured here, or explained where it is TensorFlow 1's own.

The numbers of the rows are those of the list of reported errors, by how often they are met.
"""

import json
import re

import pytest

from tests.support.interpreter import ROOT, python
from tests.tfcompat.reported import around, eager, keras, names, notebooks
from tfcompat.explain import chinese, search

pytestmark = pytest.mark.slow
ROWS = {**names.ROWS, **eager.ROWS, **keras.ROWS, **notebooks.ROWS, **around.ROWS}


def printed(on):
    """What each row's source prints on plain TensorFlow 2, or with tfcompat."""
    pieces = json.dumps({name: row.source for name, row in ROWS.items()})
    process = python("-m", "tests.support.forks", on, cwd=ROOT, stdin=pieces)
    assert process.returncode == 0, process.stderr[-2000:]
    return json.loads(process.stdout)


@pytest.fixture(scope="module")
def plain():
    return printed("plain")


@pytest.fixture(scope="module")
def here():
    return printed("tfcompat")


@pytest.mark.parametrize("name", ROWS)
def test_plain_tensorflow_2_fails_and_the_text_is_explained(plain, name):
    text, row = plain[name], ROWS[name]
    assert re.search(row.plain, text), text[-1000:]
    found = search.find(text)
    assert found is not None and found.key == row.key
    assert chinese.translated(found).todo != found.todo


@pytest.mark.parametrize("name", ROWS)
def test_cured_or_explained_here(here, name):
    assert re.search(ROWS[name].here, here[name], re.MULTILINE), here[name][-1000:]


def test_every_number_has_its_row():
    assert {int(name.split()[0]) for name in ROWS} == set(range(1, 37))
