"""`examples/bert_tf`: each cell of the notebook on views runs and shows its page; the gallery is written."""

import ast
import json
import runpy
from pathlib import Path

import pytest

from tests.support.interpreter import ROOT

pytestmark = pytest.mark.slow
FOLDER = ROOT / "examples" / "bert_tf"


def test_every_cell_shows_its_page(capsys):
    cells = json.loads((FOLDER / "views.ipynb").read_text(encoding="utf-8"))["cells"]
    names, kinds = {}, []
    for cell in cells:
        if cell["cell_type"] != "code":
            continue
        body = ast.parse("".join(cell["source"]))
        last = body.body.pop() if isinstance(body.body[-1], ast.Expr) else None
        exec(compile(body, "cell", "exec"), names)
        if last is not None:
            shown = eval(compile(ast.Expression(last.value), "cell", "eval"), names)
            if hasattr(shown, "_repr_mimebundle_"):
                kinds.append(shown.kind)
                assert shown.html().startswith("<!doctype html>")
    assert kinds == ["head", "head", "model", "neuron", "stage", "compare"]
    assert capsys.readouterr().out.splitlines()[-3:] == ["it.html True", "it.png True", "it.svg True"]


def test_the_gallery(tmp_path, capsys):
    runpy.run_path(str(FOLDER / "gallery.py"))["main"]([str(tmp_path)])
    written = {Path(line).name for line in capsys.readouterr().out.splitlines()}
    assert written == {each.name for each in tmp_path.iterdir()} and len(written) == 9
    index = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert all(name in index for name in written - {"index.html"})
