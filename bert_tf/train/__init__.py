"""Fine-tuning and pre-training: PyTorch's numbers, under Keras' `fit`.

    from bert_tf.train.fine_tune import fine_tune

    fine_tune("classification", "train.csv", model="bert-base-uncased", folder="tuned", validation="test.csv")

`fine_tune` takes files and folders, as the command does; `fit.fit` examples in memory, made by `data`. For a
`compile` of one's own there are `recipe.Recipe().optimizer(model, updates)`, `lora.add` and
`checkpointing.recomputing`. `pretraining.records` makes google-research/bert's pre-training data.
"""
