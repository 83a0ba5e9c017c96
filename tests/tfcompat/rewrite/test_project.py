"""Projects seen whole: names that modules hand on, where programs start, and which modules belong to them."""

import json
from pathlib import Path

import pytest

from tfcompat.rewrite.module import Settings
from tfcompat.rewrite.project import Project
from tfcompat.rewrite.upgraded_files import upgraded_files

MODE = "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()\n"


def _upgraded(folder: Path, files: dict[str, str], **settings: bool) -> dict[str, str]:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    project = Project([folder / name for name in files], Settings(**settings))
    found = {
        str(each.path.relative_to(folder)): each.new.decode()
        for each in upgraded_files(project, lambda unit: lambda one: False)
    }
    return {**files, **found}


def test_a_name_that_another_module_hands_on(tmp_path):
    files = {
        "common.py": "import tensorflow as tf\nslim = tf.contrib.slim\n",
        "net.py": "from common import tf, slim\nx = tf.mul(1, 2)\ny = slim.conv2d(x)\n",
    }
    found = _upgraded(tmp_path, files)
    assert found["net.py"].endswith("from common import tf, slim\nx = tf.multiply(1, 2)\ny = slim.conv2d(x)\n")


def test_only_the_entry_point_sets_the_mode(tmp_path):
    files = {
        "model.py": "import tensorflow as tf\nx = tf.placeholder(tf.float32)\n",
        "main.py": "import tensorflow as tf\nimport model\ns = tf.Session()\n",
    }
    found = _upgraded(tmp_path, files)
    assert found["model.py"] == "import tensorflow.compat.v1 as tf\nx = tf.placeholder(tf.float32)\n"
    assert found["main.py"] == MODE + "import model\ns = tf.Session()\n"


def test_the_mode_comes_before_the_modules_that_build_operations(tmp_path):
    files = {
        "model.py": "import tensorflow as tf\nx = tf.placeholder(tf.float32)\n",
        "main.py": "import sys\nimport model\nimport tensorflow as tf\ns = tf.Session()\n",
    }
    expected = "import sys\n" + MODE + "import model\nimport tensorflow.compat.v1 as tf\ns = tf.Session()\n"
    assert _upgraded(tmp_path, files)["main.py"] == expected


def test_an_entry_point_that_imports_no_tensorflow(tmp_path):
    files = {
        "pack/__init__.py": "",
        "pack/model.py": "import tensorflow as tf\ndef f(x): return tf.layers.dense(x, 3)\n",
        "main.py": '"""Runs."""\nfrom pack import model\nmodel.f()\n',
    }
    found = _upgraded(tmp_path, files)["main.py"]
    assert found.startswith('"""Runs."""\nimport os\nos.environ.setdefault("TF_USE_LEGACY_KERAS"')
    assert found.endswith(MODE + "from pack import model\nmodel.f()\n")


def test_a_module_of_both_kinds_of_names_goes_with_its_project(tmp_path):
    files = {
        "losses.py": "import tensorflow as tf\ndef f(x): return tf.nn.dropout(x, 0.8)\n",
        "main.py": "import tensorflow as tf\nfrom losses import f\ns = tf.Session()\n",
    }
    assert _upgraded(tmp_path, files)["losses.py"].startswith("import tensorflow.compat.v1 as tf\n")


def test_modules_of_tensorflow_2_beside_them_stay(tmp_path):
    files = {
        "new.py": "import tensorflow as tf\n@tf.function\ndef f(x): return tf.nn.relu(x)\n",
        "main.py": "import tensorflow as tf\ns = tf.Session()\n",
    }
    found = _upgraded(tmp_path, files)
    assert found["new.py"] == files["new.py"]


def test_helpers_without_tensorflow_are_mended_where_the_project_uses_them(tmp_path):
    files = {
        "data.py": "import numpy as np\nx = np.zeros(3, np.int)\n",
        "alone.py": "import numpy as np\nx = np.zeros(3, np.int)\n",
        "main.py": "import tensorflow as tf\nimport data\ns = tf.Session()\n",
    }
    found = _upgraded(tmp_path, files)
    assert found["data.py"].endswith("x = np.zeros(3, int)\n")
    assert found["alone.py"] == files["alone.py"]


def test_relative_imports(tmp_path):
    files = {
        "a/__init__.py": "",
        "a/ops.py": "import tensorflow as tf\nlayers = tf.contrib.layers\n",
        "a/net.py": "from .ops import tf\nfrom . import ops\nx = tf.pack([1])\n",
    }
    assert "tf.stack([1])" in _upgraded(tmp_path, files)["a/net.py"]


