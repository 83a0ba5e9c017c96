"""`bert-tf encode`: vectors of a file's texts, what is said, and exit codes."""

import json

import numpy as np
import pyarrow.parquet as pq
import pytest

import bert_tf
from bert_tf.cli.main import main
from tests.support import tiny_texts


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    folder = tmp_path_factory.mktemp("model")
    bert_tf.SentenceEmbedder(tiny_texts.model("BertModel", num_hidden_layers=1).config).save_pretrained(folder)
    tiny_texts.tokenizer().save_pretrained(folder)
    return folder


def run(capsys, *arguments):
    with pytest.raises(SystemExit) as caught:
        main([str(each) for each in arguments])
    out = capsys.readouterr()
    return caught.value.code, out.out, out.err


def test_a_csv(model, tmp_path, capsys):
    (tmp_path / "in.csv").write_text("id,body\n1,pandas eat bamboo\n2,koalas sleep\n")
    out = tmp_path / "out.parquet"
    asked = ("encode", tmp_path / "in.csv", out, "--column", "body", "--model", model)
    code, text, err = run(capsys, *asked)
    assert code == 0 and text.startswith(f"{out}: 2 rows, ") and err == ""
    found = pq.read_table(out)
    assert found.column("id").to_pylist() == ["1", "2"]
    made = bert_tf.SentenceEmbedder.from_pretrained(model)
    texts = ["pandas eat bamboo", "koalas sleep"]
    expected = bert_tf.encode(made, bert_tf.BertTokenizer.from_pretrained(model), texts)
    np.testing.assert_allclose(np.array(found.column("vector").to_pylist()), expected, atol=1e-5)
    code, _, err = run(capsys, *asked)
    assert code == 2 and "exists; give another path, or --overwrite" in err
    assert run(capsys, *asked, "--overwrite", "--name", "v", "--pooling", "cls", "--normalize")[0] == 0
    assert np.linalg.norm(pq.read_table(out).column("v").to_pylist()[0]) == pytest.approx(1, abs=1e-5)


def test_a_corrupt_row_is_named_and_the_rest_done(model, tmp_path, capsys):
    lines = [json.dumps({"text": f"pandas eat {each}"}) for each in range(30)]
    lines[11] = lines[11][:-3]
    (tmp_path / "in.jsonl").write_text("\n".join(lines))
    asked = ("encode", tmp_path / "in.jsonl", tmp_path / "out.parquet", "--model", model)
    code, text, err = run(capsys, *asked)
    assert code == 1 and "30 rows" in text
    assert err.splitlines()[0] == "1 of them without a vector; rows of in.jsonl are counted from 0:"
    assert err.splitlines()[1].startswith("  row 11 (line 12): it is not JSON: ")
    vectors = pq.read_table(tmp_path / "out.parquet").column("vector").to_pylist()
    assert [each is None for each in vectors] == [each == 11 for each in range(30)]
    code, text, err = run(capsys, *asked, "--overwrite", "--json")
    found = json.loads(text)
    assert code == 1 and err == "" and found["rows"] == 30 and found["without"] == 1 and found["bad"][0]["first"] == 11


REFUSED = {
    "column": (["in.csv", "out.parquet"], "no column 'text'; there are body"),
    "file": (["none.csv", "out.parquet"], "no file"),
    "ending": (["in.csv", "out.csv", "--column", "body"], "ends in .parquet"),
    "pooling": (["in.csv", "out.parquet", "--column", "body", "--pooling", "middle"], "pooling is one of"),
}


@pytest.mark.parametrize(("arguments", "text"), REFUSED.values(), ids=REFUSED)
def test_refused(model, tmp_path, capsys, monkeypatch, arguments, text):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in.csv").write_text("body\na\n")
    code, out, err = run(capsys, "encode", *arguments, "--model", model)
    assert code == 2 and out == "" and text in err and [each.name for each in tmp_path.iterdir()] == ["in.csv"]


def test_without_pyarrow(model, tmp_path, capsys, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    (tmp_path / "in.csv").write_text("text\na\n")
    code, _, err = run(capsys, "encode", tmp_path / "in.csv", tmp_path / "out.parquet", "--model", model)
    assert code == 2 and "tables of texts need pyarrow; run: pip install pyarrow" in err
