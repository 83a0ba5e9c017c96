"""What one process made with torch and without TensorFlow is what another makes of a trace, byte by byte."""

import pickle
import subprocess
import sys

import pytest

import bert_tf
from bert_tf.views import compare_view, head_view, model_view, neuron_view, stage_view
from tests.bert_tf.views.test_of_model import WORDS
from tests.support import tiny_bert
from tests.support.interpreter import ROOT

pytestmark = pytest.mark.slow
OTHER = """
import pickle, sys
sys.modules["tensorflow"] = sys.modules["keras"] = None
import torch
from bert_tf.views import compare_view, head_view, model_view, neuron_view, stage_view
with open(sys.argv[1], "rb") as file:
    tokens, found = pickle.load(file)
found = {name: torch.from_numpy(array) for name, array in found.items()}
views = {
    "head": head_view.from_arrays(found, tokens), "model": model_view.from_arrays(found, tokens),
    "neuron": neuron_view.from_arrays(found, found, tokens, found), "stage": stage_view.from_arrays(found, tokens),
    "compare": compare_view.from_arrays(found, found, tokens),
}
for name, view in views.items():
    view.save(f"{sys.argv[2]}/{name}.html")
"""


def test_the_same_pages(tmp_path):
    tokenizer = bert_tf.BertTokenizer({word: at for at, word in enumerate(WORDS)})
    encoded = tokenizer("the panda eats bamboo")
    tokens = tokenizer.convert_ids_to_tokens(list(encoded["input_ids"]))
    found = bert_tf.trace(tiny_bert.model(), encoded)
    (tmp_path / "trace").write_bytes(pickle.dumps((tokens, found)))
    command = [sys.executable, "-c", OTHER, str(tmp_path / "trace"), str(tmp_path)]
    subprocess.run(command, check=True, cwd=ROOT, timeout=120)
    views = {
        "head": head_view.from_arrays(found, tokens),
        "model": model_view.from_arrays(found, tokens),
        "neuron": neuron_view.from_arrays(found, found, tokens, found),
        "stage": stage_view.from_arrays(found, tokens),
        "compare": compare_view.from_arrays(found, found, tokens),
    }
    for name, view in views.items():
        assert (tmp_path / f"{name}.html").read_text("ascii") == view.html()