def test_one_old_name_in_a_project_of_tensorflow_2(tmp_path):
    files = {
        "layer.py": "import tensorflow as tf\n@tf.function\ndef f(x): return tf.nn.relu(x)\n",
        "step.py": "import tensorflow as tf\nfrom layer import f\ndef g(x):\n    with tf.GradientTape(): return f(x)\n",
        "plain.py": "import tensorflow as tf\nfrom step import g\nfrom old import h\ny = tf.nn.relu(g(1))\n",
        "old.py": "import tensorflow as tf\ndef h(x): return tf.log(x)\n",
    }
    found = _upgraded(tmp_path, files)
    assert [name for name in files if found[name] != files[name]] == ["old.py"]


def test_modules_read_again_are_the_same(tmp_path, monkeypatch):
    files = {f"m{n}.py": f"from m{n + 1} import tf\nx{n} = tf.mul(1, {n})\n" for n in range(7)}
    files["m7.py"] = "import tensorflow as tf\ns = tf.Session()\n"
    files["bad.py"] = "import m7, tensorflow\nx = (\n"
    whole = _upgraded(tmp_path, files)
    monkeypatch.setattr("tfcompat.rewrite.project._KEPT", 2)
    project = Project([tmp_path / name for name in files])
    again = {each.path.name: each.new.decode() for each in upgraded_files(project, lambda unit: lambda one: False)}
    assert {**files, **again} == whole
    assert len(again) == 8
    assert [each.path.name for each in project.troubles] == ["bad.py"]


def test_nothing_is_kept_of_a_group_that_is_done(tmp_path):
    for n in range(5):
        (tmp_path / f"a{n}.py").write_text("import tensorflow as tf\ns = tf.Session()\n")
    project = Project(sorted(tmp_path.iterdir()))
    assert max(len(project._units) for _ in project.tf1()) == 1


def test_a_module_that_turns_2_x_off_speaks_for_its_program(tmp_path):
    files = {
        "mode.py": "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()\n",
        "main.py": "import tensorflow.compat.v1 as tf\nimport mode\ns = tf.Session()\n",
    }
    assert _upgraded(tmp_path, files) == files


@pytest.mark.parametrize("keep", [True, False])
def test_keep_tf1(tmp_path, keep):
    found = _upgraded(tmp_path, {"a.py": "import tensorflow as tf\nx = tf.contrib.training.HParams()\n"}, keep_tf1=keep)
    guarded = (
        "try:\n    from tensorflow import contrib\nexcept ImportError:\n    from tfcompat.tf1 import contrib\n"
        if keep
        else "from tfcompat.tf1 import contrib\n"
    )
    assert found["a.py"].endswith(MODE + guarded + "x = contrib.training.HParams()\n")


def test_same_seeds_is_one_line_above_tensorflow(tmp_path):
    found = _upgraded(tmp_path, {"a.py": "import sys\nimport tensorflow as tf\ns = tf.Session()\n"}, same_seeds=True)
    line = "import tfcompat.same_seeds  # the draws of TensorFlow 1.15\n"
    assert found["a.py"] == "import sys\n" + line + MODE + "s = tf.Session()\n"


def test_a_cell_that_is_indented_stays_so(tmp_path):
    first, second, third = (
        "import tensorflow as tf",
        "\n  %time\n  x = tf.mul(1, 2)\nprint(x)",
        " for i in a:\n    i()\n",
    )
    cells = [{"cell_type": "code", "source": each} for each in (first, second, third)]
    new = _upgraded(tmp_path, {"n.ipynb": json.dumps({"cells": cells, "metadata": {}})})["n.ipynb"]
    sources = [each["source"] for each in json.loads(new)["cells"]]
    assert sources == [MODE.rstrip(), "\n  %time\n  x = tf.multiply(1, 2)\n  print(x)", third]


@pytest.mark.parametrize("data", [
    b"import tensorflow as tf\r\ns = tf.Session()\r\n",
    b"\xef\xbb\xbfimport tensorflow as tf\ns = tf.Session()\n",
    "# -*- coding: latin-1 -*-\nimport tensorflow as tf\ns = tf.Session('ä')\n".encode("latin-1"),
])  # fmt: skip
def test_line_ends_marks_and_encodings_stay(tmp_path, data):
    (tmp_path / "a.py").write_bytes(data)
    (found,) = upgraded_files(Project([tmp_path / "a.py"]), lambda unit: lambda one: False)
    newline = b"\r\n" if b"\r\n" in data else b"\n"
    new = b"import tensorflow.compat.v1 as tf" + newline + b"tf.disable_v2_behavior()"
    assert found.new == data.replace(b"import tensorflow as tf", new)


def test_mixed_line_ends_stay_as_they_are(tmp_path):
    (tmp_path / "a.py").write_bytes(b"import tensorflow as tf\r\nx = 1\n\ns = tf.mul(x, 2)\ry = 3\r\nz = 4")
    (found,) = upgraded_files(Project([tmp_path / "a.py"]), lambda unit: lambda one: False)
    new = b"import tensorflow.compat.v1 as tf\r\ntf.disable_v2_behavior()\r\n"
    assert found.new == new + b"x = 1\n\ns = tf.multiply(x, 2)\r\ny = 3\r\nz = 4"
