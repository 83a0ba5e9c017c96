"""A view as notebooks show it: Jupyter, JupyterLab, VS Code, Colab, Kaggle; a picture on GitHub and in a PDF."""

from __future__ import annotations

import base64
import hashlib
import html
from typing import TYPE_CHECKING

from bert_tf.views import pictures

if TYPE_CHECKING:
    from bert_tf.views.view import View

HEIGHTS = {"head": 560, "model": 640, "neuron": 620, "stage": 720, "compare": 640, "graph": 640}
PICTURE_DPI = 80


def bundle(view: View) -> dict[str, str]:
    """MIME type -> content. The page lies in a frame of its own, so that several do not meet, and no script of the
    notebook is needed. Where frames and styles are taken out of the output, the picture stays."""
    page = view.html()
    height = HEIGHTS[view.kind]
    frame = (
        f'<iframe sandbox="allow-scripts" title="{html.escape(view.title)}" srcdoc="{html.escape(page)}" '
        f'style="width:100%;height:{height}px;border:0;resize:vertical;overflow:auto"></iframe>'
    )
    found = {"text/plain": repr(view), "text/html": frame}
    if pictures.available():
        png = base64.b64encode(view.picture("png", dpi=PICTURE_DPI)).decode("ascii")
        name = "bert-tf-" + hashlib.sha256(page.encode("ascii")).hexdigest()[:12]
        image = f'<img class="{name}" alt="{html.escape(view.title)}" src="data:image/png;base64,{png}">'
        found["text/html"] = f"<style>img.{name}{{display:none!important}}</style>{frame}{image}"
        found["image/png"] = png
    return found
