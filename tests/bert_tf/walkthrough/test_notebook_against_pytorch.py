"""`examples/bert_tf/walkthrough.ipynb` runs, and each of its checks holds."""

import json
from pathlib import Path

NOTEBOOK = Path(__file__).resolve().parents[3] / "examples" / "bert_tf" / "walkthrough.ipynb"


def test_every_cell_runs(capsys):
    cells = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    names = {}
    for cell in cells:
        if cell["cell_type"] == "code":
            exec("".join(cell["source"]), names)
    stages = {stage for stage, witness, *_ in names["checked"] if witness == "PyTorch"}
    assert {"embeddings.sum", "layer.0.attention.probs", "layer.5.output", "pooler.output"} <= stages
    assert capsys.readouterr().out.splitlines()[-1] == f"{len(names['checked'])} checks, all equal within 1e-05"
