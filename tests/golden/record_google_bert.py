"""What google-research/bert's own code computes from a checkpoint: recorded under TensorFlow 1.15, or run by tfcompat.

    PYTHON tests/golden/record_google_bert.py CHECKOUT FOLDER [--init CHECKPOINT]

CHECKOUT is a checkout of google-research/bert, PYTHON a Python 3.7 with tensorflow==1.15.5 (or `tfcompat run` instead).
Without --init the code's own initial weights are drawn and saved to FOLDER as `bert_model.ckpt`, `bert_config.json`;
with it, the weights and the configuration beside CHECKPOINT are read as that repository's scripts read them. FOLDER
gets `outputs.json` either way. `tests/golden/google_bert` is what the first way gave.
"""

import argparse
import json
import os
import sys

import numpy as np
import tensorflow as tf

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from google_bert_inputs import POSITIONS, SIZES, inputs  # noqa: E402


def outputs(modeling, config):
    """Every tensor that a user of that repository takes from the model, by a name."""
    ids, mask, types = [tf.constant(each) for each in inputs()]
    model = modeling.BertModel(config=config, is_training=False, input_ids=ids, input_mask=mask, token_type_ids=types)
    found = {"embeddings": model.get_embedding_output(), "pooled": model.get_pooled_output()}
    for number, layer in enumerate(model.get_all_encoder_layers()):
        found["layer.%d" % number] = layer
    return found


def heads(modeling, config, model_outputs, table):
    """The scores of masked tokens and of the next sentence, in the scopes and by the names of `run_pretraining.py`."""
    layer = model_outputs["layer.%d" % (config.num_hidden_layers - 1)]
    chosen = tf.gather_nd(layer, [[[row, at] for at in places] for row, places in enumerate(POSITIONS)])
    chosen = tf.reshape(chosen, [-1, config.hidden_size])
    start = modeling.create_initializer(config.initializer_range)
    with tf.variable_scope("cls/predictions"):
        with tf.variable_scope("transform"):
            activation = modeling.get_activation(config.hidden_act)
            hidden = tf.layers.dense(chosen, config.hidden_size, activation=activation, kernel_initializer=start)
            hidden = modeling.layer_norm(hidden)
        bias = tf.get_variable("output_bias", [config.vocab_size], initializer=start)
        words = tf.nn.bias_add(tf.matmul(hidden, table, transpose_b=True), bias)
    with tf.variable_scope("cls/seq_relationship"):
        weights = tf.get_variable("output_weights", [2, config.hidden_size], initializer=start)
        bias = tf.get_variable("output_bias", [2], initializer=start)
        follows = tf.nn.bias_add(tf.matmul(model_outputs["pooled"], weights, transpose_b=True), bias)
    return {"masked_words": words, "next_sentence": follows}


def shaken(session):
    """Biases and norms start at 0 and 1, where a wrong one would not be seen: all of them get other values."""
    draw = np.random.RandomState(3)
    for variable in tf.global_variables():
        if variable.op.name.endswith(("bias", "beta", "gamma")):
            value = draw.normal(float(variable.op.name.endswith("gamma")), 0.3, variable.shape.as_list())
            variable.load(value.astype("float32"), session)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("checkout")
    parser.add_argument("folder")
    parser.add_argument("--init")
    chosen = parser.parse_args()
    sys.path.insert(0, chosen.checkout)
    import modeling

    if not os.path.isdir(chosen.folder):
        os.makedirs(chosen.folder)
    config = modeling.BertConfig.from_dict(SIZES)
    if chosen.init:
        config = modeling.BertConfig.from_json_file(os.path.join(os.path.dirname(chosen.init), "bert_config.json"))
    tf.set_random_seed(5)
    found = outputs(modeling, config)
    names = [name for name, _ in tf.train.list_variables(chosen.init)] if chosen.init else ["cls"]
    if any(name.startswith("cls") for name in names):
        table = [each for each in tf.global_variables() if each.op.name.endswith("word_embeddings")][0]
        found.update(heads(modeling, config, found, table))
    if chosen.init:
        assignment, initialized = modeling.get_assignment_map_from_checkpoint(tf.trainable_variables(), chosen.init)
        assert len(initialized) >= 2 * len(tf.trainable_variables()), "a variable has no value in the checkpoint"
        tf.train.init_from_checkpoint(chosen.init, assignment)
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        if not chosen.init:
            shaken(session)
            tf.train.Saver().save(
                session, os.path.join(chosen.folder, "bert_model.ckpt"), write_meta_graph=False, write_state=False
            )
            with open(os.path.join(chosen.folder, "bert_config.json"), "w") as out:
                out.write(config.to_json_string())
        values = session.run(found)
    with open(os.path.join(chosen.folder, "outputs.json"), "w") as out:
        json.dump({name: value.tolist() for name, value in sorted(values.items())}, out)
        out.write("\n")


if __name__ == "__main__":
    main()
