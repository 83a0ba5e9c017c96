"""Packages named in pyproject.toml, setup.cfg and the environment."""

import pytest

from tfcompat.hook import configuration


@pytest.fixture(autouse=True)
def no_variables(monkeypatch):
    monkeypatch.delenv("TFCOMPAT_TF1", raising=False)
    monkeypatch.delenv("TFCOMPAT_TF2", raising=False)


def test_nothing_is_named_by_default(tmp_path):
    assert configuration.packages(tmp_path) == {"tf1": (), "tf2": ()}


def test_pyproject(tmp_path):
    rows = '[tool.tfcompat]\ntf1 = [\n  "tflearn",\n  "old",\n]\ntf2 = ["new"]\n'
    (tmp_path / "pyproject.toml").write_text(f'[project]\nname = "x"\n\n{rows}[tool.ruff]\nline = 1\n')
    assert configuration.packages(tmp_path) == {"tf1": ("tflearn", "old"), "tf2": ("new",)}


def test_setup_cfg_of_a_folder_above(tmp_path):
    (tmp_path / "setup.cfg").write_text("[metadata]\nname = x\n[tfcompat]\ntf1 = old, older\n  oldest\n")
    (tmp_path / "a" / "b").mkdir(parents=True)
    assert configuration.packages(tmp_path / "a" / "b")["tf1"] == ("old", "older", "oldest")


def test_the_nearest_section_counts(tmp_path):
    (tmp_path / "setup.cfg").write_text("[tfcompat]\ntf1 = far\n")
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "setup.cfg").write_text("[metadata]\nname = x\n")
    assert configuration.packages(tmp_path / "a")["tf1"] == ("far",)
    (tmp_path / "a" / "pyproject.toml").write_text('[tool.tfcompat]\ntf1 = ["near"]\n')
    assert configuration.packages(tmp_path / "a")["tf1"] == ("near",)


def test_variables_go_before_files(tmp_path, monkeypatch):
    (tmp_path / "setup.cfg").write_text("[tfcompat]\ntf1 = one, two\n")
    monkeypatch.setenv("TFCOMPAT_TF2", "two,three")
    assert configuration.packages(tmp_path) == {"tf1": ("one",), "tf2": ("two", "three")}


def test_flags_become_variables(monkeypatch, tmp_path):
    monkeypatch.setenv("TFCOMPAT_TF2", "one")
    configuration.name(tf1=["one", "two"], tf2=[])
    assert configuration.packages(tmp_path) == {"tf1": ("one", "two"), "tf2": ()}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[tfcompat]\ntf3 = x\n", "unknown key 'tf3'; it takes tf1, tf2, select, ignore, exclude"),
        ("[tfcompat]\ntf1 = a-b\n", "tf1 wants names of packages, got 'a-b'"),
    ],
)
def test_bad_configuration_names_the_file(tmp_path, text, words):
    (tmp_path / "setup.cfg").write_text(text)
    with pytest.raises(configuration.BadConfiguration, match="setup.cfg") as caught:
        configuration.packages(tmp_path)
    assert words in str(caught.value)
