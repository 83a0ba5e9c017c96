"""A file of texts in, a parquet file with their vectors out, on this machine or on Spark's; resumed after a kill."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from bert_tf.scale import encoder, parts, sources, spark, vectors
from bert_tf.scale.encoder import Settings
from bert_tf.scale.parts import Parts
from bert_tf.scale.sources.source import Bad, Piece, Source

Progress = Callable[[str, int, int], None]


class Encoded(NamedTuple):
    """`rows` of the file; `resumed` of them were there from a run before; `bad`: those without a vector, and why."""

    rows: int
    resumed: int
    bad: tuple[Bad, ...]


class Job(NamedTuple):
    """What is done with a piece. It is pickled to where that happens."""

    source: Source
    parts: Parts
    columns: tuple[str, ...]
    name: str
    settings: Settings

    def do(self, pieces: Iterable[Piece], progress: Progress | None = None) -> Iterator[Piece]:
        """Encodes pieces and writes their parts; gives each when its part is there."""
        taken: list[tuple[Piece, tuple[Bad, ...]]] = []

        def batches() -> Iterator[Any]:
            for piece in pieces:
                batch, bad = self.source.read(piece)
                taken.append((piece, bad))
                yield batch

        model = encoder.load(self.settings)
        for batch in vectors.appended(batches(), self.columns, self.name, model, progress):
            piece, bad = taken.pop(0)
            self.parts.write(piece, batch, [*bad, *self._without(batch, piece, bad)])
            yield piece

    def _without(self, batch: Any, piece: Piece, known: Sequence[Bad]) -> Iterator[Bad]:
        """The rows without a vector that are not known to be bad."""
        said = {row for each in known for row in range(each.first, each.last + 1)}
        for place in batch.column(self.name).is_null().to_numpy(zero_copy_only=False).nonzero()[0]:
            row = piece.start + int(place)
            if row not in said:
                null = [name for name in self.columns if not batch.column(name)[int(place)].is_valid]
                yield Bad(row, row, f"{' and '.join(map(repr, null))} is null" if null else "it is not UTF-8")


def encode_file(
    path: str | Path,
    out: str | Path,
    columns: Sequence[str],
    settings: Settings,
    name: str = "vector",
    spark_master: str | None = None,
    overwrite: bool = False,
    restart: bool = False,
    rows: int = sources.ROWS,
    progress: Progress | None = None,
) -> Encoded:
    """Writes the file's columns and one of vectors, list<float>, all rows in their order; a bad row's vector is null.

    Pieces of the file are encoded one by one and kept beside `out` until all are there. The same call again goes on
    where one was killed.

    Args:
      path: `.parquet` or a folder of such, `.csv`, `.tsv`, `.jsonl`.
      out: ends in `.parquet`; a file, or with Spark a folder of files, as Spark writes one.
      columns: the one with the texts, or two with pairs.
      settings: which checkpoint, and which vectors of it.
      name: of the new column.
      spark_master: such as `local[2]` or `spark://host:7077`, whose workers see the same paths; None for no Spark.
      overwrite: whether what is at `out` goes.
      restart: whether what a killed run left goes.
      rows: of a piece.
      progress: is told ("texts", how many are done, how many there are).

    Raises:
      FileNotFoundError, BadCheckpoint: the file or the checkpoint is not there, or cannot be read.
      FileExistsError: `out` is there.
      ValueError: an argument does not fit; what a killed run left is of another run.
    """
    out = Path(out)
    if out.suffix != ".parquet":
        raise ValueError(f"vectors are written to a file that ends in .parquet; received {out.name!r}.")
    if out.exists() and not overwrite:
        raise FileExistsError(f"{out} exists; give another path, or --overwrite.")
    path = Path(path).absolute()
    source = sources.open_(path, columns, rows)
    vectors.check_schema(source.schema, columns, name)
    encoder.load(settings)  # before a folder is made for what it would refuse
    settings = settings._replace(path=str(Path(settings.path).absolute()))
    run = {"input": _stamp(path), "columns": list(columns), "name": name, "rows": rows}
    run |= {"model": _stamp(Path(settings.path)), "settings": list(settings)}
    kept = parts.begin(out.absolute(), run, restart)
    todo = kept.missing(source.pieces)
    total = sum(each.rows for each in source.pieces)
    before = total - sum(each.rows for each in todo)
    job = Job(source, kept, tuple(columns), name, settings)

    def step(what: str, done: int, _: int) -> None:
        if progress is not None:
            progress(what, before + done, total)

    step("texts", 0, 0)
    if spark_master is not None:
        spark.do(spark_master, job, todo, step)
    else:
        for _ in job.do(todo, step):
            pass
    bad = kept.bad(source.pieces)
    schema = source.schema.append(vectors.field(name))
    if spark_master is None:
        kept.joined(out.absolute(), source.pieces, schema)
    else:
        kept.published(out.absolute(), schema)
    return Encoded(total, before, tuple(bad))


def _stamp(path: Path) -> list[Any]:
    """A path's files, their sizes and the times when they were written: what tells whether it is still the same."""
    files = sorted(each for each in path.rglob("*") if each.is_file()) if path.is_dir() else [path]
    return [str(path), *([each.name, each.stat().st_size, each.stat().st_mtime_ns] for each in files if each.exists())]
