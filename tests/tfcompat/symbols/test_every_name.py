"""Every public name of TensorFlow 1.15 outside contrib resolves, or raises the reasoned error."""

import pytest

import tfcompat.v1 as tf
from tfcompat.symbols import explain_missing, lookup, names
from tfcompat.symbols.symbol import GONE

BY_MODULE = {}
for each in names():
    if not each.startswith("contrib.") and each != "contrib":
        BY_MODULE.setdefault(each.rpartition(".")[0], []).append(each)


def resolve(name):
    value = tf
    for part in name.split("."):
        value = getattr(value, part)
    return value


@pytest.mark.parametrize("module", sorted(BY_MODULE), ids=lambda module: module or "tf")
def test_resolves_or_says_why_not(module):
    wrong = {}
    for name in BY_MODULE[module]:
        served = lookup(name).served
        try:
            resolve(name)
        except AttributeError as error:
            if served != GONE or "is gone" not in explain_missing(name):
                wrong[name] = str(error)
        else:
            if served == GONE:
                wrong[name] = "resolves, but is listed as gone"
    assert not wrong
