"""`examples/bert_tf/fine_tuning.ipynb` runs whole, with what is attached and without."""

import json
from pathlib import Path

import pytest

from tests.support import tiny_texts

NOTEBOOK = Path(__file__).resolve().parents[3] / "examples" / "bert_tf" / "fine_tuning.ipynb"
pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore:.*they were drawn")]


def run():
    names = {"__name__": f"{__package__}.notebook"}  # TensorFlow 2 code, as all below this package
    for cell in json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] == "code":
            exec("".join(cell["source"]), names)
    return names


def test_with_nothing_attached(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    names = run()
    right = float(names["right"])
    assert right > 0.9 and capsys.readouterr().out.endswith("read back: True\n")
    lines = (tmp_path / "working" / "submission.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "id,label" and len(lines) == 201


def test_with_a_checkpoint_and_data(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "input" / "some-bert" / "1"
    tiny_texts.model("BertModel", num_hidden_layers=1).save_pretrained(folder)
    tiny_texts.tokenizer().save_pretrained(folder)
    (tmp_path / "input" / "train.csv").write_text(
        "text,label\n" + "".join(f"pandas eat {n},{n % 2}\n" for n in range(30))
    )
    (tmp_path / "input" / "test.csv").write_text("id,text\n7,pandas eat\n9,koalas\n")
    names = run()
    assert names["checkpoint"].resolve() == folder and names["model"].config.num_labels == 2
    lines = (tmp_path / "working" / "submission.csv").read_text(encoding="utf-8").splitlines()
    assert [line.split(",")[0] for line in lines] == ["id", "7", "9"] and lines[1][-1] in "01"
    assert "read back: True" in capsys.readouterr().out
