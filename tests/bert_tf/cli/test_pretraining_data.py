"""`bert-tf pretraining-data`: google-research/bert's records, to the byte; refusals."""

import json

import pytest

from bert_tf.cli.main import main
from tests.bert_tf.train.test_pretraining import FOLDER, examples
from tests.golden.pretraining_cases import CASES, TEXTS


def run(capsys, *arguments):
    with pytest.raises(SystemExit) as caught:
        main(["pretraining-data", *map(str, arguments)])
    out = capsys.readouterr()
    return caught.value.code, out.out, out.err


SOURCES = [FOLDER / name for name in TEXTS]


@pytest.mark.parametrize("case", CASES)
def test_as_googles_program(tmp_path, capsys, case):
    settings = {f"--{name.replace('_', '-')}": value for name, value in CASES[case].items()}
    whole = ["--whole-words"] if settings.pop("--do-whole-word-mask", False) else []
    options = [each for pair in settings.items() for each in pair]
    targets = [tmp_path / "new" / f"{case}_{number}.tfrecord" for number in range(2)]
    arguments = [*SOURCES, "--model", FOLDER / "vocab.txt", "--out", *targets, *options, *whole, "--json"]
    code, text, err = run(capsys, *arguments)
    assert code == 0, err
    found = [examples(target) for target in targets]
    assert found == [examples(FOLDER / target.name) for target in targets]
    assert json.loads(text) == {"out": [str(each) for each in targets], "examples": sum(map(len, found))}
    code, _, err = run(capsys, *arguments)
    assert code == 2 and f"{targets[0]} exists; give another path, or --overwrite" in err


def test_refused(tmp_path, capsys):
    out = ["--model", FOLDER / "vocab.txt", "--out", tmp_path / "a.tfrecord"]
    (tmp_path / "empty.txt").write_text("\n")
    code, _, err = run(capsys, tmp_path / "none.txt", *out)
    assert code == 2 and "none.txt" in err
    code, _, err = run(capsys, tmp_path / "empty.txt", *out)
    assert code == 2 and "the files have no text in them" in err
    code, _, err = run(capsys, *SOURCES, *out, "--max-seq-length", 4)
    assert code == 2 and "max_seq_length is at least 5; got 4" in err
