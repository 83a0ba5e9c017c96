"""What the walkthrough reads: posts in the manner of the 20 newsgroups, or scikit-learn's own where it has them."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path
from typing import NamedTuple

LONGEST = 256


class Post(NamedTuple):
    group: str
    text: str


POSTS = (
    Post(
        "sci.space",
        "Does anyone know why the probe's main antenna has to be unfolded so late? I read that the ribs were kept in "
        "a lubricant for four years, and two of them stuck. Wouldn't turning the craft away from the Sun a few times "
        "shrink the struts enough to free them? Pointers to the mission reports are welcome, I can't get them here.",
    ),
    Post(
        "rec.motorcycles",
        "Took the old 750 out on Sunday for the first time since October. She starts, but above 4,000 rpm it feels as "
        "if someone pulled a plug wire. New plugs, clean carbs, fresh fuel. A friend says coils, the shop says 'bring "
        "it in', which I read as $200. What would you check first?",
    ),
    Post(
        "comp.graphics",
        "I'm looking for a fast way to fill polygons with holes on a plain 8-bit frame buffer. Scan lines with an edge "
        "table work, but the inner loop eats most of the frame. Is there source code around that clips as it goes? "
        "Please mail me, I'll post a summary if there is interest.",
    ),
)


def default_posts() -> tuple[Post, ...]:
    """Three posts of scikit-learn's 20 newsgroups if they are in its cache already; otherwise our own."""
    return _of_scikit_learn() or POSTS


def _of_scikit_learn() -> tuple[Post, ...]:
    home = Path(os.environ.get("SCIKIT_LEARN_DATA") or "~/scikit_learn_data").expanduser()
    if not (home / "20news-bydate_py3.pkz").is_file() or importlib.util.find_spec("sklearn") is None:
        return ()
    from sklearn.datasets import fetch_20newsgroups

    found = fetch_20newsgroups(
        data_home=home, subset="train", remove=("headers", "footers", "quotes"), download_if_missing=False
    )
    posts = (
        Post(found.target_names[group], text.strip()) for text, group in zip(found.data, found.target, strict=True)
    )
    return tuple(post for _, post in zip(range(3), (each for each in posts if each.text), strict=False))
