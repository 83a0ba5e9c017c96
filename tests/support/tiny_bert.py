"""Small random BERTs, all sizes different, and the same weights in Hugging Face's model."""

import numpy as np

SIZES = {
    "vocab_size": 31, "hidden_size": 12, "num_hidden_layers": 2, "num_attention_heads": 3, "intermediate_size": 20,
    "max_position_embeddings": 17, "type_vocab_size": 4,
}  # fmt: skip


def config(**changes):
    from bert_tf import BertConfig

    return BertConfig(**{**SIZES, **changes})


def model(seed=0, add_pooling_layer=True, **changes):
    """A `BertModel` whose weights are drawn, biases and norms too, so that none of them could be left out unseen."""
    from bert_tf import BertModel
    from bert_tf.weights import named_weights

    made = BertModel(config(**changes), add_pooling_layer=add_pooling_layer)
    draw = np.random.default_rng(seed)
    for name, weight in named_weights(made).items():
        values = draw.normal(0, 0.3, weight.variable.shape)
        weight.variable.assign(values + 1 if name.endswith("LayerNorm.weight") else values)
    return made


def inputs(seed=0, batch=3, tokens=7, padded=True, of=SIZES):
    """Ids, token types and a mask with a padded row."""
    draw = np.random.default_rng(seed)
    ids = draw.integers(0, of["vocab_size"], (batch, tokens))
    mask = np.ones((batch, tokens), "int64")
    if padded:
        mask[1, tokens // 2 :] = 0
    return {
        "input_ids": ids,
        "attention_mask": mask,
        "token_type_ids": draw.integers(0, of["type_vocab_size"], ids.shape),
    }


def hugging_face(ours):
    """Hugging Face's PyTorch model with the weights of one of ours."""
    import torch
    import transformers

    from bert_tf.checkpoints.of_model import of_model

    fields = {name: value for name, value in ours.config.to_dict().items() if name not in ("extra", "pruned_heads")}
    made = transformers.BertModel(
        transformers.BertConfig(**fields, attn_implementation="eager"), add_pooling_layer=ours.pooler is not None
    )
    tensors = {name: torch.tensor(array) for name, array in of_model(ours, None).tensors.items()}
    made.load_state_dict(tensors, strict=True)
    return made.eval()


def varied(number):
    """The sizes and switches of one of many configurations, none like another, and whether it has a pooler."""
    draw = np.random.default_rng(1000 + number)
    heads = [1, 2, 3, 5, 7, 4][number % 6]
    sizes = {
        "vocab_size": 20 + number,
        "hidden_size": heads * int(draw.integers(2, 7)),
        "num_hidden_layers": 1 + number % 4,
        "num_attention_heads": heads,
        "intermediate_size": int(draw.integers(9, 41)),
        "max_position_embeddings": 12 + number % 5,
        "type_vocab_size": 1 + number % 5,
        "hidden_act": ["gelu", "gelu_new", "relu", "silu"][number % 4],
        "layer_norm_eps": [1e-12, 1e-5][number % 2],
        "attention_mask_value": [None, -10000.0][number // 2 % 2],
    }
    return sizes, number % 7 != 3
