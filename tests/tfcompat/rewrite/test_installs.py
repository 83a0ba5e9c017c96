"""What would bring TensorFlow 1 back is left out of a notebook's lines; the rest of the line stays."""

import pytest

from tfcompat.rewrite.installs import without_old_tensorflow

CASES = [
    ("%tensorflow_version 1.x", ""),
    ("%tensorflow_version 2.x", ""),
    ("!pip install tensorflow==1.15", ""),
    ("!pip3 install -q tensorflow-gpu==1.14.0 2>/dev/null", ""),
    ("! pip install --upgrade tensorflow", ""),
    ("%pip install 'tensorflow<2' matplotlib", "%pip install matplotlib"),
    ("!python3 -m pip install keras==2.1.6 h5py==2.10", "!python3 -m pip install h5py==2.10"),
    ("!sudo pip install numpy==1.16 gym", "!sudo pip install gym"),
    ("!conda install -y -c conda-forge tensorflow=1.15 scipy", "!conda install -y -c conda-forge scipy"),
    ("!pip uninstall -y tensorflow", ""),
    (
        "!pip install https://example.com/tensorflow/linux/cpu/tensorflow-0.8.0-cp27-none-linux_x86_64.whl",
        "",
    ),
    ("!pip install tensorflow==1.15 && pip list", ""),
    ("!pip install tensorflow==1.15 -r requirements.txt", "!pip install -r requirements.txt"),
    ("!pip install \\\n  tensorflow==1.15 \\\n  gym", "!pip install gym"),
]
OTHERS = [
    "!pip install matplotlib",
    "!pip install numpy",
    "!pip install numpy==2.0.2",
    "!pip install tensorflow-hub tensorflow_datasets tensorflow-probability",
    "!pip install keras-hub",
    "!pip list | grep tensorflow",
    "!ls tensorflow",
    "%matplotlib inline",
]


@pytest.mark.parametrize(("line", "left"), CASES)
def test_left_out(line, left):
    found = without_old_tensorflow(line)
    assert found is not None and found.command == left and found.remark


@pytest.mark.parametrize("line", OTHERS)
def test_left_alone(line):
    assert without_old_tensorflow(line) is None
