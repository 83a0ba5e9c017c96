"""Looking inside: attention, neurons and stages as a page, in a notebook, or as a picture.

from bert_tf.views import head_view
head_view(model, tokenizer, "The animal didn't cross the street because it was too tired.").save("it.html")
"""

from bert_tf.views.attention import head_view, model_view
from bert_tf.views.compare import compare_view
from bert_tf.views.graph import graph_view
from bert_tf.views.neuron import neuron_view
from bert_tf.views.stage import stage_view
from bert_tf.views.view import View

__all__ = ["View", "compare_view", "graph_view", "head_view", "model_view", "neuron_view", "stage_view"]
