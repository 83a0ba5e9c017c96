"""Spark: what the workers' function does is tested in `test_vectors`; here it runs on them."""

import shutil
import sys

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from bert_tf.scale import spark
from bert_tf.scale.encoder import Settings
from tests.bert_tf.scale.tables import Counting, same
from tests.bert_tf.scale.tables import vectors as of
from tests.support.interpreter import last_line, python

TEXTS = ["one", None, "three", "", "fifth"]


def test_what_a_worker_does(monkeypatch):
    """Without Spark: record batches of its types."""
    loaded = []
    monkeypatch.setattr(spark.encoders, "load", lambda settings: loaded.append(settings) or Counting())
    monkeypatch.setattr(spark.os.path, "exists", lambda path: True)
    settings = Settings("folder", "cls", True, 9)
    work = spark.mapper(settings, ("text",), "v")
    batches = pa.table({"id": pa.array(range(5)), "text": TEXTS}).to_batches(max_chunksize=2)
    found = pa.Table.from_batches(work(iter(batches)))
    same(of(found, "v"), [None if each is None else Counting.vectors([each])[0] for each in TEXTS])
    assert found.column("id").to_pylist() == [0, 1, 2, 3, 4] and loaded == [settings]


RUN = """
import json, sys
import bert_tf, numpy as np, pyarrow.parquet as pq
from pyspark.sql import SparkSession
from bert_tf import scale
from bert_tf.scale import files
from bert_tf.scale.encoder import Settings

folder = sys.argv[1]
session = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
frame = session.read.parquet(folder + "/in.parquet").repartition(3)
encoded = scale.encode(frame, "text", folder + "/model", max_length=9)
assert encoded.schema["vector"].dataType.simpleString() == "array<float>", encoded.schema
encoded.write.parquet(folder + "/frame.parquet")
refused = []
for column, name in (("id", "vector"), ("body", "vector"), ("text", "id")):
    try:
        scale.encode(frame, column, folder + "/model", name)
    except ValueError as error:
        refused.append(str(error))
settings = Settings(folder + "/model", max_length=9)
told = []
found = files.encode_file(folder + "/in.parquet", folder + "/out.parquet", ["text"], settings, rows=13,
                          spark_master="local[2]", progress=lambda *each: told.append(each))
print(json.dumps({"rows": found.rows, "bad": [str(each) for each in found.bad], "told": told[-1], "refused": refused}))
"""


@pytest.mark.slow
@pytest.mark.skipif(
    shutil.which("java") is None, reason="Spark needs a Java runtime: apt-get install default-jre-headless"
)
def test_frames_and_files(tmp_path):
    """The rows and vectors of one process, through a data frame and through `encode_file`."""
    import json

    import bert_tf
    from tests.support import tiny_texts

    texts = tiny_texts.texts(40)
    texts[17] = None
    table = pa.table({"id": pa.array([2**60 + 1, None, *range(38)]), "text": texts, "place": pa.array(range(40))})
    pq.write_table(table, tmp_path / "in.parquet", row_group_size=11)
    model = bert_tf.SentenceEmbedder(tiny_texts.model("BertModel", num_hidden_layers=1).config)
    model.save_pretrained(tmp_path / "model")
    tokenizer = tiny_texts.tokenizer()
    tokenizer.save_pretrained(tmp_path / "model")
    full = [each for each in texts if each is not None]
    expected = list(bert_tf.encode(model, tokenizer, full, max_length=9))
    expected.insert(17, None)
    said = json.loads(last_line(python("-c", RUN, tmp_path, PYSPARK_PYTHON=sys.executable)))
    frame = pq.read_table(tmp_path / "frame.parquet").sort_by("place")
    files = pq.read_table(tmp_path / "out.parquet")
    for found in (frame, files):
        assert found.select(table.column_names).equals(table)
        same(of(found), expected, atol=1e-5)
    assert len(list((tmp_path / "out.parquet").iterdir())) == 4 and not (tmp_path / ".out.parquet.parts").exists()
    assert said["rows"] == 40 and said["bad"] == ["row 17: 'text' is null"] and said["told"] == ["texts", 40, 40]
    assert said["refused"] == [
        "the column 'id' holds bigint; strings were expected.",
        "one column 'body' is expected; there are id, text, place.",
        "there is a column 'id' already; give the new one another name.",
    ]
