"""What `make wheelhouse` gathers is all that an image like Kaggle's lacks, without an index or other requirements."""

import importlib.metadata
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from tests.support import wheels

OURS = ("tfcompat", "bert_tf")
PLACE = Path(sysconfig.get_path("purelib"))


@pytest.fixture(scope="module")
def wheelhouse(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheelhouse")
    wheels.of_this_checkout(folder, tmp_path_factory.mktemp("sources"))
    for name in wheels.lacking():
        wheels.of_installed(name, folder)
    return folder


@pytest.fixture(scope="module")
def image(tmp_path_factory):
    """A fresh environment that has what the tests' has, but nothing of what the wheelhouse brings."""
    root = tmp_path_factory.mktemp("image")
    venv.create(root / "env", with_pip=False)
    python = root / "env" / "bin" / "python"
    brought = {name.replace("-", "_") for name in wheels.lacking()} | set(OURS)
    for name in wheels.lacking():
        brought |= {Path(file).parts[0] for file in importlib.metadata.files(name) if file.parts[0] != ".."}
    (root / "dist-packages").mkdir()
    for each in PLACE.iterdir():
        if not {each.name, each.stem} & brought and "tfcompat" not in each.name and each.suffix != ".pth":
            (root / "dist-packages" / each.name).symlink_to(each)
    place = subprocess.check_output(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], text=True
    ).strip()
    Path(place, "image.pth").write_text(f"{root / 'dist-packages'}\n")
    return python


def test_the_wheel_holds_the_tables_and_no_tests(wheelhouse):
    (wheel,) = wheelhouse.glob("tfcompat-*-py3-none-any.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert "tfcompat/symbols/tf_1_15.json" in names and "tfcompat/tf1/contrib/NAMES.md" in names
    assert {name.partition("/")[0] for name in names} - {*OURS} == {names[-1].partition("/")[0]}


@pytest.mark.slow
def test_an_image_without_internet_runs_the_demo(wheelhouse, image, tmp_path):
    brought = ["tfcompat", *wheels.lacking()]
    has = "import importlib.util as u; print(*(n for n in {} if u.find_spec(n)))"
    modules = ["tfcompat", "bert_tf", "tensorflow_estimator", "fissix", "tf_slim"]
    environment = {**{k: v for k, v in os.environ.items() if k != "PYTHONPATH"}, "PIP_CONFIG_FILE": os.devnull}

    def run(*command):
        done = subprocess.run(
            [*map(str, command)], cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=600
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    assert run(image, "-c", has.format(modules)).split() == []
    options = ["--no-index", "--find-links", wheelhouse, "--no-deps"]
    run(sys.executable, "-m", "pip", "--python", image, "install", "--quiet", *options, *brought)
    assert run(image, "-c", has.format(modules)).split() == modules
    assert run(image, wheels.CHECKOUT / "examples" / "demo.py").count("= what TensorFlow 1.15.5 printed") == 3
