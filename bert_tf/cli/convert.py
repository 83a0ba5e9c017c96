"""`bert-tf convert IN OUT --to FORMAT`: a checkpoint in another format, read back and compared."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any

from bert_tf.cli import progress

if TYPE_CHECKING:
    from bert_tf.checkpoints.convert import Converted
    from bert_tf.tracing.comparison import Comparison

FORMATS = ("hf", "tf1", "keras_hub", "keras")


def add_to(commands: Any) -> None:
    parser = commands.add_parser(
        "convert",
        help="a checkpoint in another format, with a check that it is the same",
        description="Reads a checkpoint of any format (Hugging Face's folder, TensorFlow 1's, a keras_hub preset, "
        "tf_model.h5, .keras), writes it in another, reads it back, and compares every tensor and every stage; "
        "with PyTorch's model too, where torch and transformers are installed.",
    )
    parser.add_argument("source", metavar="IN")
    parser.add_argument("target", metavar="OUT", help="a folder, or a file that ends in .keras")
    parser.add_argument("--to", choices=FORMATS, required=True)
    parser.add_argument(
        "--gelu", choices=("erf", "tanh"), help="what gelu means in a TensorFlow 1 checkpoint; by default erf"
    )
    parser.add_argument(
        "--drop", action="append", default=[], metavar="PATTERN", help="leave out such tensors, as 'cls.*'; repeatable"
    )
    parser.add_argument("--json", action="store_true", help="the result as JSON")
    parser.set_defaults(call=call)


def call(chosen: argparse.Namespace) -> int:
    """Returns 0 if what was written is the same, and 1 if not."""
    from bert_tf.checkpoints.convert import convert

    with progress.bar("starting") as step:
        found = convert(chosen.source, chosen.target, chosen.to, chosen.gelu, chosen.drop, step)
    print(_json(found) if chosen.json else _text(found, chosen.source, chosen.target))
    return 0 if found.equal else 1


def _text(found: Converted, source: str, target: str) -> str:
    same = found.tensors - len(found.differing)
    lines = [
        f"read        {found.from_format:10} {source}",
        f"written     {found.to_format:10} {target}: {found.tensors} tensors, {found.numbers:,} numbers",
        f"read back   {same} of {found.tensors} tensors are equal to the last bit",
        f"stages      {_stages(found.stages)}",
        f"PyTorch     {_stages(found.pytorch) if found.pytorch else 'not compared'}",
    ]
    if found.dropped:
        lines.insert(1, f"left out    {', '.join(found.dropped)}")
    lines += [f"differs     {name}" for name in found.differing]
    return "\n".join([*lines, *(f"note        {note}" for note in found.notes)])


def _stages(rows: Comparison) -> str:
    worst = max(rows.rows, key=lambda row: row.max_relative)
    equal = sum(row.equal for row in rows.rows)
    text = f"{equal} of {len(rows.rows)} are equal within {rows.tolerance:g}"
    text += f"; at most {worst.max_relative:.1e} of a stage's largest value ({worst.stage})" if worst.max_abs else ""
    return text if rows.equal else f"{text}; {rows.departs} is the first to depart: {rows.cause}"


def _json(found: Converted) -> str:
    return json.dumps({
        "equal": found.equal,
        "from": found.from_format,
        "to": found.to_format,
        "tensors": found.tensors,
        "numbers": found.numbers,
        "dropped": found.dropped,
        "differing": found.differing,
        "stages": json.loads(found.stages.to_json()),
        "pytorch": json.loads(found.pytorch.to_json()) if found.pytorch else None,
        "notes": found.notes,
    }, indent=1)  # fmt: skip
