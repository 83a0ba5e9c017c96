"""Raw text made into what a BERT is pre-trained on: pairs of passages, and words hidden in them.

    settings = Settings(max_seq_length=128, do_whole_word_mask=True)
    records.write(["text.txt"], tokenizer, ["train.tfrecord"], settings)  # or: bert-tf pretraining-data
    model = bert_tf.BertForPreTraining(bert_tf.BertConfig(vocab_size=len(tokenizer)))
    model.compile(optimizer=Recipe(learning_rate=1e-4).optimizer(model, updates=100_000))
    model.fit(records.dataset(["train.tfrecord"], 32, settings).repeat(), steps_per_epoch=1000, epochs=100)

`Settings` is in `pretraining.instances`, and `Recipe` in `train.recipe`.
"""
