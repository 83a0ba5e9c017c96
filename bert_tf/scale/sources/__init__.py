"""Files of texts, cut into pieces that can be read one by one; each row keeps its place, also one that is corrupt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from bert_tf.scale.sources import delimited, json_lines, parquet
from bert_tf.scale.sources.source import Source

ROWS = 8192  # of a piece: what is done again after a kill
FORMATS: dict[str, Callable[[Path, Sequence[str], int], Source]] = {
    ".parquet": parquet.open_,
    ".csv": delimited.open_commas,
    ".tsv": delimited.open_tabs,
    ".jsonl": json_lines.open_,
    ".ndjson": json_lines.open_,
    ".json": json_lines.open_,
}


def open_(path: str | Path, columns: Sequence[str], rows: int = ROWS) -> Source:
    """The file's source, by its ending; a folder is one of parquet files, as Spark writes it.

    Raises:
      FileNotFoundError: nothing is there.
      ValueError: the ending is of none of the formats, or the file is not what it says.
    """
    path = Path(path)
    if not path.exists():
        raise FileNotFoundError(f"no file {path}.")
    ending = ".parquet" if path.is_dir() else path.suffix.lower()
    if ending not in FORMATS:
        raise ValueError(f"a file of texts ends in {', '.join(FORMATS)}; received {path.name!r}.")
    return FORMATS[ending](path, tuple(columns), rows)
