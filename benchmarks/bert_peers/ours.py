"""bert_tf: `FastModel`, `encode` and `fit`'s step, as the README shows them."""

import functools


class BertTf:
    def __init__(self, folder):
        import bert_tf

        self.package, self.folder, self.classifier = bert_tf, folder, None

    @functools.cached_property
    def model(self):
        return self.package.BertModel.from_pretrained(self.folder)

    @functools.cached_property
    def fast(self):
        return self.package.FastModel(self.model)

    @functools.cached_property
    def tokenizer(self):
        return self.package.BertTokenizer.from_pretrained(self.folder)

    def forward(self, ids):
        return self.fast(ids).last_hidden_state.numpy()

    def encode(self, texts):
        return self.package.encode(self.model, self.tokenizer, texts, pooling="mean", max_length=256)

    def step(self, ids, labels):
        if self.classifier is None:
            from bert_tf.train.adamw import AdamW

            self.classifier = self.package.BertForSequenceClassification.from_pretrained(self.folder)
            self.classifier.compile(optimizer=AdamW(2e-5, clip_norm=None))
        return self.classifier.train_on_batch(ids, labels)


class BertTfShortText(BertTf):
    @functools.cached_property
    def fast(self):
        return self.package.FastModel(self.model, short_text=32)
