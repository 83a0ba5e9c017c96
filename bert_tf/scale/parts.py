"""The pieces that are done, as files in a folder: what is there after a kill is not done again."""

from __future__ import annotations

import json
import os
import shutil
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, NamedTuple

from bert_tf.scale import arrow
from bert_tf.scale.sources.source import Bad, Piece

RUN = "_run.json"  # readers of parquet folders pass over what begins with _
_BAD = b"bert_tf.bad"


class Parts(NamedTuple):
    """A folder of parts. It is pickled to where parts are made."""

    folder: str

    def missing(self, pieces: Sequence[Piece]) -> list[Piece]:
        """Those that are not done."""
        there = set(os.listdir(self.folder))
        return [each for each in pieces if _name(each.number) not in there]

    def write(self, piece: Piece, batch: Any, bad: Iterable[Bad]) -> None:
        """Writes a part, whole or not at all; whoever makes the same one again replaces it by its like."""
        pa = arrow.pyarrow()
        metadata = {_BAD: json.dumps([asdict(each) for each in bad]).encode()}
        temporary = Path(self.folder, f".{uuid.uuid4().hex}")
        try:
            arrow.parquet().write_table(pa.Table.from_batches([batch]).replace_schema_metadata(metadata), temporary)
            os.replace(temporary, Path(self.folder, _name(piece.number)))
        finally:
            temporary.unlink(missing_ok=True)

    def bad(self, pieces: Sequence[Piece]) -> list[Bad]:
        """What every part says of its rows."""
        parquet = arrow.parquet()
        found = []
        for piece in pieces:
            metadata = parquet.read_schema(Path(self.folder, _name(piece.number))).metadata
            found += [Bad(**each) for each in json.loads(metadata[_BAD])]
        return found

    def joined(self, out: Path, pieces: Sequence[Piece], schema: Any) -> None:
        """All rows in one file, which takes its place at `out` when it is whole; the folder goes."""
        parquet = arrow.parquet()
        temporary = Path(self.folder, ".joined")
        with parquet.ParquetWriter(temporary, schema) as writer:
            for piece in pieces:
                table = parquet.ParquetFile(Path(self.folder, _name(piece.number))).read()
                writer.write_table(table.replace_schema_metadata(None))
        _clear(out)
        os.replace(temporary, out)
        shutil.rmtree(self.folder)

    def published(self, out: Path, schema: Any) -> None:
        """The folder itself takes its place at `out`: one file a piece, in the order of their names."""
        if not any(each.endswith(".parquet") for each in os.listdir(self.folder)):
            arrow.parquet().write_table(schema.empty_table(), Path(self.folder, _name(0)))
        for each in Path(self.folder).iterdir():
            if each.name.startswith("."):  # what a killed worker left
                each.unlink()
        Path(self.folder, RUN).unlink()
        _clear(out)
        os.replace(self.folder, out)


def begin(out: Path, run: Mapping[str, Any], restart: bool) -> Parts:
    """The parts of a run that makes `out`, beside it; those of the same run before it was killed are there already.

    Args:
      out: what is made in the end.
      run: what the parts depend on.
      restart: whether parts that are there go.

    Raises:
      ValueError: what is there are parts of another run.
    """
    folder = out.with_name(f".{out.name}.parts")
    if restart:
        shutil.rmtree(folder, ignore_errors=True)
    file = folder / RUN
    if file.is_file():
        before = json.loads(file.read_text(encoding="utf-8"))
        others = [name for name in run if before.get(name) != run[name]]
        if others:
            raise ValueError(
                f"{folder} has parts of a run that was not finished and had another {', '.join(others)}; "
                "finish that one first, or throw its parts away with --restart."
            )
    else:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        temporary = folder / ".run"
        temporary.write_text(json.dumps(run), encoding="utf-8")
        os.replace(temporary, file)
    return Parts(str(folder))


def _name(number: int) -> str:
    return f"part-{number:06d}.parquet"


def _clear(out: Path) -> None:
    if out.is_dir():
        shutil.rmtree(out)
    else:
        out.unlink(missing_ok=True)
