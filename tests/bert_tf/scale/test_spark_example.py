"""`examples/bert_tf/spark.py`: what it shows of a table, and what it asks for where something lacks."""

import json
import runpy
import sys

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.support.interpreter import ROOT

FILE = ROOT / "examples" / "bert_tf" / "spark.py"


def test_each_text_with_the_nearest(tmp_path, capsys):
    table = pa.table({"text": ["a", "b", "c", "d"], "vector": [[1.0, 0.0], [0.0, 2.0], [3.0, 0.1], [-1.0, 9.0]]})
    pq.write_table(table, tmp_path / "v.parquet")
    tell = runpy.run_path(str(FILE))["tell"]
    tell(str(tmp_path / "v.parquet"), "text", 4, 2, True)
    found = json.loads(capsys.readouterr().out)
    assert found["rows"] == 4 and found["workers"] == 2
    assert [each["nearest"] for each in found["texts"]] == ["c", "d", "a", "b"]
    assert found["texts"][0]["cosine"] == pytest.approx(3 / (9.01**0.5), abs=1e-5)
    tell(str(tmp_path / "v.parquet"), "text", 4, 2, False)
    assert capsys.readouterr().out.startswith("4 texts encoded by 2 workers\na\n  1.00  c\n")


@pytest.mark.parametrize(
    ("arguments", "text"), [([], "give --model PATH"), (["--model", "folder"], "Spark needs a Java runtime")]
)
def test_what_lacks(capsys, monkeypatch, arguments, text):
    monkeypatch.setattr("bert_tf.checkpoints.mini_lm.folder", lambda: None)
    monkeypatch.setattr("shutil.which", lambda name: None)
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setattr(sys, "argv", ["spark.py", *arguments])
    with pytest.raises(SystemExit) as caught:
        runpy.run_path(str(FILE), run_name="__main__")
    assert caught.value.code == 2 and text in capsys.readouterr().err
