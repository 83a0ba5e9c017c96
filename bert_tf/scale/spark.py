"""Apache Spark. The door to pyspark."""

from __future__ import annotations

import importlib
import os
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from bert_tf.scale import arrow, vectors
from bert_tf.scale import encoder as encoders
from bert_tf.scale.encoder import Settings

SETTINGS = {
    "spark.python.worker.reuse": "true",
    "spark.executorEnv.TF_CPP_MIN_LOG_LEVEL": "3",
    "spark.log.level": "ERROR",
    "spark.ui.showConsoleProgress": "false",
}
ERROR = "encoding on Spark needs pyspark and pyarrow; run: pip install pyspark pyarrow"


def encode(
    dataframe: Any,
    column: str | Sequence[str],
    model_path: str | Path,
    name: str = "vector",
    pooling: str | None = None,
    normalize: bool = False,
    max_length: int | None = None,
) -> Any:
    """The data frame with one more column: the vector of each row's text, array<float>, null where there is no text.

    Lazy, like every transformation, and the same whenever a partition is computed again, so a lost executor costs time
    alone. A worker process loads the model once, and computes texts of like length of its partition together. Rows go
    through as Arrow batches, by `mapInArrow`: unlike pandas', its columns of whole numbers keep their nulls and digits.

    Args:
      dataframe: a pyspark `DataFrame`.
      column: the one that holds the texts, or two that hold pairs.
      model_path: a checkpoint that every worker sees at this path, or that `SparkContext.addFile(path, True)` sent.
      name: of the new column.
      pooling, normalize, max_length: as for `bert_tf.encode`; by default what the checkpoint says.

    Raises:
      ModuleNotFoundError: pyspark or pyarrow is not installed.
      ValueError: there is no such column of strings, or there is one of the new one's name.
    """
    types = _load("pyspark.sql.types")
    arrow.pyarrow()
    columns = (column,) if isinstance(column, str) else tuple(column)
    _check(dataframe.schema, columns, name, types)
    settings = Settings(str(model_path), pooling, normalize, max_length)
    schema = types.StructType([*dataframe.schema.fields, _field(types, name)])
    return dataframe.mapInArrow(mapper(settings, columns, name), schema)


def mapper(settings: Settings, columns: Sequence[str], name: str) -> Callable[[Iterable[Any]], Iterator[Any]]:
    """What a worker does with the record batches of a partition."""

    def work(batches: Iterable[Any]) -> Iterator[Any]:
        settings_here = settings._replace(path=_here(settings.path))
        return vectors.appended(batches, columns, name, encoders.load(settings_here))

    return work


def do(master: str, job: Any, pieces: Sequence[Any], progress: Callable[[str, int, int], None]) -> None:
    """Does a job's pieces on Spark's workers, one a task; `progress` is told how many rows' parts are there.

    Raises:
      ChildProcessError: Spark gave a task up; with what Spark says.
    """
    pieces = list(pieces)
    if not pieces:
        return
    session = start(master)

    def work(batches: Iterable[Any]) -> Iterator[Any]:
        for batch in batches:
            mine = (pieces[number] for number in batch.column(0).to_pylist())
            for _ in job.do(mine):
                pass
            yield batch

    found: list[BaseException] = []

    def run() -> None:
        try:
            session.range(0, len(pieces), 1, len(pieces)).mapInArrow(work, "id long").collect()
        except Exception as error:
            found.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    while thread.is_alive():
        thread.join(0.5)
        missing = job.parts.missing(pieces)
        progress("texts", sum(each.rows for each in pieces) - sum(each.rows for each in missing), 0)
    if found:
        raise ChildProcessError(f"Spark gave up: {str(found[0]).strip()[-2000:]}") from found[0]


def start(master: str) -> Any:
    """The session that is there, or a new one on a master, whose Python workers keep their model from task to task.

    Raises:
      ModuleNotFoundError: pyspark is not installed.
    """
    sql = _load("pyspark.sql")
    if master.startswith("local"):
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = sql.SparkSession.builder.master(master).appName("bert_tf.scale.encode")
    for name, value in SETTINGS.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()


def _here(path: str) -> str:
    """The path itself, or where Spark put what `addFile` sent of its name."""
    if os.path.exists(path):
        return path
    sent = _load("pyspark").SparkFiles.get(Path(path).name)
    return sent if os.path.exists(sent) else path


def _check(schema: Any, columns: Sequence[str], name: str, types: Any) -> None:
    text = (types.StringType, types.VarcharType, types.CharType)
    fields = [(each.name, each.dataType) for each in schema.fields]
    others = {each: kind.simpleString() for each, kind in fields if not isinstance(kind, text)}
    vectors.check([each for each, _ in fields], others, columns, name)


def _field(types: Any, name: str) -> Any:
    return types.StructField(name, types.ArrayType(types.FloatType(), containsNull=False), nullable=True)


def _load(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("pyspark", "py4j"):
            raise
        raise ModuleNotFoundError(ERROR, name="pyspark") from None
