"""tfcompat as it is when installed: in site-packages, beside the libraries that it guards."""

import pytest

from tests.support.interpreter import ROOT, last_line, python

SCRIPT = """
import sys
sys.path.insert(0, {folder!r})
import tfcompat
assert 'site-packages' in tfcompat.__file__
import tensorflow as tf
import keras
from tfcompat.hook import libraries
print(tf.Session().run(tf.constant(3)), libraries._is_library('keras'), libraries._is_library('tfcompat'))
"""


@pytest.mark.slow
def test_in_site_packages(tmp_path):
    folder = tmp_path / "site-packages"
    folder.mkdir()
    (folder / "tfcompat").symlink_to(ROOT / "tfcompat")
    (tmp_path / "script.py").write_text(SCRIPT.format(folder=str(folder)))
    assert last_line(python("script.py", cwd=tmp_path)) == "3 True False"
