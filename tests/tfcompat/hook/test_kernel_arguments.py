"""The kernel's own arguments are hidden from the notebook's code; others stay."""

import sys

import pytest

from tfcompat.hook import kernel_arguments

PROGRAM = "ipykernel_launcher.py"


@pytest.mark.parametrize(
    "arguments",
    [["-f", "/tmp/kernel-1.json"], ["--f=/tmp/k.json"], ["-f", "a.json", "--HistoryManager.hist_file=:memory:"]],
)
def test_hidden_and_given_back(monkeypatch, arguments):
    monkeypatch.setattr(sys, "argv", [PROGRAM, *arguments])
    kernel_arguments.hide()
    kernel_arguments.hide()
    assert sys.argv == [PROGRAM]
    kernel_arguments.give_back()
    assert sys.argv == [PROGRAM, *arguments]


@pytest.mark.parametrize("arguments", [[], ["-f", "data.csv"], ["--steps", "3", "x.json"]])
def test_the_scripts_own_stay(monkeypatch, arguments):
    monkeypatch.setattr(sys, "argv", [PROGRAM, *arguments])
    kernel_arguments.hide()
    assert sys.argv == [PROGRAM, *arguments]


def test_what_the_notebook_puts_there_stays(monkeypatch):
    monkeypatch.setattr(sys, "argv", [PROGRAM, "-f", "k.json"])
    kernel_arguments.hide()
    sys.argv[1:] = ["--steps", "3"]
    kernel_arguments.give_back()
    assert sys.argv == [PROGRAM, "--steps", "3"]
