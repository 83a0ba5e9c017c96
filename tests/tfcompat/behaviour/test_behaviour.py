"""Every behaviour script prints here what it printed under the real TensorFlow 1.15."""

from pathlib import Path

import pytest

from tests.support import behaviour, interpreter

HERE = Path(__file__).parent
RECORDED = HERE.parents[1] / "golden" / "behaviour"
SCRIPTS = sorted((HERE / "scripts").glob("*.py"))
ALONE = sorted((HERE / "scripts" / "alone").glob("*.py"))
RUN = "import sys; from tfcompat.cli.main import main; main(['run', *sys.argv[1:]])"


def _recorded(script):
    return (RECORDED / f"{script.stem}.txt").read_text()


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.stem)
def test_prints_what_1_15_printed(script):
    assert behaviour.difference(_recorded(script), behaviour.play(str(script))) is None


@pytest.mark.slow
@pytest.mark.parametrize("script", ALONE, ids=lambda script: script.stem)
def test_prints_what_1_15_printed_in_a_process_of_its_own(script, tmp_path):
    process = interpreter.python("-c", RUN, script, "--steps=3", "rest", cwd=tmp_path)
    printed = f"{process.stdout}exit code {process.returncode}\n"
    assert behaviour.difference(_recorded(script), printed) is None, process.stderr[-2000:]


def test_every_recording_has_its_script():
    assert {path.stem for path in RECORDED.glob("*.txt")} == {path.stem for path in SCRIPTS + ALONE}


def test_a_number_may_differ_by_rounding_only():
    assert behaviour.difference("a 1.000001 b", "a 1.000002 b") is None
    assert behaviour.difference("a 1.0001 b", "a 1.0002 b") is not None
    assert behaviour.difference("a 1 b", "a 2 b") is not None
    assert behaviour.difference("v1.0", "v1.1") is not None
    assert behaviour.difference("one\ntwo", "one") is not None
