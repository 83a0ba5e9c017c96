"""The page of `tf.contrib`'s names is current, and its claims are true: what it calls served resolves."""

import pytest

import tfcompat.v1 as tf
from tfcompat.symbols import contrib_page, explain_missing, lookup, names

BY_MODULE = {}
for each in names():
    if each.startswith("contrib."):
        BY_MODULE.setdefault(each.rpartition(".")[0], []).append(each)


def resolve(name):
    value = tf
    for part in name.split("."):
        value = getattr(value, part)
    return value


def test_the_page_is_current():
    assert contrib_page.FILE.read_text(encoding="utf-8") == contrib_page.text(), (
        "run python -m tfcompat.symbols.contrib_page"
    )


def test_most_names_are_served():
    served = [name for found in BY_MODULE.values() for name in found if contrib_page.is_served(lookup(name))]
    assert len(served) >= 1700


@pytest.mark.parametrize("module", sorted(BY_MODULE))
def test_resolves_or_says_why_not(module):
    wrong = {}
    for name in BY_MODULE[module]:
        served = contrib_page.is_served(lookup(name))
        try:
            resolve(name)
        except AttributeError as error:
            if served or "is gone" not in explain_missing(name):
                wrong[name] = str(error)
        else:
            if not served:
                wrong[name] = "resolves, but is listed as gone"
    assert not wrong
