"""What a notebook is handed: a frame without require.js, and a picture for where frames are taken out."""

import base64
import html
import re

from bert_tf.views import head_view, pictures
from tests.support.attention import TOKENS, drawn

VIEW = head_view.from_arrays(drawn(), TOKENS, title='"a" <b>')


def test_a_frame_of_its_own():
    found = VIEW._repr_mimebundle_()
    frame = re.search("<iframe (.*?)></iframe>", found["text/html"], re.DOTALL)[1]
    attributes = dict(re.findall(r'(\w+)="([^"]*)"', frame))
    assert html.unescape(attributes["srcdoc"]) == VIEW.html()
    assert attributes["sandbox"] == "allow-scripts" and html.unescape(attributes["title"]) == '"a" <b>'
    assert "require" not in found["text/html"] and "<script" not in found["text/html"]


def test_a_picture_where_frames_and_styles_are_taken_out():
    found = VIEW._repr_mimebundle_()
    assert base64.b64decode(found["image/png"]).startswith(b"\x89PNG")
    left = re.sub("<style>.*?</style>|<iframe.*?</iframe>", "", found["text/html"], flags=re.DOTALL)
    assert left.startswith("<img ") and found["image/png"] in left
    name = re.search('class="(.*?)"', left)[1]
    assert f"img.{name}{{display:none!important}}" in found["text/html"]


def test_without_matplotlib(monkeypatch):
    monkeypatch.setattr(pictures, "available", lambda: False)
    assert set(VIEW._repr_mimebundle_()) == {"text/plain", "text/html"}
