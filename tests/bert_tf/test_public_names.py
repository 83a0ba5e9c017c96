"""The names of `bert_tf` itself: loaded when first used, and never hidden by a package of the same name."""

import pkgutil
import subprocess
import sys

import pytest

import bert_tf


def test_importing_it_imports_no_framework():
    code = "import bert_tf, sys; dir(bert_tf); print({'tensorflow', 'keras', 'torch'} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert run.stdout.strip() == "set()"


def test_no_module_takes_the_place_of_a_name():
    """Importing a submodule sets the attribute of its name."""
    assert not {each.name for each in pkgutil.iter_modules(bert_tf.__path__)} & set(bert_tf.__all__)


def test_an_unknown_name():
    with pytest.raises(AttributeError, match="module 'bert_tf' has no attribute 'BertModle'"):
        _ = bert_tf.BertModle
